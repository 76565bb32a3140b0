import type { Phrases } from './phrases.js';

export const french: Phrases = {
  beforeArrival: [
    'Bonjour, notre train arrive à neuf heures. Pouvons-nous déposer nos bagages avant l’arrivée ?',
    'Est-ce que le petit déjeuner est compris dans le prix de la chambre ?',
    'Bonsoir, nous voyageons avec un bébé et nous aurions besoin d’un lit pour lui.',
  ],
  request: [
    'Pourriez-vous nous apporter deux serviettes et un oreiller de plus, s’il vous plaît ?',
    'À quelle heure ferme la piscine ce soir et faut-il réserver ?',
    'Serait-il possible de quitter la chambre une heure plus tard demain ?',
  ],
  complaint: [
    'La climatisation est en panne et très bruyante, nous n’avons pas dormi de la nuit.',
    'La salle de bain était sale à notre arrivée et il n’y a toujours pas d’eau chaude.',
    'Nous attendons depuis une heure et personne ne répond à la réception, c’est inadmissible.',
  ],
  praise: [
    'Merci beaucoup, la chambre est magnifique et la vue est superbe !',
    'Le petit déjeuner était délicieux et toute votre équipe est très gentille.',
    'Parfait, c’était vraiment rapide. Merci pour cet excellent service !',
  ],
  afterStay: [
    'Bonjour, je crois avoir oublié une écharpe grise dans l’armoire. L’avez-vous retrouvée ?',
    'Pourriez-vous m’envoyer la facture au nom de mon entreprise, s’il vous plaît ?',
  ],
  goodReview: [
    'Un séjour merveilleux. Le personnel est aimable, la chambre était impeccable et le petit déjeuner excellent.',
    'Très bel hôtel, bien situé et calme, avec des lits confortables. Nous reviendrons avec plaisir.',
    'Accueil chaleureux, superbe cuisine et une vue magnifique sur la ville.',
  ],
  badReview: [
    'Très déçus. La chambre était sale, les murs sont trop minces et le personnel désagréable.',
    'Beaucoup trop cher pour ce que c’est. L’ascenseur était en panne et personne ne s’est excusé.',
    'Mauvaise expérience : eau froide, lampe cassée et une odeur horrible dans le couloir.',
  ],
  pageComment: [
    'Est-ce que quelqu’un sait si le restaurant est ouvert le dimanche en hiver ?',
    'Quel bel endroit, nous avons passé un week-end merveilleux chez vous !',
  ],
  answer: [
    'Merci pour votre message. Nous l’avons transmis à notre équipe et nous vous répondrons aujourd’hui.',
  ],
  thanks: ['Merci pour vos mots si gentils. Toute l’équipe espère vous revoir bientôt chez nous.'],
  apology: [
    'Nous sommes désolés que votre séjour n’ait pas été à la hauteur. Nous en avons parlé avec l’équipe.',
  ],
};
