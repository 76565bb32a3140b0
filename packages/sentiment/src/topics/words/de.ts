import type { TopicWords } from '../topic.js';

export const de: TopicWords = {
  room: '~zimmer suite aussicht ausblick balkon möbel minibar schrank fernseher =tv wasserkocher kühlschrank lampe vorhang vorhäng teppich einrichtung steckdose fenster bügeleisen ausstattung',
  cleanliness:
    'sauber dreck schmutz staub flecken fleckig haare_im haare_in kakerlake wanzen schimmel hygien putz gereinigt reinigung riecht stinkt gestank müll ameisen muffig gepflegt blitzblank krümel',
  bed_and_sleep:
    '=bett =betten ~matratze kissen kopfkissen bettdecke decke schlaf geschlafen bettwäsche laken bettzeug babybett schlief ~bett',
  noise:
    '~lärm laut =laut hellhörig ruhig =ruhe geräusch krach musik bellt schnarch baustelle bohr party leise ohrstöpsel dröhn brummt getrampel',
  temperature:
    'klimaanlage =klima heizung heizkörper =kalt eiskalt heiß warm stickig thermostat frieren gefroren =friert temperatur hitze ventilator grad',
  bathroom:
    '~badezimmer =bad dusche =wc toilette klo waschbecken handtuch handtücher badewanne warmwasser heißes_wasser warmes_wasser seife shampoo abfluss wasserdruck föhn fön wasserhahn spülung',
  wifi: 'wlan wifi wi_fi internet netz router passwort verbindung signal empfang',
  breakfast_and_food:
    'frühstück =essen abendessen mittagessen buffet büffet restaurant kaffee =tee =ei =eier brötchen brot speisekarte koch küche vegan vegetarisch gluten suppe lecker dessert speisen obst rührei halbpension',
  bar: '=bar hotelbar cocktail =bier wein barkeeper drinks getränk aperol =gin',
  staff:
    'personal mitarbeiter rezeption empfang chef kellner bedienung service team concierge zimmermädchen freundlich unfreundlich hilfsbereit =dame =herr höflich herzlich',
  check_in:
    'check_in checkin einchecken eingecheckt anreise ankunft angekommen schlüssel zimmerkarte schlüsselkarte ankommen begrüßung',
  check_out: 'check_out checkout auschecken ausgecheckt abreise abreisen auszug spätabreise',
  waiting:
    '~wart gewartet warteschlange schlange =noch_immer immer_noch stunde stunden minuten seit_einer niemand_kommt dauert langsam dritte_mal =ewig',
  value_and_price: 'preis teuer billig günstig geld =wert kosten kostet überteuert abzocke preiswert gebühr',
  location:
    '=lage zentrum zentral bahnhof strand flughafen straßenbahn u_bahn fußläufig =nähe zu_fuß umgebung viertel haltestelle entfernt gelegen',
  pool_and_spa: '~pool =spa sauna whirlpool massage fitness schwimm wellness dampfbad liege liegen therme',
  parking: '~park tiefgarage garage =auto stellplatz ladesäule wallbox geparkt',
  safety:
    'sicher sicherheit gestohlen geklaut diebstahl feuer rauch brand alarm notarzt notfall gas allerg einbruch eingebrochen verriegel schloss abgeschlossen ausgesperrt funken gefährlich polizei arzt überschwemm',
  booking_and_billing:
    'buchung gebucht buchen reserv rechnung abgebucht bezahl zahlung rückerstattung erstatt kaution storn quittung kreditkarte doppelt_berechnet kurtaxe beleg',
  urgent:
    'wasser+decke wasser+läuft überschwemm überflut rohrbruch wasserrohrbruch unter_wasser ausgesperrt eingesperrt aufzug+stecken fahrstuhl+stecken aufzug+fest stecken_im_aufzug gasgeruch riecht+gas riecht_verbrannt brandgeruch verbrannt+riecht riecht+rauch rauch+zimmer rauch+flur qualm es_brennt =brennt+zimmer feuer+zimmer funken stromschlag notarzt krankenwagen rettungswagen brustschmerzen keine_luft atemnot bewusstlos ohnmächtig blutet allergische_reaktion allergischer_schock anaphyl einbrecher eingebrochen fremder+zimmer kind+verschwunden kind+weg tochter+verschwunden sohn+verschwunden polizei_rufen herzinfarkt schlaganfall zusammengebrochen kohlenmonoxid sofort+arzt feueralarm',
  calm: 'rauchmelder =falls =wenn =gibt =wo gestern danke nichtraucher raucher raucherzimmer kissen normal übung probealarm federn könnte',
};
