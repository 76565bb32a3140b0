import type { HazardWords } from '../hazard.js';

export const it: HazardWords = {
  fire: 'fuoco incendio brucia fiamme fumo scintill esplos antincendio va_a_fuoco',
  gas: '=gas odore_di_gas puzza_di_gas bruciato benzina metano sibilo',
  flood:
    'allaga trabocc perdita_d_acqua cola_acqua esce_acqua scoppiat acqua_dal_soffitto soffitto zampill acqua_ovunque schizza',
  faint: 'svenut incoscien non_risponde non_si_muove convuls sentita_male collass non_si_sveglia malore',
  blood: 'sangu ustion ferit tagliat frattur',
  breath: 'respir soffoc gonfi allergic gola epipen asma strozz shock_anafil',
  fall: 'cadut scivolat non_riesce_ad_alzarsi',
  missing: 'scompars sparit non_troviamo_più non_trovo_più perso_mio perso_nostr non_lo_trov non_la_trov',
  child: 'bambin figli bimb neonat anni_ nipotin ragazzin',
  intruder: 'ladri intruso estraneo ubriac sfondare entrare_in_camera scassinat rubat forzare sconosciut',
  drown: 'anneg affog fondo_della_piscina non_risale bagnino',
  fight: 'rissa coltello minacc picchiand arma aggred urla',
  shut: 'chius_fuori chiusi bloccat intrappolat chiuso rimasto_dentro rimasti_fuori non_si_apre incastrat',
  lift: 'ascensore',
  shock: 'scossa fili_scoperti folgorat presa_elettr',
  help: 'aiuto =subito presto urgente emergenza =adesso fate_presto immediatamente =ora venite',
  call: 'ambulanza medico polizia carabinieri =112 =118 pompieri dottore',
  past: 'ieri =grazie stanotte esercitazione falso_allarme l_anno_scorso',
};
