import type { ConceptWords } from '../concept.js';
export const nl: ConceptWords = {
  negation: '=niet =geen =nooit =nergens =niks_van =noch =amper =nauwelijks =nie =ni',
  superb:
    'fantastisch geweldig uitstekend perfect prachtig super top schitterend uitmuntend briljant fenomenaal magnifiek onvergetelijk subliem keurig vlekkeloos toppie voortreffelijk buitengewoon waanzinnig puik',
  good: '=goed =goede =fijn =fijne =leuk =leuke =prima =netjes =oke =ok =aardig =mooi degelijk prettig =lief beter_dan =gaaf =tof',
  enjoy:
    'genoten genieten genoot bevallen beviel gehouden heerlijk plezier blij_mee onder_de_indruk hou_van verliefd',
  thanks: 'dank bedankt dankjewel dankuwel compliment chapeau hulde petje_af thanks',
  recommend: 'aanrader aanraden raad_aan raden_aan raden_het raad_het',
  return:
    'komen_terug kom_terug terugkomen volgende_keer komen_graag zeker_terug tot_ziens tot_de_volgende graag_terug weer_boeken',
  friendly:
    'vriendelijk behulpzaam gastvrij lief attent hartelijk glimlach beleefd sympathiek warm_welkom warme_ontvangst aardige_mensen voorkomend',
  helped: 'geholpen hielp hulp helpt hielpen meegedacht denken_mee gebracht regelde geregeld',
  clean: 'schoon proper netjes brandschoon opgeruimd hygien kraakhelder',
  comfy:
    'comfortabel gezellig zacht heerlijk_geslapen lekker_geslapen goed_geslapen ontspan knus uitgerust als_een_roos thuis_voelen sliepen_heerlijk',
  tasty: 'lekker smaakvol heerlijke smakelijk smullen verrukkelijk gesmuld',
  quiet: 'rustig stil kalm vredig',
  fast: 'snel meteen direct vlot binnen_vijf_minuten binnen_tien_minuten onmiddellijk zo_geregeld soepel efficient vlekkeloos binnen_een',
  fixed:
    'gemaakt opgelost gerepareerd vervangen doet_het_weer werkt_weer verholpen gefikst teruggevonden omgeruild andere_kamer_gekregen',
  gift: 'gratis cadeau upgrade verrassing verrast van_het_huis kregen_een kadootje attentie bloemen',
  beautiful: 'mooi prachtig schitterend modern stijlvol elegant charmant sfeervol uitzicht sfeer',
  worth: 'waard prijs_kwaliteit goedkoop voordelig betaalbaar schappelijk waar_voor',
  happy: 'blij tevreden gelukkig content happy',
  best: '=beste favoriet onovertroffen',
  fresh: 'vers uitgebreid ruime_keuze gevarieerd keuze zelfgemaakt ruim_aanbod',
  roomy: 'ruim ruime groot grote licht enorm',
  care: 'attent zorgzaam aandacht dachten_aan moeite oog_voor geduld zorg persoonlijk betrokken',
  handy:
    'centraal handig dichtbij goede_ligging goede_locatie loopafstand vlakbij makkelijk ideale_ligging op_steenworp toplocatie gunstig perfecte_locatie',
  faultless:
    'niets_op_aan niks_op_aan geen_klachten geen_enkele_klacht niets_te_klagen niks_te_klagen geen_probleem geen_problemen zonder_problemen niks_mis alles_top alles_prima alles_perfect alles_in_orde overtrof verwachtingen_overtroffen alles_goed_geregeld niets_dan_lof',
  awful:
    'verschrikkelijk vreselijk afschuwelijk walgelijk smerig vies ramp dramatisch waardeloos schandalig nachtmerrie belachelijk rampzalig afgrijselijk hopeloos om_te_huilen gruwelijk triest bagger',
  bad: '=slecht =slechte matig pover tegenvaller tegenviel viel_tegen valt_tegen onvoldoende armoedig zwak middelmatig slechter laat_te_wensen liet_te_wensen karig minder jammerlijk mwah',
  dirty:
    'vies vieze smerig vuil stof stoffig plakkerig niet_schoon kruimels ongepoetst rommel afval goor vettig',
  smell: 'stinkt stank stonk ruikt rook_naar muf lucht geur riool',
  vermin: 'kakkerlak bedwants muizen muis mieren rat insect spin beestjes zilvervis ongedierte',
  stain: 'vlek schimmel haren haar_in kalk gaten gescheurd schimmelig',
  broken: 'kapot stuk defect gebroken beschadigd geblokkeerd losgelaten versleten',
  fails:
    'werkt_niet doet_het_niet werkte_niet deed_het_niet gaat_niet_open sluit_niet geen_warm_water geen_water geen_bereik geen_wifi geen_internet valt_weg valt_uit gaat_niet wil_niet viel_uit geen_stroom werken_niet doen_het_niet hapert niet_te_openen niet_dicht slaat_af',
  works: 'werkt =doet =werken =werkte',
  rude: 'onvriendelijk onbeschoft arrogant chagrijnig onbeleefd nors kortaf onaardig ongeinteresseerd uit_de_hoogte afgesnauwd snauw bot neerbuigend brutaal zuchtend onbehulpzaam',
  loud: 'lawaai luid herrie gehorig geluid hard_muziek muziek_tot bouw geschreeuw feest geblaf boren hoor_je_alles hoorden_alles kabaal dreun',
  cold: '=koud =koude ijskoud lauw bevroren steenkoud tocht',
  hot: 'te_warm te_heet bloedheet snikheet benauwd stikheet heet',
  wait: 'wacht gewacht wachten wachttijd',
  slow: 'langzaam laat traag lang eeuwen duurde vertrag',
  nobody:
    'niemand neemt_niemand niet_opgenomen geen_reactie geen_antwoord neemt_niet_op geen_personeel geen_gehoor onbemand',
  never:
    '=nooit nooit_meer nooit_weer niet_meer_terug niet_terug niet_aan_te_raden afrader eens_maar_nooit blijf_weg vermijd geen_aanrader laatste_keer',
  still: 'nog_steeds nog_altijd nog_niet tot_nu =nog',
  again:
    '=weer opnieuw derde_keer tweede_keer vierde_keer steeds elke_nacht elke_keer telkens alweer voortdurend constant herhaaldelijk voor_de_derde',
  dear: '=duur =dure prijzig overpriced te_veel_geld pittig schandalig_duur peperduur woekerprijs',
  charged: 'rekening dubbel_betaald afgeschreven kosten toeslag terugbetaald borg bijbetalen in_rekening',
  lost: 'kwijt gestolen verloren mist miste ontbreekt ontbrak vergeten verdwenen weg_is',
  ignored:
    'genegeerd geweigerd weiger negeer interesseert afgescheept afgewimpeld doen_niets deden_niets niets_gedaan geen_gehoor niet_serieus aan_ons_lot',
  disappoint:
    'teleurgesteld teleurstell meer_verwacht anders_verwacht niet_wat misleidend spijt klopt_niet verwachtte_meer',
  annoyed:
    'boos geirriteerd ergernis erger irritant beu zat schande gefrustreerd woedend balen balend jammer zonde gênant',
  complain: 'klacht geklaagd klagen klaag',
  problem: 'probleem problemen storing gebrek',
  wrong: 'verkeerd fout vergissing in_plaats_van verwisseld foutief overboekt verward',
  tiny: 'klein kleine krap nauw piepklein smal benepen',
  worn: '=oud =oude verouderd gedateerd versleten aan_renovatie toe_aan verwaarloosd uitgeleefd onderhoud roest vervallen sleets',
  leak: 'lekt lek lekkage overstroom verstopt druppel loopt_over gelekt',
  hard: 'oncomfortabel hard_bed harde_matras doorgezakt rugpijn piept kraakt slap ongemakkelijk doorgelegen keihard',
  woke: 'niet_geslapen niet_slapen wakker slapeloos geen_oog slecht_geslapen nauwelijks_geslapen hele_nacht kunnen_niet_slapen',
  tasteless:
    'smakeloos flauw aangebrand oneetbaar droog taai niet_gaar rauw slap waterig verpieterd zompig bedorven',
  waste: 'zonde_van weggegooid niet_waard oplichting afzetterij geld_terug afzetter',
  closed:
    'gesloten dicht leeg uitverkocht niet_beschikbaar buiten_gebruik geen_handdoeken geen_zeep geen_wc onbereikbaar op_was niet_aanwezig',
  promised: 'beloofd gelogen zogenaamd zou beloofde volgens_de_site werd_gezegd',
  sorry: 'sorry excuses excuus',
  only: '=alleen =slechts =maar_een enkel',
  without: '=zonder',
  nothing: '=niets =niks',
  alas: 'helaas jammer',
  danger: 'gevaar ziek vergiftig gewond pijn allerg bang misselijk rook onveilig',
  unacceptable:
    'onacceptabel onmogelijk ongelooflijk ongelofelijk kan_echt_niet belachelijk te_gek schandalig slaat_nergens bizar onbestaanbaar',
  forced: 'moest moesten gedwongen genoodzaakt',
  asked: 'gevraagd gebeld bel_al gemeld belde nagevraagd vraag aangegeven doorgegeven',
  queue: '=rij',
  dark: 'donker vochtig somber klam troosteloos',
  please: 'alstublieft aub alsjeblieft =svp graag',
  could:
    'kunnen_we kan_ik kunnen_jullie kunt_u mogen_we mag_ik zou_u is_het_mogelijk mogelijk is_er zijn_er hebben_jullie heeft_u kan_er kunnen_wij zouden_we',
  question: 'hoe_laat =waar =wanneer =hoe =hoeveel =welke =wat tot_hoe',
  need: 'nodig zou_graag wil_graag willen_graag wensen behoefte zoek',
  if: '=of =als',
  later: 'morgen vanavond later zondag zaterdag volgende_week straks',
  hello: 'hallo hoi goedemorgen goedemiddag goedenavond dag',
  arrive: 'komen_aan aankomst we_arriveren ik_kom onze_vlucht',
  but: '=maar echter hoewel behalve alleen_jammer',
  very: '=heel =zeer =erg echt =zo ontzettend super',
  too: '=te beetje nogal best veel_te',
  since: '=sinds gisteren vanochtend al_dagen al_drie al_twee vannacht',
  minutes: 'minuten minuut =min',
  hours: '=uur =uren halfuur half_uur',
  twice: 'twee_keer drie_keer vier_keer tweemaal driemaal meerdere_keren paar_keer',
  all: '=alles =alle iedereen hele',
  finally: 'eindelijk uiteindelijk',
};
