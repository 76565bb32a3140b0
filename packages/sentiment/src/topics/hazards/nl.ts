import type { HazardWords } from '../hazard.js';

export const nl: HazardWords = {
  fire: 'brand =vuur vlammen rook rookt vonken ontploft in_brand',
  gas: '=gas gaslucht gas_ruik aangebrand benzine koolmonoxide',
  flood:
    'stroomt_over overstroomt spuit gesprongen water_komt uit_het_plafond door_het_plafond gutst lekkage lekt onder_water overstroming plafond_komt',
  faint: 'bewusteloos flauwgevallen reageert_niet onwel beweegt_niet in_elkaar_gezakt stuip niet_wakker',
  blood: 'bloed bloedt verbrand snee gebroken',
  breath: 'adem ademt stikt verslik gezwollen opgezwollen allergisch epipen keel benauwd astma',
  fall: 'gevallen uitgegleden kan_niet_opstaan klem',
  missing: 'vermist kwijt zoek_ is_zoek is_weg niet_vinden verdwenen laatst_gezien',
  child: 'kind zoon dochter baby jongetje meisje jaar_ peuter kleinzoon',
  intruder: 'inbreker ingebroken vreemde dronken beuken probeert gestolen binnen_te_komen iemand_in_onze',
  drown: 'verdrink verdronk bodem_van_het_zwembad ondergegaan',
  fight: 'vechtpartij mes bedreig wapen gevecht schreeuw aangevallen',
  shut: 'buitengesloten opgesloten zit_vast vastzit vast_in staat_stil deur_dicht klemt muurvast slot_gevallen komen_er_niet',
  lift: '=lift',
  shock: 'stroomstoot schok draden kabel stopcontact',
  help: 'help snel meteen dringend =nu nood spoed direct haast',
  call: 'ambulance dokter politie =112 arts brandweer',
  past: 'gisteren bedankt vannacht oefening vals_alarm vorig_jaar',
};
