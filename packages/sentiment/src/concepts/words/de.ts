import type { ConceptWords } from '../concept.js';
export const de: ConceptWords = {
  negation: '=nicht =kein =keine =keinen =keiner =keinem =nie =niemals =nix =kaum =weder =noch_nie =ned =net',
  superb:
    'fantasti hervorragend ausgezeichnet perfekt wunderbar großartig grossartig traumhaft genial exzellent toll spitze klasse erstklassig mega hammer top einwandfrei tadellos makellos 1a überragend phänomenal sensationell',
  good: '=gut =gute =guten =gutes =guter =schön =nett =nette =netten =okay =ok angenehm prima super =fein solide ordentlich',
  enjoy:
    'genossen genießen gefallen gefiel liebe lieben geliebt begeister freude spaß beeindruck verliebt wohlgefühlt wohl_gefühlt fühlten_uns_wohl',
  thanks: 'danke dank vielen_dank herzlichen lob kompliment respekt bravo hut_ab',
  recommend: 'empfehl weiterempfehl empfohlen',
  return:
    'wiederkommen kommen_wieder gerne_wieder gern_wieder kommen_gerne immer_wieder nächstes_mal bis_bald bis_zum_nächsten jederzeit_wieder stammgast schon_wieder_gebucht',
  friendly:
    'freundlich herzlich lieb höflich zuvorkommend sympathisch lächel nettes_personal nette_leute charmant gastfreund warmherzig',
  helped: 'hilfsbereit geholfen half hilfreich kümmer unterstützt organisiert getragen',
  clean: 'sauber gepflegt blitzblank hygienisch gereinigt reinlich',
  comfy: 'bequem gemütlich kuschelig weich entspann erholt erholsam komfort wie_zuhause gut_geschlafen',
  tasty: 'lecker köstlich schmackhaft geschmeckt hat_geschmeckt gaumen knusprig',
  quiet: 'ruhig still leise erholsame_ruhe',
  fast: 'schnell sofort prompt umgehend zügig flott unkompliziert reibungslos binnen in_zehn_minuten innerhalb rasch',
  fixed:
    'repariert behoben gelöst erledigt ausgetauscht getauscht funktioniert_wieder geht_wieder läuft_wieder gebracht wiedergefunden umgezogen',
  gift: 'kostenlos gratis upgrade geschenk überraschung aufs_haus geschenkt blumen willkommensgetränk',
  beautiful: 'wunderschön hübsch modern stilvoll elegant charmant traumblick tolle_aussicht schöne_aussicht',
  worth: 'preiswert günstig lohnt preis_leistung jeden_cent fairer_preis wert',
  happy: 'zufrieden glücklich froh happy',
  best: '=beste =besten =bester =bestes unschlagbar lieblings',
  fresh: 'frisch reichhaltig große_auswahl vielfältig vielfalt auswahl hausgemacht',
  roomy: 'geräumig großzügig groß großes riesig hell',
  care: 'aufmerksam liebevoll fürsorglich bemüht gedacht mitgedacht geduldig rücksicht zuvorkommend',
  handy: 'zentral praktisch gut_gelegen gute_lage fußläufig nah perfekte_lage tolle_lage einfach direkt_am',
  faultless:
    'nichts_zu_meckern nichts_auszusetzen keine_beschwerde alles_bestens kein_grund_zur rundum keine_probleme problemlos ohne_probleme nichts_zu_beanstanden hat_alles_gepasst hat_alles_geklappt alles_super alles_gut alles_top erwartungen_übertroffen besser_geht_nicht',
  awful:
    'furchtbar schrecklich katastroph ekel widerlich grauenhaft grausam horror alptraum albtraum mies unterirdisch schlimm abartig unmöglich frechheit unverschämt saustall bruchbude schrott',
  bad: 'schlecht mäßig mittelmäßig schwach enttäuschend naja lieblos mangelhaft dürftig ungenügend bescheiden schlechter unterdurchschnittlich gewöhnungsbedürftig ausbaufähig',
  dirty:
    'dreckig schmutzig verdreckt staub unsauber krümel schmuddelig verklebt klebrig siffig ungeputzt nicht_geputzt nicht_gereinigt nicht_sauber müll',
  smell: 'stink stank gestank muffig gestunken riecht roch geruch mief',
  vermin: 'kakerlake wanze bettwanze mäuse ratte ungeziefer ameise insekt spinne silberfisch',
  stain: 'fleck schimmel haare haar_im kalk abgeplatzt risse zerrissen löcher blutfleck',
  broken: 'kaputt defekt zerbrochen abgebrochen klemmt beschädigt ausgefallen hinüber im_eimer',
  fails:
    'funktioniert_nicht geht_nicht gehen_nicht funktionierte_nicht ging_nicht läuft_nicht fällt_aus bricht_ab kein_warmes kein_wasser kein_empfang kein_internet kein_wlan kein_strom lässt_sich_nicht schließt_nicht öffnet_nicht tut_nicht streikt spinnt',
  works: 'funktionier =geht =ging klappt',
  rude: 'unfreundlich unhöflich arrogant patzig pampig genervt herablassend schnippisch ruppig desinteressiert angeschrien abweisend inkompetent überfordert augenrollen',
  loud: 'laut lärm krach hellhörig dröhn baustelle musik_bis gebrüll schreien party hört_alles bellen gehämmert bohren',
  cold: '=kalt kalte kaltes kalter eiskalt lauwarm eisig gefroren frieren friere zugig',
  hot: 'zu_heiß heiß stickig schwitz sauna_im unerträglich brütend zu_warm',
  wait: 'wart gewartet',
  slow: 'langsam spät verspät ewig dauert dauerte lahm schleppend verzöger',
  nobody:
    'niemand keiner keiner_da niemand_da meldet_sich_nicht geht_keiner_ran nimmt_keiner kein_mensch kein_personal unbesetzt',
  never:
    '=nie nie_wieder nie_mehr niemals nicht_wieder nicht_nochmal nicht_mehr_kommen einmal_und_nie finger_weg meiden',
  still: 'immer_noch =noch noch_immer bisher bis_jetzt',
  again:
    'schon_wieder erneut zum_dritten zum_zweiten zum_vierten wiederholt ständig dauernd andauernd jede_nacht jedes_mal mehrmals dritte_mal',
  dear: 'teuer überteuert wucher abzocke zu_hoch horrend saftig unverschämter_preis gepfeffert',
  charged:
    'berechnet abgebucht doppelt_abgebucht abgerechnet aufpreis zuschlag gebühr erstattung rückerstattung zurückerstattet belastet',
  ignored:
    'ignoriert abgewimmelt verweigert abgelehnt weigert vertröstet interessiert_keinen kümmert_niemanden stehen_gelassen im_stich',
  lost: 'verloren gestohlen geklaut fehlt fehlte fehlen vergessen verschwunden weg_ist',
  disappoint: 'enttäusch mehr_erwartet anders_erwartet nicht_wie_beschrieben irreführend bereue bereut',
  annoyed:
    'ärger ärgerlich wütend sauer nervt nervig genug peinlich schade zumutung lächerlich stress frust reicht_jetzt',
  complain: 'beschwer reklam bemängel',
  problem: 'problem mangel mängel schwierigkeit',
  wrong: 'falsch fehler verwechselt irrtum statt anstatt stimmt_nicht überbucht vertauscht',
  tiny: 'klein kleines winzig eng beengt mini schmal',
  worn: '=alt alte altes alter abgewohnt veraltet renovierungs abgenutzt heruntergekommen verwohnt in_die_jahre abgeranzt rostig',
  leak: 'tropft undicht überschwemm verstopft läuft_aus überflutet läuft_wasser leck',
  hard: 'unbequem hart durchgelegen steinhart rückenschmerzen quietscht wackelt knarzt ungemütlich',
  woke: 'geweckt nicht_geschlafen nicht_schlafen kein_auge schlaflos kaum_geschlafen wach ganze_nacht schlecht_geschlafen',
  tasteless:
    'geschmacklos fade verkocht verbrannt ungenießbar trocken zäh roh wässrig pappig versalzen altbacken',
  waste:
    'geldverschwendung nicht_wert lohnt_nicht rausgeschmissen abzocke betrug nepp geld_zurück unverhältnismäßig',
  closed:
    'geschlossen leer ausverkauft fehlanzeige nicht_verfügbar gesperrt nicht_vorhanden aufgebraucht kein_klopapier keine_handtücher kein_parkplatz zu_wenig außer_betrieb',
  promised: 'versprochen zugesagt gelogen angeblich laut_website hieß_es sollte versprach',
  sorry: 'entschuldig tut_leid tut_uns_leid',
  only: '=nur =bloß lediglich',
  without: '=ohne',
  nothing: '=nichts',
  alas: 'leider bedauerlich schade',
  danger: 'gefähr krank vergift verletz schmerz allerg angst übel notarzt rauch gas',
  unacceptable:
    'inakzeptabel unzumutbar unmöglich geht_gar_nicht unglaublich untragbar indiskutabel das_kann_nicht',
  forced: 'musste mussten gezwungen müssen',
  asked: 'gefragt angerufen nachgefragt gebeten rufe_an gemeldet bescheid_gesagt rezeption_gesagt anruf',
  queue: 'schlange anstehen',
  dark: 'dunkel feucht düster modrig fensterlos trist',
  please: '=bitte',
  could:
    'könnten_wir könnte_ich können_wir kann_ich könnten_sie können_sie wäre_es gibt_es haben_sie dürfen_wir ist_es_möglich möglich könnt_ihr habt_ihr',
  question: 'wann =wo =wie wie_viel um_wie_viel welche bis_wann wie_lange wie_weit',
  need: 'brauche brauchen bräuchte benötig hätte_gern hätten_gern möchte wir_möchten wünsch',
  if: '=ob =wenn =falls',
  later: 'morgen heute_abend später nächste_woche übermorgen am_sonntag am_samstag',
  hello: 'hallo guten_tag guten_morgen guten_abend moin servus hi',
  arrive: 'wir_kommen anreise ankunft reisen_an ich_komme',
  but: '=aber jedoch allerdings obwohl bis_auf trotzdem',
  very: '=sehr =echt wirklich absolut total extrem richtig',
  too: '=zu =etwas bisschen ziemlich viel_zu',
  since: '=seit gestern heute_früh seit_gestern seit_tagen tagelang',
  minutes: '=minuten =min',
  hours: 'stunde',
  twice: 'zweimal dreimal viermal mehrfach zwei_mal drei_mal doppelt',
  all: '=alles =alle =allem ganze',
  finally: 'endlich letztendlich am_ende',
};
