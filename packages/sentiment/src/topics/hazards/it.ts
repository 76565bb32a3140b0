import type { HazardWords } from '../hazard.js';

export const it: HazardWords = {
  fire: 'fuoco incendi bruciando =bruciano fiamme fiamma fumo scintill esplos esplod antincendio va_a_fuoco a_fuoco preso_fuoco prende_fuoco in_fiamme sta_bruciando divamp fumante allarme_antincendio rilevatore_di_fumo carbonizz annerit =brucia sciolto',
  gas: '=gas odore_di_gas puzza_di_gas fuga_di_gas perdita_di_gas sento_gas sa_di_gas odore_di_bruciato puzza_di_bruciato benzina metano monossido sibilo sibila bombola propano esalazioni odore_chimico odore_acre uova_marce vapori_tossici plastica_bruciata sa_di_bruciato',
  flood:
    'allaga trabocc perdita_d_acqua perde_acqua cola_acqua esce_acqua acqua_che_esce acqua_che_cade scende_acqua scoppiat acqua_dal_soffitto dal_soffitto soffitto tubo_rotto rotto_un_tubo rotto_il_tubo tubatura zampill acqua_ovunque acqua_dappertutto schizza sgorga fuoriesc inonda straripa sta_salendo l_acqua_sale piove_dentro infiltra',
  faint:
    'svenut svien svenimento incoscien perso_i_sensi perso_conoscenza perso_coscienza privo_di_sensi priva_di_sensi non_risponde non_reagisce non_si_muove convuls sentita_male sentito_male collass crollat non_si_sveglia non_riesco_a_svegliar non_riesce_a_svegliar malore accasciat senza_conoscenza esanime occhi_rovesciati schiuma_alla bava_alla',
  blood:
    'sangu emorragia ustion ferit tagliat taglio_profondo frattur rotto_il_braccio rotto_la_gamba rotto_la_caviglia braccio_rotto gamba_rotta battuto_la_testa sbattuto_la_testa colpo_alla_testa trauma_cranico scottat bruciata_la bruciato_la punti_di_sutura commozione slogat lesion',
  breath:
    'respir non_respira soffoc allergic reazione_allergica gola epipen adrenalina asma inalatore ventolin strozz shock_anafil anafil orticaria affanno rantol fiato labbra_blu diventa_blu cianotic faccia_gonf puntura_di_vespa andato_di_traverso gonfiat gonfiand gonfiore =gonfio =gonfia =gonfi',
  fall: 'cadut scivolat inciampat non_riesce_ad_alzarsi non_riesce_a_alzarsi non_si_alza non_riesce_a_rialzarsi non_riesco_ad_alzarmi non_può_muoversi non_riesce_a_muover ruzzolat dalle_scale femore caviglia storto non_riesce_a_camminare distorsion precipitat =anca giù_dal_balcone sdraiato_per_terra disteso_a_terra dalla_scaletta',
  missing:
    'scompars sparit non_troviamo_più non_trovo_più non_troviamo_nostr non_trovo_mio_figlio non_trovo_mia_figlia perso_mio perso_nostr persa_mia non_lo_trov non_la_trov non_si_trova introvabil smarrit si_è_perso si_è_persa si_e_perso scappat allontanat non_è_tornat non_è_rientrat non_torna visto_l_ultima vista_l_ultima cerchiamo_nostro avete_visto_mio non_so_dove cercato_ovunque',
  child:
    'bambin figli bimb neonat lattante =anni nipotin ragazzin gemell mio_marito mia_moglie =mamma =madre =padre =papà =papa mio_fratello mia_sorella =nonna =nonno =nonni piccolino piccolina il_piccolo_non la_piccola_non',
  intruder:
    'ladr intruso estraneo ubriac sfonda entrare_in_camera entrato_in_camera entrati_in_camera cerca_di_entrare provando_a_entrare tenta_di_entrare cerca_di_aprire scassinat scasso rubat derubat rapina forzare forzato sconosciut qualcuno_in_camera qualcuno_sta_cercando bussa_forte mi_segue ci_segue mi_sta_seguendo molest fuori_dalla_mia',
  drown:
    'anneg affog fondo_della_piscina fondo_della_vasca caduto_in_piscina caduta_in_piscina caduto_in_acqua sott_acqua sotto_acqua non_risale non_riemerge bagnino galleggia a_faccia_in_giù bevuto_acqua non_sa_nuotare trascinat corrente_lo salvataggio',
  fight:
    'rissa coltello coltellat accoltell minacc picchia =arma =armi armato armati pistola sparato aggred aggression urla grida litigan litigio violen strangol pugni pugno ostaggio pestat =spari =botte',
  shut: 'chiusa_fuori chiusi chiusa_dentro chiuso bloccat intrappolat rimasto_dentro rimasta_dentro rimasto_fuori rimasta_fuori rimasti_fuori rimasti_dentro non_si_apre non_si_apriva non_riesco_a_uscire non_riesco_ad_uscire non_riusciamo_a_uscire non_riusciamo_ad_uscire non_riesco_a_entrare non_riesco_ad_entrare non_posso_uscire non_posso_entrare incastrat scalzo scalza in_pigiama in_accappatoio',
  lift: 'ascensor elevatore montacarichi cabina_ferma cabina_bloccata cabina_dell tra_due_piani fra_due_piani tra_i_piani pulsante_di_allarme pulsante_d_allarme tasto_allarme scala_mobile scale_mobili vano_ascensore porte_non_si_aprono',
  shock:
    '=scossa scosse scossa_elettrica preso_la_scossa presa_la_scossa dà_la_scossa fili_scoperti filo_scoperto fili_elettrici filo_elettrico cavi_scoperti cavo_scoperto =cavi =cavo folgorat fulminat presa_elettr presa_della_corrente presa_di_corrente corto_circuito cortocircuito quadro_elettrico la_corrente_addosso',
  poison:
    'ingerit ingoiat inghiottit bevuto_detersivo bevuto_la_candeggina ha_bevuto_del candeggina varechina detersivo detergente ammoniaca acido_muriatico prodotto_per_pulire disgorgante pasticche pastiglie pillole compresse sonniferi overdose avvelena veleno intossic antigelo pila_a_bottone',
  heart:
    'infarto attacco_di_cuore cardiac ictus dolore_al_petto male_al_petto peso_sul_petto oppressione non_ha_polso senza_polso battito palpitazion diabetic insulina ipoglic glicemia calo_di_zuccheri epiless febbre_a_40 40_di_febbre febbre_alta massaggio_cardiaco epilett',
  birth:
    'travaglio in_travaglio contrazion rotto_le_acque rotte_le_acque si_sono_rotte rottura_delle_acque sta_partorendo partorir partorend doglie nasce_il_bambino bambino_sta_nascendo incinta gravidanza ostetric levatrice aborto prematur ginecolog sala_parto',
  help: 'aiuto aiutate ci_aiuti mi_aiuti =subito =presto fate_presto =veloce velocemente sbrigate urgente urgenza emergenza =adesso immediatamente =ora venite venga_subito mandate_qualcuno soccorso =sos oddio sta_morendo in_pericolo alla_camera numero_di_camera',
  call: 'ambulanza medico dottore polizia carabinieri =112 =118 =113 =115 pompieri vigili_del_fuoco pronto_soccorso infermier paramedic guardia_medica vigilanza addetto_alla_sicurezza chiamate_la_sicurezza la_sicurezza ospedale croce_rossa centro_antiveleni antiveleni defibrillatore evacua antistaminico',
  past: 'ieri l_altro_ieri =grazie ringrazi stanotte notte_scorsa scorsa_notte settimana_scorsa scorsa_settimana anno_scorso ultima_volta esercitazione falso_allarme =era =erano =aveva =avevamo =avevano è_stato era_stat all_epoca per_fortuna fortunatamente alla_fine già_riparato già_risolto giorni_fa mesi_fa',
  asks: 'avete_un avete_dei potrei_avere dov_è dove_posso come_faccio come_si quanto_costa quanto_tempo a_che_ora quale è_possibile volevo_chiedere volevo_sapere cosa_succede_se offrite posso_avere posso_chiedere posso_portare possiamo_avere vorrei_sapere qual_è',
  minor:
    'senza_fretta nessuna_fretta con_calma non_è_urgente quando_potete quando_avete_tempo =domani più_tardi un_po leggermente gocciola sfarfall lampeggia =bip non_è_grave morire_dal_ridere caminetto camino fumatori sigarett posacenere benzinaio barbecue non_c_è_fretta',
};
