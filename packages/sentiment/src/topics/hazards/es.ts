import type { HazardWords } from '../hazard.js';

export const es: HazardWords = {
  fire: 'fuego incendio incendia =quema quemando quemándose llama_viva chispa ardiendo explot explos en_llamas echando_humo sale_humo prendió_fuego se_prendió prendido_fuego chamusc detector_de_humo alarma_de_incendio humareda derretid carboniz se_quema =arde =humo =llamas',
  gas: '=gas olor_a_gas huele_a_gas fuga_de_gas escape_de_gas olor_a_quemado huele_a_quemado huele_quemado quemado gasolina bencina monóxido monoxido butano bombona propano huevo_podrido huevos_podridos olor_químico olor_a_químico vapores plástico_quemado',
  flood:
    'rebosa rebalsa inunda sale_agua saliendo_agua reventó revento reventado cae_agua cayendo_agua agua_del_techo chorro a_chorros desborda tubería tuberia cañería caneria gotera_enorme goterón agua_por entra_agua fuga_de_agua no_para_de_salir sube_el_agua encharcad empapad aguas_negras por_el_techo',
  faint:
    'inconsciente desmay desvaneci perdió_el_conocimiento perdido_el_conocimiento perdió_el_sentido sin_sentido no_responde no_reacciona no_se_mueve convuls desplom no_despierta no_se_despierta no_puedo_despertar colaps espuma_por ojos_en_blanco síncope sincope patatús no_vuelve_en inerte soponcio desfallec',
  blood:
    'sangr hemorragia quemadura se_quemó se_quemo corte_profundo fractur se_cortó se_corto me_corté herid roto_el_brazo roto_la_pierna rompió_el_brazo rompió_la_pierna brazo_roto pierna_rota golpe_en_la_cabeza golpeó_la_cabeza golpeado_la_cabeza puntos_de_sutura contusi conmoción escald lesion',
  breath:
    'respira no_respira ahog atragant asfixi hinchad hinchando hinchó alérgic alergic anafil adrenalina garganta asma asmátic ventolín ronchas urticaria epipen no_puede_tragar falta_el_aire falta_de_aire sin_aire labios_morados labios_azules se_pone_morado lengua_hinch picadura',
  fall: 'se_cayó se_cayo me_caí se_ha_caído se_ha_caido caído caída resbal tropez no_puede_levantarse no_se_puede_levantar no_puedo_levantarme no_puede_moverse no_se_puede_mover por_las_escaleras de_la_escalera por_el_balcón tirado_en_el tirada_en_el cadera tobillo torcido esguince no_puede_caminar',
  missing:
    'se_ha_perdido perdido desaparec no_encontramos no_encuentro no_la_encuentro no_lo_encuentro no_aparece se_perdió se_perdio perdimos_a extravi se_ha_ido_solo se_escapó se_fue_solo no_ha_vuelto no_ha_regresado no_regresa última_vez_que buscado_por_todas buscando_a_mi buscando_a_nuestro han_visto_a_mi no_sé_dónde no_se_donde no_está_por',
  child:
    'niño niña hijo hija =nene =nena bebé =bebe =años =anos nieto nieta recién_nacido recien_nacido gemelos mellizos chiquitín chiquito mi_marido mi_esposo mi_esposa mi_mujer =madre =padre =mamá =papá =abuela =abuelo =nino =nina',
  intruder:
    'ladrón entraron_a entraron_en nos_han_entrado ha_entrado_alguien robar robado atraco intentando_entrar intenta_entrar tratando_de_entrar quiere_entrar intruso desconocido borrach forz aporre golpeando_la_puerta golpea_la_puerta alguien_en_la alguien_en_mi alguien_en_nuestra me_sigue nos_sigue siguiéndo acosa un_extraño hombre_extraño ladron',
  drown:
    'ahogando ahogado se_ahoga_en fondo_de_la_piscina fondo_de_la_alberca fondo_del_agua cayó_a_la_piscina cayó_en_la_piscina caído_a_la_piscina bajo_el_agua debajo_del_agua no_sale_del_agua se_hundió se_hunde hundido flotando boca_abajo socorrista salvavidas tragó_agua tragado_agua no_sabe_nadar arrastró_la corriente_lo',
  fight:
    'pelea riña navaja cuchillo apuñal acuchill amenaz =arma =armas armado pistola dispar tiros agred agresión gritos gritando chillando golpeando_a pegando_a le_pega paliza violen estrangul puñetazo rehén',
  shut: 'encerrad atrapad atascad atorad trabada se_cerró_la_puerta se_ha_cerrado_la se_nos_cerró quedé_fuera quedamos_fuera quedado_fuera me_he_quedado_fuera quede_afuera quedé_afuera quedado_encerr no_puedo_salir no_podemos_salir no_puede_salir no_puedo_entrar no_podemos_entrar no_abre no_se_abre pestillo cerrojo descalz en_pijama en_albornoz en_ropa_interior',
  lift: 'ascensor elevador montacargas entre_dos_pisos entre_dos_plantas entre_pisos entre_plantas botón_de_alarma boton_de_alarma botón_de_emergencia cabina_parada cabina_detenida puertas_no_abren escalera_mecánica hueco_del_ascensor acensor',
  shock:
    'descarga_eléctrica electrocut calambre calambrazo dio_corriente da_corriente da_la_corriente toque_eléctrico pasó_corriente =cable =cables cables_sueltos cable_pelado cables_pelados cable_suelto cables_expuestos enchufe tomacorriente cortocircuito corto_circuito cuadro_eléctrico descarga_electrica',
  poison:
    'tragó tragado_un se_tragó se_ha_bebido se_bebió bebió_lejía ingiri lejía lejia detergente desatascador amoníaco producto_de_limpieza limpiador pastillas píldoras somnífero sobredosis envenena veneno tóxic intoxica bebió_cloro se_ha_tragado',
  heart:
    'infarto ataque_al_corazón cardíac ictus dolor_en_el_pecho dolor_de_pecho duele_el_pecho presión_en_el_pecho opresión sin_pulso no_tiene_pulso =pulso taquicardia diabétic diabetic insulina hipogluc azúcar_baja bajón_de_azúcar epilep 40_de_fiebre fiebre_alta derrame_cerebral cardiac fiebre_de_40',
  birth:
    'contracciones rompió_aguas roto_aguas rompió_la_fuente rompieron_las_aguas rompio_aguas de_parto trabajo_de_parto está_pariendo parir dando_a_luz dar_a_luz viene_el_bebé bebé_ya_viene embaraz comadrona matrona partera aborto prematur ginecólog',
  help: 'ayuda ayúden ayuden socorro =rápido =rapido rápidamente urgente urgencia =ya ahora_mismo =ahora de_inmediato inmediatamente corran auxilio emergencia vengan venga_alguien por_favor_suban manden envíen_a_alguien apúrense =sos en_peligro se_muere a_la_habitación',
  call: 'ambulancia médico medico doctor policía policia guardia_civil =112 =911 =091 =061 bomberos paramédic paramedic enfermer primeros_auxilios cruz_roja guardia_de_seguridad llamen_a_seguridad vigilante =hospital sala_de_urgencias toxicología desfibrilador evacu samur',
  past: 'ayer anteayer =gracias agradec anoche noche_pasada semana_pasada mes_pasado el_año_pasado año_pasado última_vez simulacro falsa_alarma fue_muy =fue =fueron =era =estaba =estaban =había =habia =tuvimos =hubo en_aquel_momento por_suerte afortunadamente al_final ya_arreglado ya_está_resuelto',
  asks: 'hay_algún hay_alguna dónde_está dónde_puedo cómo_puedo cuánto a_qué_hora cual_es es_posible quería_preguntar quería_saber qué_pasa_si ofrecen =tienen puedo_usar puedo_pedir puedo_llevar podemos_usar podría_decirme cuanto_cuesta cuál_es',
  minor:
    'sin_prisa no_hay_prisa no_es_urgente no_es_una_emergencia cuando_pueda =mañana más_tarde un_poco ligeramente gotea parpade pitido no_es_grave muerto_de_risa chimenea fumador cigarr cenicero gasolinera barbacoa =pita',
};
