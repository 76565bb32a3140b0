import type { HazardWords } from '../hazard.js';

export const pl: HazardWords = {
  fire: 'pożar pali płoni ogień dym iskr wybuch zapalił',
  gas: '=gaz =gazu gazem czuć_gaz ulatnia spalenizn benzyn czad',
  flood:
    'zalewa zalał leje_się tryska pękła rura z_sufitu cieknie przecieka wylewa woda_leci powódź strumieni',
  faint: 'nieprzytomn zemdlał nie_reaguje nie_odpowiada nie_rusza bez_ruchu drgawk zasłab',
  blood: 'krew krwawi poparz rozcięt złaman',
  breath: 'oddych dusi zadław puchnie spuchn uczulen alergi adrenalin gardł astm',
  fall: 'upadł przewrócił spadł poślizg nie_może_wstać',
  missing:
    'zaginął zginął zginęła zaginęła nie_możemy_znaleźć nie_mogę_znaleźć zniknął ostatnio nie_ma_naszego',
  child: 'dzieck syn cór niemowl chłop dziewczynk lat_ wnuk',
  intruder: 'włama ktoś_szarpie ktoś_próbuje obcy pijan wyważ złodziej ukradli okradli ktoś_wszedł dobija',
  drown: 'topi utonął dnie_basenu dnie_jacuzzi ratownik',
  fight: 'bójk nóż nożem grozi broń bije krzyk pobi',
  shut: 'zatrzas utknęli utknął zaciął zablokow uwięz zamknęł nie_możemy_wyjść winda_stanęła na_zewnątrz',
  lift: 'wind',
  shock: 'porazi prąd przewod gniazdk',
  help: 'pomocy szybko pilne natychmiast =teraz ratunku błagam pilnie przyjdźcie',
  call: 'karetk pogotowie lekarz policj =112 straż doktor',
  past: 'wczoraj dzięk wczorajsz ćwicze fałszywy_alarm w_zeszłym',
};
