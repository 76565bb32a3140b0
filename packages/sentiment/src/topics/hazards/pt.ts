import type { HazardWords } from '../hazard.js';

export const pt: HazardWords = {
  fire: 'fogo queimando a_arder está_a_queimar chamas fumo fumaça fumaca faísca faisca explod explos pegando_fogo pegou_fogo a_pegar_fogo em_chamas labareda deitar_fumo saindo_fumaça soltando_fumaça detector_de_fumaça detetor_de_fumo alarme_de_incêndio derret carboniz incêndio incendio',
  gas: '=gás =gas cheiro_a_gás cheiro_de_gás cheira_a_gás cheiro_de_gas fuga_de_gás vazamento_de_gás vazando_gás vazando_gas escape_de_gás queimado cheiro_a_queimado cheiro_de_queimado gasolina monóxido monoxido botijão butano propano ovo_podre ovos_podres cheiro_químico plástico_queimado',
  flood:
    'inunda transbord jorr água_do_teto agua_do_teto pelo_teto rebentou rebentado estourou água_a_cair água_caindo caindo_água a_cair_água alagad não_para_de_deitar vazando_água vazamento_de_água fuga_de_água água_por água_a_sair saindo_água água_em_todo esguich encharcad água_está_a_subir infiltra',
  faint:
    'desmai inconsciente perdeu_os_sentidos perdeu_a_consciência perdeu_a_consciencia sem_sentidos não_responde nao_responde não_reage nao_reage convuls não_se_mexe nao_se_mexe não_está_se_mexendo não_se_move desfalec não_acorda nao_acorda não_consigo_acordar colaps apagou_de desacordad olhos_revirados espumando síncope sentiu_se_mal passou_mal passando_mal',
  blood:
    'sangu sangrando a_sangrar hemorragia queimadura se_queimou corte_profundo corte_fundo =cortou se_cortou cortou_se cortei fratur partiu_o_braço partiu_a_perna quebrou_o_braço quebrou_a_perna quebrou_o_pé braço_partido perna_partida bateu_com_a_cabeça bateu_a_cabeça ferid ferimento machucou machucad escald concussão luxaç',
  breath:
    'respira não_respira nao_respira sufoc asfixi engasg inchad inchando a_inchar inchou alérgic alergic reação_alérgica garganta asma bombinha epipen adrenalina falta_de_ar sem_ar urticária placas_vermelhas lábios_roxos lábios_azuis ficando_roxo língua_inch picada_de falar_direito anafil',
  fall: '=caiu caí_da tombo escorreg tropeç não_consegue_levantar nao_consegue_levantar não_consegue_se_levantar não_se_levanta não_consigo_levantar não_se_consegue_levantar não_consegue_mexer não_consegue_se_mexer pelas_escadas das_escadas =queda quadril =anca tornozelo entorse não_consegue_andar caída caído_no_chão deitado_no_chão',
  missing:
    'desaparec perdemos perdi_meu perdi_o_meu perdi_minha perdi_a_minha não_encontr nao_encontr sumiu sumido não_acho nao_acho não_achamos perdida perdeu_se se_perdeu fugiu saiu_sozinho saiu_sozinha não_voltou nao_voltou ainda_não_voltou não_regressou visto_pela_última vista_pela_última última_vez_que_vi procurámos_por procurando_meu viram_o_meu não_sei_onde',
  child:
    'criança crianca filho filha bebé bebê =bebe menino menina =anos neto neta recém_nascido recem_nascido gémeos gêmeos garoto miúdo miúda meu_marido minha_mulher minha_esposa meu_esposo =mãe =pai =mamãe =papai =avó =avô',
  intruder:
    'arromb intruso forçando forçar bêbad tentando_entrar a_tentar_entrar tenta_entrar tentando_abrir a_tentar_abrir roubad roubaram roubo assalt invad desconhecido entraram entrou_no_quarto alguém_no_quarto alguém_no_nosso batendo_na_porta a_bater_na me_seguindo seguindo_me um_estranho homem_estranho bebad ladrão ladrao ladrões',
  drown:
    'afog fundo_da_piscina fundo_do_mar caiu_na_piscina caiu_à_piscina caiu_na_água debaixo_de_água debaixo_d_água debaixo_da_água embaixo_d_água nadador salva_vidas afundou afundando boiando a_boiar flutuando de_bruços não_sabe_nadar engoliu_água não_vem_acima correnteza arrastado_pela',
  fight:
    'porrada facada esfaque ameaç ameac =arma =armas armado pistola revólver tiros agred gritos gritando aos_gritos a_bater_na_mulher batendo_na_mulher espanc violên violent estrangul refém =briga =brigas brigando brigam =faca um_tiro =soco',
  shut: 'trancad tranquei presos presas =presa fechados fechado_fora fechada_fora porta_bateu porta_fechou fora_do_quarto do_lado_de_fora para_fora_do não_abre nao_abre não_abriu travou travada emperr entalad ficou_lá_dentro ficámos_presos não_consigo_sair nao_consigo_sair não_conseguimos_sair não_consigo_entrar não_conseguimos_entrar descalç de_pijama =preso',
  lift: 'elevador ascensor monta_cargas entre_dois_andares entre_andares entre_os_andares entre_pisos entre_dois_pisos botão_de_alarme botão_de_emergência cabine_parou cabina_parou escada_rolante escadas_rolantes poço_do_elevador',
  shock:
    'choque levei_um_choque levou_um_choque apanhei_um_choque dando_choque dá_choque fio_solto fios_soltos fio_desencapado fios_descarnados fios_expostos cabo_solto eletrocut electrocut tomada curto_circuito descarga_elétrica quadro_elétrico quadro_de_luz fios_desencapados fios_à_mostra',
  poison:
    'engoliu ingeriu bebeu_lixívia bebeu_produto bebeu_água_sanitária tomou_veneno tomou_muitos lixívia lixivia água_sanitária detergente desentupidor amoníaco produto_de_limpeza comprimidos pastilhas remédios_a_mais soníferos overdose envenen veneno tóxic intoxic',
  heart:
    'infarto enfarte cardíac =avc dor_no_peito dor_de_peito aperto_no_peito pressão_no_peito sem_pulso não_tem_pulso =pulso diabétic diabetic insulina hipoglic glicemia açúcar_baixo epilep 40_de_febre febre_alta derrame_cerebral epilé cardiac febre_de_40 dores_no_peito',
  birth:
    'contrações rebentaram_as_águas bolsa_rompeu bolsa_estourou rompeu_a_bolsa estourou_a_bolsa trabalho_de_parto em_trabalho_de entrou_em_parto dar_à_luz dando_à_luz bebé_está_a_nascer bebê_está_nascendo bebê_vai_nascer grávida gravida gravidez parteira aborto prematur obstetra',
  help: '=ajuda ajudem preciso_de_ajuda precisamos_de_ajuda =rápido =rapido rapidamente urgente urgência =agora agora_mesmo socorro socorram =já emergência emergencia imediatamente de_imediato venham venha_alguém depressa corram mandem =sos meu_deus em_perigo está_a_morrer vai_morrer',
  call: 'ambulância ambulancia médico medico doutor polícia policia =psp =gnr samu =inem =112 =190 =192 =193 =911 bombeiro paramédic socorrist enfermeir primeiros_socorros pronto_socorro segurança =hospital desfibrilador evacu anti_histamínico =médica',
  past: 'ontem anteontem obrigado obrigada agradec noite_passada semana_passada mês_passado ano_passado última_vez simulacro alarme_falso falso_alarme =foi =foram =era =estava =estavam =tinha =tínhamos =houve naquela_altura na_época felizmente por_sorte no_final já_resolvido já_foi_resolvid já_arranj',
  asks: 'há_algum tem_algum =têm vocês_têm pode_se onde_fica onde_é onde_está como_faço quanto_custa quanto_tempo a_que_horas =qual é_possível queria_perguntar queria_saber o_que_acontece =existe =posso =podemos poderia_me_dizer',
  minor:
    'sem_pressa não_há_pressa não_é_urgente não_é_emergência quando_puder =amanhã mais_tarde um_pouco um_bocadinho ligeiramente pinga gotej piscando apita nada_grave morrer_de_rir lareira fumador fumante cigarro cinzeiro churrasqu',
};
