import type { LexiconSource } from './lexicon-source.js';

export const de: LexiconSource = {
  language: 'de',
  writing: 'spaced',
  weights: {
    '3': `atemberaubend* ausgezeichnet* außergewöhnlich* begeister* beste besten bester bestes einmalig*
      einwandfrei* erstklassig* exzellent* fabelhaft* fantastisch* genial* großartig* hammer herausragend*
      hervorragend* klasse makellos* mega perfekt* phantastisch* sensationell* spitze spitzen* super
      supertoll* top traumhaft* unschlagbar* unvergesslich* vorzüglich* wunderbar* wundervoll* überragend*`,
    '2': `angenehm* aufmerksam* bedanken* charmant* dankbar* danke dankeschön edel* empfehl* entspann*
      erholsam* erholt freundlich* frisch* gastfreundlich* gefallen* gefreut gefällt geliebt gemütlich*
      genießen genossen genuss gern_wieder gerne_wieder geschmackvoll* glücklich* herrlich* herzlich*
      hilfsbereit* höflich* ideal* idyllisch* komme_wieder kommen_wieder köstlich* lecker* liebe lieben
      liebenswert* liebevoll* lobenswert* luxuriös* nett* professionell* reichhaltig* romantisch* ruhe
      ruhig* sauber* schmackhaft* schön* sehr_gut sicher sympathisch* toll* vielen_dank vielfältig*
      wiederkommen wohl wohlfühl* wohlgefühlt zufrieden* zuvorkommend*`,
    '1': `abwechslungsreich* bemüht* bequem* besser* danke_schön fair* fein* flexibel* froh geduldig* geholfen
      gelungen gepflegt* geräumig* gratis groß* gut gute gutem guten guter gutes günstig* helfen hell*
      hilfreich* hübsch* interessant* komfortabel* kompetent* kostenlos* kulant* lohnt* lächeln* modern*
      mögen neu neue neuen neues neuwertig* ok okay ordentlich* praktisch* preisleistung preiswert* prima
      problemlos* pünktlich* rasch* reibungslos* renoviert* schnell* solide* stilvoll* unkompliziert*
      vorteil* warm_empfangen warmherzig* zentral* zuverlässig*`,
    '0': `danke_im_voraus einen_schönen_tag freundliche_grüße frische_handtücher gute_nacht guten_abend
      guten_morgen guten_tag kein_problem keine_probleme liebe_grüße mit_freundlichen_grüßen
      neue_handtücher nicht_nur nichts_auszusetzen schönen_abend schönen_gruß schönen_tag so_gut_wie
      vielen_dank_im_voraus zu_guter_letzt`,
    '-1': `abgenutzt* abgewohnt* alt altbacken* alte alten alter altes anstrengend* ausgebucht bemängel*
      dauerte defekt* dunkel* durchgelegen* durchschnittlich* eng enge engen enger fade fehler* fehlt
      fehlte fehlten feucht* fleck flecken gestört gewartet hart harte hellhörig* in_die_jahre_gekommen
      kalt* kaputte* klein kleine kleinen kleiner kleines knarrt lang_gewartet langsam* langweilig* laut
      laute lauten lauter leider lieblos* lärm* mangel mangelhaft* mittelmäßig* muffig* mängel müde
      mühsam* nachteil* nass* nervig* nervt problem* renovierungsbedürftig* schade schimmert schlange
      schwach* schwierig* sparsam* spartanisch* staub* stickig* teuer teure teuren trocken* tropft
      umständlich* unbequem* undicht* unklar* unruhig* veraltet* vergessen verschlissen* verspät*
      verstopft* verwirrend* verzöger* warten wartezeit* zu_heiß zu_warm zu_weich zu_weit zäh* überfüllt*
      überteuert*`,
    '-2': `abgelehnt abzocke arrogant* beschimpf* beschwer* betrogen betrug* bettwanzen defizit dreck dreckig*
      eklig* enttäusch* falsch* frech* frust* funktioniert_nicht funktionierte_nicht gefährlich*
      geht_nicht geklaut gestank gestohlen haare hasse ignorier* inakzeptabel* kakerlake* kaputt
      katastrophe lügen mies* mist nicht_zu_empfehlen nie_wieder rücksichtslos* saumäßig* schimmel*
      schlecht* schlimm* schmutz* schrott schäbig* stank stinken* stinkt traurig* unangenehm* unbrauchbar*
      unfreundlich* unfähig* ungenießbar* ungepflegt* ungeziefer unhygienisch* unhöflich* unmöglich*
      unprofessionell* unsauber* unverschämt* unzufrieden* unzumutbar* verdorben* verdreckt* verschimmelt*
      versifft* verärgert* wanzen wut wütend zumutung ärger* übel`,
    '-3': `abartig* abscheulich* absteige albtraum* alptraum* ekelhaft* entsetzlich* frechheit furchtbar*
      grauenhaft* grauenvoll* grottig* horror* katastrophal* scheiss* scheiße schlechteste* schlimmste*
      schrecklich* skandal* unerträglich* unterirdisch* widerlich*`,
  },
  negations:
    'kaum kein keine keinem keinen keiner keinerlei keines nicht nichts nie niemals niemand nirgends ohne weder wenig',
  negationsAfter: 'nicht',
  conjunctions: 'aber da denn doch obwohl sondern und weil',
  intensifiers:
    'absolut außerordentlich besonders echt extrem komplett mega richtig sehr so total unglaublich unheimlich viel völlig wirklich zu überaus',
  diminishers: 'bisschen eher einigermaßen etwas fast leicht relativ teilweise wenig ziemlich',
};
