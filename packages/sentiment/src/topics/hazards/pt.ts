import type { HazardWords } from '../hazard.js';

export const pt: HazardWords = {
  fire: 'fogo incêndio queimando chamas fumo fumaça faísca explod pegando_fogo',
  gas: '=gás cheiro_a_gás cheiro_de_gás vazando_gás queimado gasolina',
  flood:
    'inunda transbord jorr água_do_teto rebentou estourou água_a_cair caindo_água alagad não_para_de_deitar vazando_água água_por',
  faint: 'desmai inconsciente não_responde não_reage convuls não_se_mexe desfalec',
  blood: 'sangu queimou corte cortado fratur',
  breath: 'respirar respira sufoc engasg inchad alérgic garganta asma inchando epipen falar_direito',
  fall: 'caiu escorreg não_consegue_levantar',
  missing: 'desaparec perdemos perdi_meu não_encontr sumiu não_acho perdida',
  child: 'criança filho filha bebé bebê menino menina anos_ neto',
  intruder:
    'ladr arromb intruso estranho forçando bêbad tentando_entrar roubad assalt invad desconhecido entraram',
  drown: 'afog fundo_da_piscina nadador',
  fight: 'briga faca ameaç arma agred gritos',
  shut: 'trancad presos preso fechados porta_bateu fora_do_quarto não_abre travou ficou_lá_dentro',
  lift: 'elevador',
  shock: 'choque fio_solto fios eletrocut tomada',
  help: 'ajuda ajudem rápido urgente =agora socorro já_ emergência imediatamente venham depressa',
  call: 'ambulância médico polícia samu =112 =192 bombeiros segurança',
  past: 'ontem =obrigad noite_passada simulacro alarme_falso ano_passado',
};
