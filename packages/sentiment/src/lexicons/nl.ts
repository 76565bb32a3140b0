import type { LexiconSource } from './lexicon-source.js';

export const nl: LexiconSource = {
  language: 'nl',
  writing: 'spaced',
  weights: {
    '3': `aanrader* adembenemend* beste briljant* fabuleus fabuleuze fantastisch* feilloos fenomena* geniaal
      geniale geweldig* grandioos grandioze hemels* magisch* magnifiek* onberispelijk* ongelooflijk*
      onovertroffen onvergetelijk* perfect* prachtig* schitterend* subliem* super superb* top topper
      toppers uitmuntend* uitstekend* uitzonderlijk* verrukkelijk* voortreffelijk* wauw`,
    '2': `aangenaam aangename aardig* attent* bedankt beeldig* behulpzaam behulpzame beleefd* blij* charmant*
      comfortabel* culinair* dank dankbaar dankjewel dankuwel elegant* enthousiast* fijn* fris frisse
      gastvrij* geliefd gelukkig* genieten genot genoten gerust* gezellig* goed_verzorgd graag_terug gul
      hartelijk* heerlijk* hoogstaand* hou houden_van indrukwekkend* kom_terug komen_graag_terug
      komen_terug komen_zeker_terug lekker* leuk* lief liefdevol* lieve luxe luxueus luxueuze mooi* netjes
      onder_de_indruk ontspan* plezier* professioneel professionele proper* romantisch* rust rustig*
      schone schoon sfeervol* smaakvol* smakelijk* smul* sympathiek* tevreden top_service uitnodigend*
      veilig* verfijnd* vers verse verwend vriendelijk* vrolijk* waard waardeer* warm_welkom zalig*
      zorgzaam zorgzame`,
    '1': `aan_te_raden aanbevel* aanraden attentie betaalbaar betaalbare beter* bijzonder* centraal correct*
      degelijk* eerlijk* efficiënt* geduldig* geholpen gemakkelijk* geslaagd* gevarieerd* goed goede
      goedkoop goedkope gratis groot grote handig* hulp* ideaal ideale interessant* keurig* knus*
      kwaliteit licht makkelijk modern* nieuw* ok oké origineel originele overzichtelijk praktisch* prima
      redelijk* royaal royale ruim* snel* soepel* stijlvol* stipt* uitgebreid* vakkundig* verrassend*
      verzorgd* vlot* voldoende warm_ontvangen welkom zacht* zuiver*`,
    '0': `alvast_bedankt bij_voorbaat_dank fijne_dag geen_probleem geen_problemen goed_en_wel goede_morgen
      goedemiddag goedemorgen goedenavond in_de_hoop met_vriendelijke_groet met_vriendelijke_groeten
      niet_alleen niets_op_aan_te_merken nieuwe_handdoeken niks_mis_mee schone_handdoeken welterusten
      zo_goed_als`,
    '-1': `afgeleefd* bedompt* benauwd* beperkt* betalen_voor donker* droog druk dun dure duur flauw* flets
      gebrek* gedateerd* gehorig* gemiddeld* gesloten gewacht haperde hard harde heet helaas herrie jammer
      kapotte kil klein kleine kleinste koud koude krap* kras* lang_wachten lauw* lawaai lawaaierig* lek
      lekt lekte luid* mager* matig* middelmatig* minder* mis miste moe moeilijk* muf muffe nadeel nadelen
      nat natte omslachtig* onduidelijk* ongemak* onhandig* onpersoonlijk* oubollig* oud oude ouderwets*
      overvol* prijzig* probleem problemen saai saaie sleets slijtage smakeloos smakeloze smal smalle
      somber* stof stoffig* storend* stroef taai taaie te_duur te_klein te_laat te_lang te_warm te_zacht
      te_zout tegenvall* tekort* teveel tocht* traag trage twijfelachtig* vergeten verouderd* versleten
      verstopt* vertraging vervelend* vlekken vochtig* wachten wachttijd* zoute zuur zwak*`,
    '-2': `afgrijs* afrader agressief arrogant* bedorven bedrog bedrogen bedwantsen belachelijk* beroerd* boos
      boze chagrijnig* deed_het_niet defect* diefstal doet_het_niet fout fouten gefrustreerd* genegeerd
      gestolen gevaarlijk* geweigerd geërgerd* irritant* irriteer* kakkerlak* kapot klaagden klacht*
      klagen kwaad liegen lomp* luizen mislukt* muizen niet_te_eten nooit_meer nooit_weer onaangenaam
      onaanvaardbaar onaardig* onacceptabel* onbeleefd* onbeschoft* oneerlijk* oneetbaar onfris*
      ongastvrij* ongedierte ongeïnteresseerd* onhygiënisch* onprofessioneel* ontevreden onverzorgd*
      onvriendelijk* oplichter* oplichting overlast rot schandalig* schande* schimmel* slecht* slordig*
      smerig* stank stinkende stinkt stonk teleurgesteld teleurstell* triest* verrot verwaarloosd* vies
      vieze viezig* vuil* waardeloos waardeloze wantsen werken_niet werkt_niet werkte_niet werkten_niet
      woedend* zeur* ziek zielig* zonde zwaar_teleur`,
    '-3': `afschuwelijk* afzichtelijk* bagger drama dramatisch* ergste goor gore gruwelijk* nachtmerrie
      ondermaats* ramp rampzalig* ronduit_slecht schandaal slechtste verschrikkelijk* vreselijk*
      walgelijk* weerzinwekkend*`,
  },
  negations: 'amper gebrek geen nauwelijks nergens niemand niet niets niks nooit weinig zonder',
  negationsAfter: 'niet',
  conjunctions: 'en maar omdat want',
  intensifiers:
    'absoluut bijzonder echt enorm erg extreem heel helemaal ontzettend super te totaal uiterst veel werkelijk zeer zo',
  diminishers: 'beetje bijna enigszins iets lichtjes nogal redelijk tamelijk vrij wat',
};
