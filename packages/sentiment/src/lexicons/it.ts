import type { LexiconSource } from './lexicon-source.js';

export const it: LexiconSource = {
  language: 'it',
  writing: 'spaced',
  apostrophe: 'parts',
  weights: {
    '3': `bellissim* buonissim* da_sogno divin* eccellent* eccezional* fantastic* favolos* fenomenal*
      formidabil* gentilissim* impeccabil* incantevol* incredibil* indimenticabil* magnific* meraviglia
      meraviglios* migliore migliori ottim* perfett* perfezione puliti* spettacolar* spettacolo splendid*
      squisit* straordinari* stupend* sublime super superbo superlativ* top unico_nel_suo`,
    '2': `accoglient* accoglienza adoro affascinant* amato amiamo amichevol* amo amor* attent* bel bella belle
      belli bello brava bravi bravissim* bravo caloros* carina carini carino complimenti consigli*
      content* cordial* cortes* curat* delizios* disponibilissim* divertent* elegant* felice felici fresc*
      garbat* gentil* godere goduto gradevol* gradit* grazie gustos* impressionat* incantat* lussuos*
      ospital* piace piacere piacevol* piaciut* premuros* profession* pulit* pulizia raccomand* raffinat*
      rilassant* rilassat* ritorn* romantic* saporit* seren* sicurezza sicuro silenzios* simpatic*
      soddisfatt* sorridente* sorrisi sorriso torneremmo torneremo tornerò tranquill* volentieri`,
    '1': `abbondant* accettabile adeguat* aiutat* aiuto ampia ampie ampio apprezzat* bene buon buona buone
      buoni buono calda_accoglienza central* comod* compet* confort* convenient* disponibil* economic*
      efficac* efficient* facil* funzional* gratis gratuit* ideale interessant* luminos* meglio modern*
      nuov* ok ordinat* perfettamente pratic* precis* puntual* qualità ragionevol* rapid* ristrutturat*
      spazios* suggestiv* utile valida valido vantaggi* varia varietà vario veloc* vicinissim* vicino
      vista_mare`,
    '0': `a_presto ben_presto buon_giorno buona_giornata buona_notte buona_sera buonanotte buonasera
      buongiorno ci_piacerebbe grazie_in_anticipo mi_piacerebbe nessun_problema non_solo per_favore
      per_piacere senza_problemi va_bene vorrei`,
    '-1': `affollat* angust* anonim* antiquat* aspetta* attesa attese bagnat* buia buio cald* caldo_in cara
      care cari carissim* caro chiusa chiuso complicat* confusion* costos* datat* debol* deteriorat*
      difetto difettos* difficil* dimenticat* disagio disturb* durissim* duro fatiscent* fila fredd*
      gelid* graffiat* inadeguat* insipid* insonorizza* insufficient* intasat* lent* limitat* logor*
      lontan* lunghe_attese macchi* manca mancano mancanza mancava mancavano mediocr* migliorabil*
      minuscol* molle noios* nulla_di_speciale obsolet* ombra peccato perde* piccol* polver* problem*
      purtroppo ritard* rovinat* rumor* sbagliat* scad* scars* sciup* scomod* scricchiol* sfortunatamente
      soffocant* spogli* sporgent* stanc* strett* trascurat* troppo_caldo troppo_freddo umid* usurat*
      vecch*`,
    '-2': `aggressiv* arrabbiat* arrogant* blatta blatte brutt* cattiv* cimici delud* delusa delusi delusion*
      deluso discutibil* disgustat* disorganizzat* evitare fallimento fastidio fastidios* fregatura furto
      guasta guasti guasto ignorat* imbarazzant* imbrogl* inaccettabil* inammissibil* incompetent*
      indecent* indecoros* insoddisfatt* insopportabil* insult* ladri lament* mal male maleducat*
      maleducazione maleodorant* malissimo marcia marcio muff* nauseant* negativ* non_consiglio
      non_funziona non_funzionano non_funzionava non_funzionavano non_lo_consiglio non_torn* odio odor*
      orribile peggior* peli pessim* puzz* reclam* ridicol* rifiutat* rott* rubat* sbadat* scadent*
      scarafagg* schifezza scortes* sgarbat* sgradevol* spazzatura spiacevol* sporc* squallid* sudici*
      triste tristi truff* urlav* vergogn*`,
    '-3': `agghiacciant* disastr* disgustos* incubo indegn* inferno mai_più orrend* orribil* orror* osceno
      peggio peggiore pessima pessimi pessimo schifo schifos* terribil* vomit*`,
  },
  negations: 'mai manca mancanza neanche nemmeno nessun nessuna nessuno niente non nulla né poco senza',
  conjunctions: 'ed ma perché però',
  intensifiers:
    'assai assolutamente completamente così davvero decisamente estremamente incredibilmente molto particolarmente tanto totalmente troppo veramente',
  diminishers: 'abbastanza alquanto leggermente piuttosto poco quasi relativamente',
};
