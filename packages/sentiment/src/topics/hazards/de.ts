import type { HazardWords } from '../hazard.js';

export const de: HazardWords = {
  fire: 'brennt brennen =brand =feuer flamme =rauch qualm funken explodiert explosion feueralarm brandalarm rauchmelder verschmort schmort kokelt lodert glüht angefangen_zu_brennen in_brand steht_in_flammen fängt_feuer verkohlt geschmolzen stichflamme geknallt =raucht gebrannt',
  gas: '=gas gasgeruch gasleck gasleitung gasflasche gasaustritt gasherd riecht_nach_gas stinkt_nach_gas abgase benzin kohlenmonoxid co_melder co_warner brandgeruch verbrannt_riecht riecht_verbrannt riecht_angebrannt nach_verbranntem faule_eier faulen_eiern zischt propan dämpfe stechend riecht_chemisch chemischer_geruch',
  flood:
    'läuft_über läuft_aus schießt strömt überschwemm ueberschwemm wasser_kommt wasser_läuft kommt_wasser läuft_wasser drückt_wasser geplatzt rohrbruch wasserrohr aus_der_decke von_der_decke durch_die_decke aus_der_wand überflut spritzt steht_unter_wasser unter_wasser_gesetzt tropft_auf wasserschaden überall_wasser wasser_steigt sprudelt knöcheltief abwasser',
  faint:
    'bewusstlos bewußtlos ohnmächtig ohnmacht zusammengebrochen umgekippt zusammengesackt kollabiert nicht_ansprechbar reagiert_nicht rührt_sich_nicht bewegt_sich_nicht krampfanfall krampft krämpfe wacht_nicht nicht_aufwachen nicht_wach nicht_bei_bewusstsein bewusstsein_verloren verliert_das_bewusstsein weggetreten leblos schaum_vor schwarz_vor_augen',
  blood:
    'blutet bluten blutung =blut blutüberströmt viel_blut verbrüht gebrochen knochenbruch platzwunde kopfwunde verbrannt verbrennung schnittwunde geschnitten tief_geschnitten kopfverletzung schädel gehirnerschütterung aufgeschlagen bein_gebrochen arm_gebrochen ausgekugelt genäht =wunde verletz',
  breath:
    'keine_luft atmet atmen atmung atemnot kurzatmig erstick schwillt geschwollen zugeschwollen schwellung allergisch anaphyl epipen adrenalin asthma ausschlag verschluckt röchelt läuft_blau blau_angelaufen blaue_lippen hals_schwillt wespenstich nesselsucht =luft insektenstich',
  fall: 'gestürzt gestuerzt hingefallen runtergefallen heruntergefallen hinuntergefallen umgefallen treppe_gefallen bett_gefallen dusche_gefallen ist_gefallen ausgerutscht gestolpert kommt_nicht_hoch komme_nicht_hoch kommt_nicht_mehr_hoch nicht_aufstehen nicht_mehr_aufstehen liegt_am_boden liegt_auf_dem kann_nicht_aufstehen die_treppe_runter hüfte verstaucht umgeknickt kann_nicht_laufen =sturz über_die_brüstung',
  missing:
    'vermisst vermissen verschwunden ist_weg plötzlich_weg finden_unser finde_mein finden_ihn_nicht finden_sie_nicht finde_ihn_nicht finde_sie_nicht nirgends nicht_auffindbar unauffindbar zuletzt verlaufen weggelaufen abgehauen nicht_zurückgekommen nicht_zurückgekehrt nicht_wiedergekommen haben_unser_kind verloren_gegangen suchen_unser suche_mein überall_gesucht wo_er_ist wo_sie_ist',
  child:
    '=kind =kinder =kindes =kindern =sohn =tochter =töchter =baby säugling kleinkind neugeboren =junge =mädchen =maedchen enkel unser_kleiner unsere_kleine mein_kleiner meine_kleine jahre_alt jährige mein_mann meine_frau =mutter =vater =mama =papa =oma =opa',
  intruder:
    'eingebrochen einbrecher einbruch fremder versucht_reinzukommen versucht_einzudringen versucht_die_tür eingedrungen aufgebrochen aufbrechen betrunken besoffen tritt_gegen hämmert rüttelt gestohlen geklaut ausgeraubt überfall dieb jemand_in_unser jemand_in_meinem jemand_ist_in vor_meiner_tür verfolgt randaliert reinzukommen unbekannter',
  drown:
    'ertrink ertrunken ertränk rettungsschwimmer bademeister untergegangen geht_unter untergetaucht taucht_nicht beckenboden beckengrund boden_des_pools in_den_pool_gefallen ins_becken treibt_im treibt_auf gesicht_nach_unten wasser_geschluckt kann_nicht_schwimmen aus_dem_pool abgetrieben strömung',
  fight:
    'schlägerei prügel verprügelt geschlagen messer bedroht bedrohen drohung pistole schüsse geschossen schreit schreie greift_an angegriffen angreifer attackiert niedergestochen erstochen gewalttätig würgt schlagen_sich geht_auf_mich schlägt_seine schlägt_auf =gewalt =waffe =waffen bewaffnet schlägertyp',
  shut: 'ausgesperrt eingesperrt eingeschlossen steckt stecken feststecken zugefallen zugeschlagen ins_schloss kommen_nicht_raus kommen_nicht_rein komme_nicht_raus komme_nicht_rein komme_nicht_mehr_rein kommen_nicht_mehr_raus klemmt verklemmt blockiert festsitz sitzen_fest sitze_fest gefangen barfuß barfuss im_schlafanzug im_bademantel in_unterhose stehe_draußen stehen_draußen geht_nicht_auf',
  lift: 'aufzug aufzüge fahrstuhl =lift =lifts lift_steckt lift_bleibt liftkabine zwischen_zwei_etagen zwischen_zwei_stockwerken zwischen_den_stockwerken zwischen_den_etagen notrufknopf kabine_steht rolltreppe',
  shock:
    'stromschlag elektroschock stromstoß einen_gewischt elektrisier blankes_kabel blanke_kabel offene_kabel lose_kabel kabel_hängt steckdose kurzschluss unter_strom steht_unter_strom strom_geschlag sicherungskasten knistert schmorende isolierung =kabel =draht =drähte stromkabel stromleitung',
  poison:
    'putzmittel reinigungsmittel =reiniger spülmittel waschmittel bleiche abflussreiniger entkalker spülmaschinentab tabletten schlaftabletten pillen überdosis vergift giftig =gift geschluckt runtergeschluckt knopfbatterie aus_der_flasche_getrunken davon_getrunken daraus_getrunken ätzend',
  heart:
    'herzinfarkt herzstillstand herzrasen herz_schlägt schlaganfall brustschmerz schmerzen_in_der_brust druck_auf_der_brust brust_tut =puls kein_puls kreislauf diabetiker diabetisch insulin unterzucker blutzucker epilep hohes_fieber fieber_40 40_fieber 40_grad mundwinkel',
  birth:
    'in_den_wehen =wehen presswehen fruchtblase fruchtwasser kind_kommt entbindung entbindet schwanger hochschwanger hebamme fehlgeburt frühgeburt kreißsaal =geburt baby_kommt muttermund nabelschnur',
  help: 'hilfe helfen_sie_uns =helft schnellstens schnellstmöglich sofort dringend =jetzt unverzüglich notfall notruf bitte_kommen kommen_sie_bitte beeil schicken_sie_jemand jemanden_schicken jemand_kommen eilt_sehr =sos lebensgefahr in_gefahr stirbt oh_gott zimmernummer sind_in_zimmer auf_zimmer =schnell =gerade',
  call: 'notarzt krankenwagen rettungswagen =rtw ambulanz =arzt ärztin arzt_rufen polizei =112 =110 rettungsdienst rettung_rufen sanitäter ersthelfer erste_hilfe feuerwehr sicherheitsdienst security wachmann krankenhaus notaufnahme giftnotruf defibrillator evakuier antihistamin',
  past: 'gestern vorgestern letzte_nacht letzte_woche letztes_jahr letztes_mal beim_letzten danke =dank vielen_dank fehlalarm =übung brandschutzübung probealarm damals war_sehr waren_sehr =wurde =wurden =hatte =hatten =vorhin zum_glück glücklicherweise am_ende schließlich schon_behoben bereits_behoben wieder_in_ordnung',
  asks: 'gibt_es haben_sie_ein habt_ihr können_wir darf_ich dürfen_wir wo_ist wo_finde wie_kann wie_lange wie_viel wieviel =wann welche ist_es_möglich wollte_fragen eine_frage was_passiert_wenn was_kostet bieten_sie kann_ich',
  minor:
    'keine_eile eilt_nicht nicht_eilig nicht_dringend bei_gelegenheit morgen_früh erst_morgen =später ein_bisschen ein_wenig =leicht tropft piept nicht_schlimm zum_sterben_schön kamin raucherzimmer nichtraucher zigarette aschenbecher tankstelle grill totgelacht wenn_sie_zeit flackert',
};
