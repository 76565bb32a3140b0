import type { TopicWords } from '../topic.js';

export const fr: TopicWords = {
  room: 'chambre suite =vue balcon meuble minibar armoire placard télé =tv bouilloire frigo lampe rideau moquette déco fenêtre prise volet fer_à_repasser',
  cleanliness:
    'propre sale =sales saleté crasse poussi tache cheveu cafard punaise moisi hygi ménage nettoy odeur pue poubelle fourmi impeccable humidité souris',
  bed_and_sleep:
    '=lit =lits matelas oreiller couette couverture dormi dormir sommeil draps =nuit_blanche literie couchage =dort lit_bébé',
  noise:
    'bruit bruyant calme insonoris isolation_phonique vacarme =musique travaux ronfle aboie fête boules_quies tapage silencieu cris entend',
  temperature:
    'clim climatisation chauffage radiateur froid =chaud chaleur étouffant thermostat gelé glacial température ventilateur degrés',
  bathroom:
    'salle_de_bain salle_d_eau douche toilette =wc lavabo robinet serviette baignoire eau_chaude savon shampoing shampooing évacuation sèche_cheveux chasse_d_eau pression',
  wifi: 'wifi wi_fi internet réseau connexion mot_de_passe =débit fibre signal',
  breakfast_and_food:
    'petit_déj petit_déjeuner =ptit_dej repas dîner déjeuner buffet restaurant =resto café =thé croissant pain cuisine menu carte plat =plats végé végan gluten dessert délicieu viennoiserie =oeufs nourriture manger soupe',
  bar: '=bar cocktail bière =vin =verre apéro barman boisson',
  staff:
    'personnel accueil réception réceptionniste équipe serveu =service directeur concierge =dame gentil aimable serviable désagréable souriant poli impoli employé femme_de_chambre',
  check_in: 'check_in checkin arrivée arriv enregistrement =clé =clés =clef carte_magnétique bienvenue',
  check_out: 'check_out checkout départ partir quitter libérer_la_chambre',
  waiting:
    'attend attente patient =queue =file heure_que =toujours_pas =toujours_rien depuis_une_heure minutes lent lenteur troisième_fois',
  value_and_price:
    'prix cher chère qualité_prix rapport_qualité argent coût tarif arnaque =vaut abordable supplément excessif',
  location:
    'emplacement situé centre gare plage aéroport métro quartier =à_pied tram proche loin bien_placé proximité',
  pool_and_spa: 'piscine =spa sauna jacuzzi massage hammam salle_de_sport fitness transat nager soin =gym',
  parking: 'parking garage voiture garer =garé stationn borne_de_recharge voiturier',
  safety:
    'sécurité sûr volé =vol voleur feu incendie fumée alarme fuite inond ambulance gaz urgence allergi serrure verrou coffre étincelle danger médecin police effraction',
  booking_and_billing:
    'réserv factur paie payé paiement rembours caution débit annul carte_bancaire reçu taxe_de_séjour prélev surfactur booking',
  urgent:
    'fuite+eau fuite+plafond inond dégât_des_eaux eau+plafond eau+partout coule+plafond enfermé+dehors bloqué+dehors bloqué+ascenseur bloquée+ascenseur bloqués+ascenseur coincé+ascenseur coincés+ascenseur coincée+ascenseur odeur+gaz sent+gaz odeur+brûlé sent+brûlé fumée+chambre fumée+couloir fumée_sort au_feu incendie feu+chambre étincelle électrocut ambulance samu pompiers douleur+poitrine plus_respirer peine_à_respirer mal_à_respirer inconscien évanoui saigne réaction_allergique choc_allergique anaphyl cambriol effraction inconnu+chambre intrus enfant+disparu fils+disparu fille+disparu introuvable+enfant appelez+police appelez+secours malaise+cardiaque crise_cardiaque médecin+vite monoxyde gonfle+visage perdu_connaissance',
  calm: 'détecteur =si =hier merci non_fumeur fumeur oreiller plumes normal exercice =où =avez pourriez',
};
