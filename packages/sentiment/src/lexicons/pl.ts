import type { LexiconSource } from './lexicon-source.js';

export const pl: LexiconSource = {
  language: 'pl',
  writing: 'spaced',
  weights: {
    '3': `bajeczn* bez_zarzutu bosk* cudown* doskonał* fantastycz* fenomenaln* genialn* idealn*
      na_najwyższym_poziomie najlepsz* niesamowit* nieskazitel* nieziemsk* perfekcyj* pierwsza_klasa
      przepiękn* przepyszn* rewelac* rewelka super superow* wspaniał* wybitn* wyjątkow* wyśmienit*
      znakomit*`,
    '2': `atrakcyj* bezpieczn* cich* cieszy cisz* czyst* czyściutk* dzięki dziękuj* elegan* gościnn*
      klimatyczn* kocham kochamy komfort* lubię mile mili miła miłe miłego miłej miło miły
      na_wysokim_poziomie piękn* podoba* polecam polecamy pomocn* profesjonal* przemił* przestronn*
      przyjazn* przyjemn* przytuln* pyszn* relaks* serdeczn* sielank* smaczn* smakow* spokojn* spokój
      troskliw* uprzejm* urocz* urokliw* uśmiechn* warto wdzięczn* wrócimy wrócę wyborn* wygod* zachwy*
      zadban* zadowol* ładn* świetn* świeżutk*`,
    '1': `atut* bezproblemow* bezpłatn* blisko bogat* ciekaw* ciepł* darmow* dobr* dogodn* fajn*
      gorąco_polecam gratis hojn* jasn* korzystn* lepsz* lśni* miękki* nowa nowe nowoczesn* nowy obfit*
      odnowion* ok plus* pomogli pomogła pomógł poprawn* porządk* przystępn* różnorodn* schludn* solidn*
      sprawn* stylow* szczęśliw* szybk* udan* urozmaicon* uśmiech* w_porządku widok* wystarczając* zaleta
      zalety zróżnicowan* łatw* życzliw*`,
    '0': `bez_problemu bez_problemów dobranoc dobrej_nocy dobry_rok dobry_wieczór dzień_dobry miłego_dnia
      nie_było_problemu nie_ma_problemu nie_tylko proszę z_góry_dziękuję`,
    '-1': `awari* brak braki brakowało brakuje ciasn* ciemn* czekali* czekać czekał* daleko drog* dusz* gorsz*
      gorąco_w_pokoju głośn* hałas* kiepściutk* kolejk* krzyw* kurz kurzu malutk* mał* mikroskop* minus*
      mokr* monoton* męcząc* nieaktualn* niedopracow* niedosyt niestety niewielk* niewygod* nijak*
      obdrapan* odpada* odrapan* opóźni* plam* pomył* ponur* popękan* powoln* problem* przeciętn*
      przestarzał* pęknięt* reklamacj* rozczarow* skromn* skrzyp* star* sypi* szkoda słab* słych* trudn*
      ubog* usterk* wad* wilgo* wąsk* za_gorąco zamknięt* zaniedban* zapach* zapomni* zbyt_mał* zepsut*
      zepsuł* zimn* zmarzl* zniszczon* zużyt* średni*`,
    '-2': `agresywn* arogan* awantur* beznadzi* brud brudn* brudu bród cuchn* fatalni* grzyb* ignor* insekt*
      karaluch* kiepsk* koszmar* kłam* kłót* lekceważ* mrówk* narzeka* nerwy nie_działa nie_działają
      nie_działał nie_działała nie_działało nie_działały nie_polecam nie_polecamy nie_warto nie_wrócimy
      nie_wrócę niechętn* nieczyst* niedobr* niedopuszczaln* niekompetent* niekulturaln* niemił*
      nienawidzę nieporozumi* nieprofesj* nieprzyjazn* nieprzyjemn* niesmaczn* nieuprzejm* niezadowol*
      nieśwież* obskurn* oburz* odradzam odrażając* okradzion* opryskliw* oszu* pleśni* pleśń pluskw*
      popsut* porażk* prusak* robactw* robak* rozczarowani* skandal* smrod* smród smutn* stęchl* syf*
      tandet* wstyd* wściek* zagrzybi* zatru* zatęch* zawied* zawiód* zawod* zdziers* zła złe złej zły
      złych śmierdz* źle żałos* żenad* żenując*`,
    '-3': `dno dramat* katastrof* koszmarn* makabr* masakr* najgorsz* nie_do_przyjęcia nigdy_więcej obrzydliw*
      ohydn* okropn* paskudn* przeraż* strasz* tragedi* tragiczn*`,
  },
  negations: 'ani bez brak nic nie niezbyt nigdy zero żaden żadna żadnego żadnej żadnych',
  negationsAfter: 'brak',
  conjunctions: 'a ale bo i jednak lecz oraz',
  intensifiers:
    'absolutnie bardzo całkowicie kompletnie mega naprawdę niezwykle ogromnie strasznie szczególnie tak totalnie wyjątkowo za zbyt',
  diminishers: 'dosyć dość lekko nieco prawie raczej stosunkowo trochę',
};
