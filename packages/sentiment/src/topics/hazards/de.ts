import type { HazardWords } from '../hazard.js';

export const de: HazardWords = {
  fire: 'brennt gebrannt =feuer flammen rauch qualm funken explodiert feueralarm brandalarm verschmort',
  gas: '=gas gasgeruch riecht_nach_gas abgase benzin verbrannt stechend',
  flood:
    'läuft_über läuft_aus schießt strömt überschwemm wasser_kommt drückt_wasser geplatzt rohrbruch aus_der_decke von_der_decke durch_die_decke überflut spritzt steht_unter_wasser tropft_auf',
  faint:
    'bewusstlos ohnmächtig zusammengebrochen nicht_ansprechbar reagiert_nicht rührt_sich krampfanfall krampft wacht_nicht',
  blood: 'blutet blut verbrüht gebrochen platzwunde verbrannt schnittwunde',
  breath:
    'luft atmet atmen erstick schwillt geschwollen allergisch epipen allergie asthma ausschlag verschluckt',
  fall: 'gestürzt gefallen hingefallen ausgerutscht kommt_nicht_hoch',
  missing:
    'vermisst verschwunden ist_weg finden_unser nicht_auffindbar zuletzt verlaufen finden_ihn_nicht finden_sie_nicht',
  child: 'kind sohn tochter baby junge mädchen enkel kleine jahre_alt',
  intruder:
    'eingebrochen einbrecher fremder versucht reinzukommen aufgebrochen betrunken tritt_gegen hämmert gestohlen einbruch jemand_in_unser randaliert',
  drown: 'ertrink ertrunken rettungsschwimmer untergegangen beckenboden',
  fight: 'schläger messer prügel bedroht waffe schreit greift_an',
  shut: 'ausgesperrt eingesperrt eingeschlossen steckt stecken zugefallen kommen_nicht_raus kommen_nicht_rein feststecken klemmt festsitz sitzen_fest',
  lift: 'aufzug fahrstuhl lift',
  shock: 'stromschlag kabel elektro steckdose',
  help: 'hilfe schnell sofort dringend =jetzt notfall gerade bitte_kommen beeil',
  call: 'notarzt krankenwagen arzt polizei =112 =110 rettungsdienst sanitäter feuerwehr',
  past: 'gestern letzte_nacht letztes_jahr danke fehlalarm übung damals war_sehr vorgestern',
};
