import type { HazardWords } from '../hazard.js';

export const pl: HazardWords = {
  fire: 'pożar pozar =pali się_pali pali_się sie_pali =palą zapalił zajął_się zajęła_się płoni płoną płomie ogień ognia ogniem dym zadymi iskr wybuch eksplo podpali tli_się',
  gas: '=gaz =gazu gazem czuć_gaz śmierdzi_gaz zapach_gaz ulatnia wyciek_gaz spalenizn spalonym swąd benzyną benzyny czad tlenek_węgla tlenku_węgla czujnik_gazu czujnik_czadu kurek_gazu opary zaczadz wali_gazem',
  flood:
    'zalewa zalał zalani leje_się leje_sie tryska bucha_woda pękła pęknięta =rura =rury z_sufitu przez_sufit cieknie przecieka wylewa wylała woda_leci leci_woda woda_po_kostki wszędzie_woda powódź powodz strumieni potop sika_woda zerwał wąż_pękł',
  faint:
    'nieprzytomn zemdla nie_reaguje nie_odpowiada nie_rusza nie_budzi nie_mogę_go_obudzić nie_mogę_jej_obudzić bez_ruchu drgawk zasłab stracił_przytomność straciła_przytomność traci_przytomność osunął osunęła omdla bez_przytomności nie_daje_znaku leży_na_podłodze konwuls słania ocknąć',
  blood:
    '=krew krwi krwaw krwotok wykrwawi poparz oparz rozcięt rozciął rozcięła skaleczy złaman złamał uraz_głowy rozbił_głowę rozbita_głowa =rany głęboka_rana szycia zwichn wstrząśnieni odciął obcięł =ranę',
  breath:
    'oddycha oddech dusi =dusz zadław zakrztus krztusi zachłys puchnie spuchn opuchn opuchl uczulen alergi anafila adrenalin epipen gardł astm inhalator sinieje =siny =sina pokrzywk łapie_powietrze użądl',
  fall: 'upadł przewrócił wywrócił spadł poślizg wypadł_z wypadła_z nie_może_wstać nie_mogę_wstać nie_moze_wstac nie_może_się_podnieść leży_na_schodach zleciał_ze zleciała_ze runął runęła nie_wstaje po_upadku potknął',
  missing:
    'zaginął zginął zginęła zaginęła zaginion nie_możemy_znaleźć nie_mogę_znaleźć nie_mozemy_znalezc nie_moge_znalezc zniknął zniknęła zniknęło zgubił_się zgubiła_się zgubiło_się ostatnio_widzian ostatni_raz nie_ma_naszego nie_ma_naszej nie_ma_go_nigdzie nie_ma_jej_nigdzie wyszedł_i_nie nie_wrócił =szukamy oddalił przepadł uciekł_nam straciłam_z_oczu',
  child:
    'dzieck dzieci syn cór corka corec niemowl niemowę maluch malutk chłop dziewczynk =lat latek latka roczn miesięczn wnuk wnucz noworod bobas brzdąc kilkulat przedszkolak',
  intruder:
    'włama wlama ktoś_szarpie ktoś_próbuje ktos_probuje próbuje_wejść próbują_wejść obcy_facet obcy_mężczyzna =obcy pijan wyważ złodziej zlodziej ukradli okradli okradziono ktoś_wszedł ktoś_jest_w dobija wali_w_drzwi walą_do_drzwi szarpie_za_klamkę nieznajom napastnik śledzi_mnie idzie_za_mną wdarł rabun =napad',
  drown:
    'topi_się topi_sie tonie =toną tonąc utonął utonęła utopi podtopi dnie_basenu dno_basenu dnie_jacuzzi =ratownik ratownika pod_wodą nachłeptał nałykał_się_wody opił_się_wody nie_wypływa nie_wypłynął prąd_go wciągnęło wyciągnęliśmy_z_wody',
  fight:
    'bójk bojk biją_się bija_sie bije =nóż =noża nożem z_nożem =grozi grożą groził_mi =broń pistolet krzyk krzyczy wrzeszcz pobi zaatak atakuje agresywn szarpanin przemoc uderzył_mnie uderzyła dusi_ją awantur gwałt zgwałc molest',
  shut: 'zatrzas utknęl utknął utknel zaciął zacięły zacięła zablokow uwięz uwięż zamknęł zamknięci_w zamknięta_w nie_możemy_wyjść nie_mogę_wyjść nie_moge_wyjsc nie_mogę_się_wydostać winda_stanęła na_zewnątrz nie_mogę_otworzyć nie_możemy_wejść nie_mogę_wejść karta_nie_otwiera nie_otwierają boso w_piżamie w_ręczniku na_balkonie_i klamka_odpadła',
  lift: 'winda windy windzie windę winde windą dźwig_osob kabina_stanęła kabinie między_piętrami między_pietrami stanęła_między przycisk_alarm szyb_windy',
  shock:
    'porazi poraż kopnął_prąd kopnął_mnie_prąd kopie_prąd kopnęło prąd gołe_kable goły_kabel gołe_przewody wystające_przewody kabel kabl =przewód przewody gniazdk kontakt_iskrzy zwarci pod_napięciem iskrzy_gniazd elektryczn',
  poison:
    'połkn polkn połyka wypił napił_się napiła_się łyknął nałyk zjadł_tablet zjadła_tablet wybielacz detergent domestos środek_do_czyszczenia środka_do_czyszczenia płynu_do_czyszczenia płyn_do_udrażniania tablet pigułk przedawkow zatru truciz żrąc leki_nasenne kapsułkę_do',
  heart:
    'zawał zawal atak_serca ból_serca serce_mu =udar =wylew klatce_piersiowe brak_pulsu nie_ma_pulsu bez_pulsu nie_ma_tętna cukrzy insulin hipoglik cukier_spad niski_cukier padaczk epilep 40_stopni czterdzieści_stopni gorączk reanim defibryl rozrusznik',
  birth:
    '=rodzi =rodzę =urodzi poród porod skurcze =skurcz odeszły_wody odeszły_jej_wody odeszły_mi_wody wody_odeszły wody_płod w_ciąży w_ciazy ciężarn położn akuszer zaczęła_rodzić zaczyna_rodzić rodzić pępowin poroni termin_porodu tydzień_ciąży',
  help: 'pomocy pomóżcie pomozcie =pomóż ratuj ratunku pospiesz pośpiesz szybciej pilne pilnie natychmiast =teraz błagam przyjdźcie przyjdzcie przyślijcie przyslijcie wyślijcie niech_ktoś ktoś_przyjdzie =alarm =sos pokój_nr pokój_numer pokoju_nr proszę_przyjść =szybko =prędko',
  call: 'karetk pogotowi lekarz policj =112 =999 =998 =997 straż straz_poz doktor ochron ratownik_medyczny medyk szpital wezwij zadzwońcie wzywaj pielęgniar =sor',
  past: 'wczoraj dziękuj dzięki dziekuj ćwicze fałszywy_alarm próbny w_zeszłym zeszłej zeszłego ubiegłej tamtej_nocy wtedy =był =była =było =byli na_szczęście w_końcu okazało_się naprawion naprawili wcześniej podczas_pobytu dawno rok_temu dni_temu =kiedyś opanowan podziękow',
  asks: 'czy_jest czy_są czy_macie czy_mogę czy_można czy_możemy czy_mają czy_posiada gdzie_jest gdzie_znajd gdzie_mogę jak_mogę jak_działa o_której ile_kosztuje jaki_jest jakie_są chciałem_zapytać chciałam_zapytać chciałbym chciałabym co_się_stanie co_zrobić_gdy w_razie mam_pytanie',
  minor:
    'bez_pośpiechu nie_spieszy nic_pilnego nie_jest_pilne niepilne w_wolnej_chwili przy_okazji jutro później trochę lekko kapie migocze mruga piszczy umieram_ze umieram_z_głodu kominek komink papieros =palić palących niepaląc popielnicz benzynow grill',
};
