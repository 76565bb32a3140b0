import type { TopicWords } from '../topic.js';

export const nl: TopicWords = {
  room: '~kamer suite uitzicht balkon meubel minibar kast televisie =tv waterkoker koelkast lamp gordijn tapijt inrichting raam stopcontact strijkijzer interieur',
  cleanliness:
    'schoon schoonmaak vies vuil smerig stof vlek haren kakkerlak bedwants schimmel hygien ruikt stinkt stank afval prullenbak mieren proper muf gepoetst',
  bed_and_sleep:
    '=bed =bedden matras kussen dekbed deken slaap slapen geslapen laken beddengoed babybed sliep',
  noise:
    'lawaai geluid herrie luid rustig stil gehorig muziek bouw boren snurk blaft feest oordop =rust stilte',
  temperature:
    'airco verwarming radiator koud ijskoud warm heet benauwd thermostaat temperatuur ventilator hitte graden klimaat',
  bathroom:
    'badkamer douche toilet =wc wastafel kraan handdoek =bad ligbad warm_water zeep shampoo afvoer föhn doorspoel waterdruk',
  wifi: 'wifi wi_fi internet netwerk verbinding wachtwoord signaal router bereik',
  breakfast_and_food:
    'ontbijt eten diner lunch buffet restaurant koffie thee =ei eieren brood menu kaart keuken kok vegan vegetarisch gluten soep toetje lekker gerecht maaltijd fruit',
  bar: '=bar cocktail bier wijn barman drankje borrel drank',
  staff:
    'personeel receptie receptionist medewerker ober bediening service team manager vriendelijk onvriendelijk onbeschoft behulpzaam gastvrij aardig =mevrouw beleefd kamermeisje',
  check_in: 'check_in inchecken ingecheckt aankomst aankomen sleutel kamerpas keycard ontvangst welkom',
  check_out: 'check_out uitchecken uitgecheckt vertrek vertrekken',
  waiting: 'wacht rij =nog_steeds uur minuten duurt duurde langzaam traag derde_keer niemand_komt',
  value_and_price: 'prijs duur goedkoop geld =waard kost prijzig afzetterij tarief betaalbaar',
  location:
    'locatie ligging centrum station strand luchthaven vliegveld metro tram buurt wijk loopafstand dichtbij gelegen centraal',
  pool_and_spa: 'zwembad =spa sauna jacuzzi bubbelbad massage fitness gym zwemmen ligbed wellness',
  parking: 'parkeer parkeren geparkeerd garage =auto laadpaal',
  safety:
    'veilig gestolen diefstal dief brand vuur rook alarm lek lekt overstro ambulance =gas noodgeval allerg slot kluis vonken gevaarlijk dokter politie inbraak',
  booking_and_billing:
    'boeking geboekt boeken reserv rekening factuur betaal betaling terugbetaal borg annul creditcard afgeschreven bonnetje toeristenbelasting',
  urgent:
    'water+plafond lekt+plafond overstro onder_water waterleiding+gesprongen leiding+gesprongen buitengesloten opgesloten vast+lift gaslucht ruik+gas ruikt+gas brandlucht ruikt+verbrand rook+kamer rook+gang er_komt_rook in_brand brand+kamer vonken kortsluiting stroomschok ambulance pijn+borst geen_lucht ademnood kan_niet_ademen bewusteloos flauwgevallen bloedt allergische_reactie anafyl inbreker ingebroken vreemde+kamer kind+kwijt zoon+kwijt dochter+kwijt kind+vermist bel+politie hartaanval brandweer dokter+nodig koolmonoxide',
  calm: 'rookmelder =als gisteren bedankt dank rookvrij kussen veren normaal oefening =waar kunnen kunt',
};
