import type { HazardWords } from '../hazard.js';

export const fr: HazardWords = {
  fire: 'feu brûle flammes fumée étincelle explosé incendie =fume grésille fumee',
  gas: '=gaz odeur_de_gaz brûlé essence sent_le_gaz monoxyde',
  flood:
    'déborde inond jaillit fuit_du_plafond fuite_d_eau coule_du plafond éclaté gicle l_eau_monte coule_chez refoulent a_lâché',
  faint: 'inconscient évanoui effondr ne_répond_plus ne_bouge_plus malaise convuls ne_se_réveille',
  blood: '=sang saigne coupé_profond ébouillant brûlure fracture',
  breath: 'respire respirer étouff gonfle allergique épipen epipen gorge asthme urticaire',
  fall: 'tombé tombée glissé chute ne_peut_plus_se_relever',
  missing: 'disparu trouve_plus introuvable perdu_notre retrouvons_pas plus_au_club cherche_mon',
  child: 'enfant fils fille bébé petit_garçon petite garçon ans_ gamin',
  intruder:
    'intrus inconnu forcé_notre effraction cambriol ivre essaie_d_entrer voleur entrer_chez quelqu_un_dans volé frappe_à_ma',
  drown: 'noie noyade noyé fond_du_bassin fond_de_la_piscine',
  fight: 'bagarre couteau menace arme agress hurle cris',
  shut: 'enfermé bloqué coincé porte_a_claqué claquée à_la_porte ne_s_ouvre_plus sommes_dehors',
  lift: 'ascenseur',
  shock: 'électrocut décharge fils_électr tableau_électr prise',
  help: 'aide vite urgent urgence =maintenant au_secours secours immédiatement tout_de_suite venez',
  call: 'ambulance médecin police pompiers samu =112 =15 docteur secouriste',
  past: 'hier =merci nuit_dernière fausse_alerte exercice l_an_dernier avait_été',
};
