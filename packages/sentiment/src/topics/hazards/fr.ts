import type { HazardWords } from '../hazard.js';

export const fr: HazardWords = {
  fire: '=feu =feux au_feu prend_feu pris_feu en_feu =brûle =brule brûlent flamme fumée fumee =fume étincelle explosé explosion incendie grésille ça_crame cramé calciné détecteur_de_fumée alarme_incendie embras carbonis a_fondu',
  gas: '=gaz odeur_de_gaz fuite_de_gaz sent_le_gaz pue_le_gaz odeur_de_brûlé odeur_de_brule sent_le_brûlé sent_le_brule sent_le_cramé odeur_chimique odeur_âcre œuf_pourri œufs_pourris sent_l_essence monoxyde propane butane émanations vapeurs_toxiques plastique_brûlé bouteille_de_gaz =essence',
  flood:
    'déborde deborde débordé inond jaillit fuit_du_plafond fuite_d_eau grosse_fuite coule_du_plafond tombe_du_plafond goutte_du_plafond éclaté canalisation tuyau_a_pété gicle l_eau_monte l_eau_coule l_eau_sort l_eau_passe coule_chez coule_partout eau_partout refoule a_lâché dégât_des_eaux à_flots égout plafond_s_effondre',
  faint:
    'inconscient évanoui evanoui s_évanouit effondr perdu_connaissance perd_connaissance ne_répond_plus ne_repond_plus ne_répond_pas ne_réagit ne_bouge_plus ne_bouge_pas malaise convuls ne_se_réveille tombé_dans_les_pommes dans_les_pommes yeux_révulsés écume syncope inanimé inerte tourne_de_l_œil pas_à_le_réveiller pas_à_la_réveiller',
  blood:
    '=sang saigne hémorragie hemorragie coupé_profond s_est_coupé me_suis_coupé coupure_profonde entaille ébouillant brûlure brulure s_est_brûlé s_est_brule fracture cassé_le_bras cassé_la_jambe bras_cassé jambe_cassée blessé blessure plaie ouvert_le_crâne ouvert_la_tête cogné_la_tête traumatisme points_de_suture',
  breath:
    'respire respiration étouff etouff s_étrangle suffoqu gonfle gonflé réaction_allergique allergique choc_anaphyl anaphyl épipen epipen adrénaline gorge asthme ventoline urticaire avalé_de_travers lèvres_bleues devient_bleu tout_bleu visage_gonfl langue_gonfl piqûre_de_guêpe heimlich',
  fall: 'tombé est_tombe glissé =chute chuté trébuché se_relever me_relever peut_plus_se_lever peut_pas_se_lever peut_plus_bouger peut_pas_bouger dans_les_escaliers de_l_échelle col_du_fémur hanche cheville entorse foulé mal_au_dos coincé_le_dos arrive_plus_à_marcher allongé_par_terre allongée_par_terre',
  missing:
    'disparu disparition trouve_plus trouve_pas_mon trouve_pas_ma introuvable perdu_notre perdu_mon_fils perdu_ma_fille perdu_mon_enfant retrouvons_pas retrouve_plus retrouve_pas plus_au_club cherche_mon_fils cherche_ma_fille cherchons_notre s_est_perdu s_est_enfui pas_revenu jamais_revenu pas_rentré vu_pour_la_dernière plus_de_nouvelles cherché_partout avez_vous_vu_mon avez_vous_vu_ma égaré sais_pas_où_est',
  child:
    'enfant mon_fils notre_fils son_fils =fille =filles bébé bebe nourrisson nouveau_né petit_garçon petite_fille ma_petite notre_petite mon_petit garçon garcon =ans gamin gosse mon_mari ma_femme =mère =père =maman =papa grand_mère grand_père =ado',
  intruder:
    'intrus inconnu forcé_notre forcé_la_porte force_la_porte forcer_la_porte forcer_ma effraction cambriol ivre essaie_d_entrer tente_d_entrer essaie_d_ouvrir voleur entrer_chez entré_dans_ma entré_dans_notre quelqu_un_dans quelqu_un_essaie quelqu_un_est_entré volé agresseur frappe_à_ma homme_dans_ma me_suit nous_suit rôde harcèle',
  drown:
    'noie noyade noyé se_noyer noyer fond_du_bassin fond_de_la_piscine tombé_dans_la_piscine tombée_dans_la_piscine sous_l_eau coulé_à_pic flotte_sur visage_dans_l_eau ne_remonte_pas ne_remonte_plus maître_nageur maitre_nageur sauveteur bu_la_tasse avalé_de_l_eau ne_sait_pas_nager emporté_par courant_l_emporte',
  fight:
    'bagarre se_bat rixe couteau menace menacé =arme =armes armé pistolet fusil coup_de_feu coups_de_feu agress hurle =cris crie_au poignard coups_de_couteau frappe_sa frappe_une tabasse tape_sa étrangle attaqué violen',
  shut: 'enfermé enferme bloqué bloque coincé coince porte_a_claqué porte_s_est_claqué porte_s_est_refermé claquée à_la_porte ne_s_ouvre_plus ne_s_ouvre_pas s_ouvre_plus s_ouvre_pas sommes_dehors suis_dehors resté_dehors peux_plus_sortir peux_pas_sortir pouvons_plus_sortir peux_plus_rentrer pieds_nus en_pyjama en_peignoir serrure_bloqu arrive_pas_à_sortir',
  lift: 'ascenseur ascenceur asenseur monte_charge entre_deux_étages entre_deux_etages entre_les_étages cabine_bloquée cabine_arrêtée cabine_s_est_arrêté bouton_d_alarme cage_d_ascenseur escalator escalier_roulant coincés_entre',
  shock:
    'électrocut electrocut décharge choc_électrique électrisé coup_de_jus pris_le_jus prend_le_jus châtaigne fils_électr fil_électr fils_dénudés fil_dénudé fils_à_nu câble_dénudé câbles_dénudés tableau_électr =prise =prises prise_électr court_circuit fil_qui_pend fils_qui_pendent disjonct =câble =câbles',
  poison:
    'avalé_du avalé_des avalé_un avaler ingéré bu_du_produit bu_de_la a_bu_du javel produit_d_entretien produit_ménager produit_vaisselle détergent déboucheur comprimés somnifère pilules overdose empoisonn intoxic =poison trop_de_médicaments capsule_de_lessive cachets',
  heart:
    'crise_cardiaque arrêt_cardiaque infarctus cardiaque =avc attaque_cérébrale douleur_à_la_poitrine douleur_dans_la_poitrine mal_à_la_poitrine poitrine_serr pas_de_pouls =pouls diabétique insuline hypoglyc épilep epilep 40_de_fièvre forte_fièvre massage_cardiaque diabetique',
  birth:
    'contractions accouche va_accoucher perdu_les_eaux perd_les_eaux perte_des_eaux poche_des_eaux bébé_arrive en_travail femme_enceinte suis_enceinte est_enceinte enceinte_de sage_femme fausse_couche maternité prématuré obstétric gynécolog',
  help: '=aide aidez à_l_aide a_l_aide besoin_d_aide =vite très_vite dépêchez depechez urgent urgence =maintenant au_secours secours immédiatement immediatement tout_de_suite sur_le_champ venez envoyez quelqu_un_peut_venir =sos mon_dieu en_danger va_mourir en_train_de_mourir au_plus_vite à_la_chambre numéro_de_chambre',
  call: 'ambulance médecin medecin docteur police gendarme pompiers samu smur =112 appelez_le urgentiste secouriste premiers_secours infirmier infirmière hôpital hopital vigile agent_de_sécurité service_de_sécurité appelez_la_sécurité centre_antipoison antipoison défibrillateur évacu antihistaminique',
  past: 'hier =merci remerci nuit_dernière la_nuit_dernière semaine_dernière l_an_dernier l_année_dernière dernière_fois fausse_alerte fausse_alarme exercice avait_été =était =étaient =etait =avait =avions à_l_époque heureusement finalement au_final déjà_réparé déjà_réglé été_réparé il_y_a_deux tout_à_l_heure',
  asks: 'y_a_t_il avez_vous_un avez_vous_des puis_je peut_on pouvons_nous où_est où_se_trouve où_puis_je comment_faire comment_puis combien à_quelle_heure a_quelle_heure quel_est quelle_est est_il_possible voulais_savoir voulais_demander que_se_passe proposez_vous est_ce_qu_il',
  minor:
    'pas_pressé pas_urgent rien_d_urgent pas_une_urgence quand_vous_aurez quand_vous_pourrez à_l_occasion =demain plus_tard un_peu légèrement goutte_à_goutte clignote =bip pas_grave mort_de_rire à_tomber cheminée fumeur cigarette cendrier station_service barbecue',
};
