import type { HazardWords } from '../hazard.js';

export const es: HazardWords = {
  fire: 'fuego incendio quema llamas humo chispa ardiendo explot en_llamas echando_humo',
  gas: '=gas olor_a_gas huele_a_gas quemado gasolina monóxido',
  flood:
    'rebosa inunda sale_agua reventó cae_agua agua_del_techo chorro desborda reventado gotera_enorme agua_por cayendo_agua',
  faint: 'inconsciente desmay no_responde no_reacciona no_se_mueve convuls desplom',
  blood: 'sangr quemadura corte_profundo fractur se_cortó',
  breath: 'respira ahog atragant hinchad alérgic adrenalina garganta asma ronchas epipen tragar',
  fall: 'se_cayó caído resbal no_puede_levantarse caída',
  missing: 'perdido desaparec no_encontramos no_encuentro no_aparece se_perdió extravi',
  child: 'niño niña hijo hija bebé años_ nieto',
  intruder:
    'ladr entraron_a nos_han_entrado robar intentando_entrar intruso desconocido borracho forz aporre robado extraño golpeando_la_puerta',
  drown: 'ahogando ahogado fondo_de_la_piscina socorrista',
  fight: 'pelea navaja cuchillo amenaz arma agred gritos',
  shut: 'encerrad atrapad atascad se_cerró_la_puerta quedé_fuera quedamos_fuera no_puedo_salir no_podemos_salir no_abre pestillo',
  lift: 'ascensor elevador',
  shock: 'descarga electrocut cables calambre enchufe',
  help: 'ayuda =rápido urgente =ya ahora_mismo corran auxilio emergencia =ahora vengan por_favor_suban',
  call: 'ambulancia médico policía =112 bomberos doctor =911',
  past: 'ayer =gracias anoche simulacro falsa_alarma el_año_pasado fue_muy',
};
