import type { Phrases } from './phrases.js';

export const german: Phrases = {
  beforeArrival: [
    'Guten Tag, wir kommen erst gegen Mitternacht an. Ist die Rezeption dann noch besetzt?',
    'Hallo, gibt es bei Ihnen einen Parkplatz und was kostet er pro Nacht?',
    'Wäre es möglich, ein Zimmer in einem der oberen Stockwerke zu bekommen?',
    'Guten Morgen, wir reisen mit Hund. Ist das in Ihrem Haus erlaubt?',
  ],
  request: [
    'Könnten Sie uns bitte noch zwei Handtücher und ein Kissen aufs Zimmer bringen?',
    'Hallo, ab wann gibt es morgen Frühstück und wo findet es statt?',
    'Wir würden gerne eine Stunde später auschecken, geht das?',
    'Können Sie uns bitte für morgen früh um fünf ein Taxi zum Flughafen bestellen?',
  ],
  complaint: [
    'Die Klimaanlage ist kaputt und so laut, dass wir die ganze Nacht nicht schlafen konnten.',
    'Das Badezimmer war schmutzig und es gibt schon wieder kein warmes Wasser. Das ist eine Zumutung.',
    'Wir warten seit einer Stunde auf das bestellte Essen, das ist wirklich sehr enttäuschend.',
    'Das WLAN ist furchtbar langsam, so kann ich leider nicht arbeiten.',
  ],
  praise: [
    'Vielen Dank, das Zimmer ist wunderschön und die Aussicht einfach herrlich!',
    'Das Frühstück war hervorragend und Ihre Mitarbeiter sind sehr freundlich.',
    'Super, das ging wirklich schnell. Danke für den tollen Service!',
  ],
  afterStay: [
    'Guten Tag, ich habe vermutlich meine Brille im Zimmer vergessen. Haben Sie sie gefunden?',
    'Könnten Sie mir bitte die Rechnung noch einmal mit der Firmenadresse schicken?',
    'Wir sind gestern abgereist, wann wird die Kaution zurückgebucht?',
  ],
  goodReview: [
    'Ein rundum gelungener Aufenthalt. Sauberes Zimmer, sehr freundliches Personal und ein hervorragendes Frühstück.',
    'Tolle Lage mitten in der Stadt, bequeme Betten und trotzdem herrlich ruhig. Wir kommen gerne wieder.',
    'Wunderschönes Haus mit viel Liebe zum Detail, das Essen war ausgezeichnet.',
  ],
  badReview: [
    'Leider sehr enttäuschend. Das Zimmer war schmutzig, die Wände sind dünn und das Personal war unfreundlich.',
    'Viel zu teuer für das, was geboten wird. Der Aufzug war kaputt und niemand hat sich entschuldigt.',
    'Schlechte Erfahrung: kaltes Wasser, defekte Heizung und ein schrecklicher Geruch im Flur.',
  ],
  pageComment: [
    'Weiß jemand, ob das Restaurant auch im Winter am Sonntag geöffnet hat?',
    'Wir hatten letzte Woche ein wunderbares Wochenende bei euch, vielen Dank!',
    'Wir haben vierzig Minuten auf einen Tisch gewartet und die Suppe war kalt. Schade.',
  ],
  answer: [
    'Vielen Dank für Ihre Nachricht. Wir haben sie an unser Team weitergegeben und melden uns heute noch.',
    'Guten Tag, schicken Sie uns bitte Ihre Reisedaten, dann sehen wir gerne für Sie nach.',
  ],
  thanks: ['Herzlichen Dank für Ihre freundlichen Worte. Wir freuen uns, wenn Sie uns bald wieder besuchen.'],
  apology: [
    'Es tut uns leid, dass Ihr Aufenthalt nicht Ihren Erwartungen entsprach. Wir haben mit dem Team gesprochen.',
  ],
};
