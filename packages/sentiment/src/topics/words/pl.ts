import type { TopicWords } from '../topic.js';

export const pl: TopicWords = {
  room: 'pokój pokoj apartament widok balkon mebl minibar szaf telewizor =tv czajnik lodówk lamp zasłon wykładzin wystrój okno okna gniazdk żelazk wyposaż',
  cleanliness:
    'czyst brud kurz plam włosy karaluch pluskw pleśń pleśni grzyb higien sprząt smród śmierdz zapach śmiec mrówk mysz',
  bed_and_sleep:
    'łóżk łóżko materac poduszk kołdr pościel prześcieradł spać spał spani =sen wyspa łóżeczk snu',
  noise:
    'hałas głośn cisza cicho cichy spokojn słychać akustyk wyciszen muzyk budow remont chrap szczeka imprez krzyk zatyczk dudni',
  temperature:
    'klimatyzac =klima klimy ogrzewan kaloryfer grzejnik zimn gorąc duszno termostat temperatur marz zmarz ciepło upał wentylator stopni',
  bathroom:
    'łazienk prysznic toalet =wc umywalk kran ręcznik wann ciepłej_wody ciepła_woda gorącej_wody mydł szampon odpływ suszark ciśnienie',
  wifi: 'wifi wi_fi internet =sieć hasł sygnał router zasięg',
  breakfast_and_food:
    'śniadan jedzen kolacj obiad bufet restaurac kaw herbat jajk jajecz chleb menu kuchni kucharz wegan wegetar gluten zup deser smaczn pyszn dania posił owoc',
  bar: '=bar =barze =baru koktajl drink piwo =wino barman napoj',
  staff:
    'obsług personel recepc recepcjonist kelner serwis menedżer kierown pracowni konsjerż uprzejm miły miła nieuprzejm niemił pomocn =pani =pan',
  check_in: 'zameldow check_in checkin przyjazd przyjecha meldunek klucz karta_do karty_do przyjazdu powitan',
  check_out: 'wymeldow check_out checkout wyjazd wyjeżdża późne_wym opuszcz',
  waiting: 'czeka czekam kolejk nadal wciąż =godzin =godzinę =minut długo woln trzeci_raz nikt_nie',
  value_and_price:
    'cena ceny cenie cenę drogo drogi tani pieniąd kosztuj wart opłaca zdzierstw zawyżon koszt',
  location:
    'lokaliz położen położon centrum dworzec dworca plaż lotnisk metro dzielnic spacer blisko daleko przystan okolic',
  pool_and_spa: 'basen =spa saun masaż jacuzzi siłowni pływa leżak fitness wellness',
  parking: 'parking parkow zaparkow samoch auto garaż ładowark_do',
  safety:
    'bezpiecz ukrad kradzież złodziej pożar =dym ogień alarm przeciek zalew zalan karetk =gaz alerg zamek sejf iskr lekarz policj włama',
  booking_and_billing:
    'rezerw faktur rachun płat zapłac obciąż zwrot kaucj anul kart_kredyt paragon przedpłat booking',
  urgent:
    'woda+sufit cieknie+sufit leje+sufit kapie+sufit zalało zalewa powódź pękła+rura pęknięt+rur zatrzasnę+drzwi zatrzasnął+drzwi zamknięt+zewnątrz utknę+wind utknął+wind utknęl+wind zacię+wind czuć+gaz zapach+gazu ulatnia czuć+spaleniz zapach+spaleniz dym+pokoj dym+korytarz dymi+się pali_się pożar iskrzy iskry poraził karetk pogotowie ból+klatc nie_może_oddychać nie_mogę_oddychać dusi+się nieprzytom zemdla krwawi krwotok reakcj+alergiczn wstrząs anafila włama włamuj obcy+pokoj dziecko+zaginę dziecko+zniknę zgubi+dziecko syn+zniknął córka+zniknęła wezwijcie+policj dzwońcie+policj zawał udar lekarza+szybko lekarza+pilnie zwarcie',
  calm: 'czujnik =jeśli wczoraj dziękuj niepaląc paląc poduszk pierz normalne próbny =czy =gdzie',
};
