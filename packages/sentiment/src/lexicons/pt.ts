import type { LexiconSource } from './lexicon-source.js';

export const pt: LexiconSource = {
  language: 'pt',
  writing: 'spaced',
  weights: {
    '3': `adoramos adorei amamos amei demais deslumbrante* divin* espetacular* esplêndid* excecionais
      excecional excelent* excepciona* extraordinári* fabulos* fantástic* fenomenal genial impecavel
      impecáve* incríveis incrível inesquecíve* magnífic* maravilh* melhores nota_10 nota_dez perfeit*
      primoros* sensaciona* soberb* sublime* super top ótim*`,
    '2': `acolhedor* aconchegante* agradavel agradec* agradáve* alegr* amo amor* amáveis amável animad*
      atencios* atent* bel* bonit* calm* caloros* caprichad* charm* confortavel confortáve* content*
      cordia* cortês cuidados* delicios* delícia divertid* educad* elegante* encantad* feliz* fresc*
      fresquinh* gentil* gentis gostamos gostei gostos* grat* hospitaleir* impression* limp* lind* luxuos*
      obrigad* parabéns prazer* prestativ* profissiona* querid* recomend* relaxante* relaxar romântic*
      saboros* satisfeit* segur* simpatia simpátic* solícit* sorris* sossegad* tranquil* valeu voltar*`,
    '1': `aceitáve* acessíve* adequad* ajud* ampl* bacana* barat* bem bem_localizado boa boas bom bons
      central* completo conveniente* cômod* diferenci* disponíve* econômic* eficaz* eficiente* espaços*
      farta farto fartíssim* funcional fáceis fácil* gratuit* grátis ideal iluminad* interessant* lega*
      limpinh* maci* melhor melhora* modern* nova novas novo novos ok organizad* pert* pontua* positiv*
      prátic* próxim* qualidade razoáve* reformad* rápid* silencios* vale_a_pena vantage* variad*
      variedade vista_linda úteis útil`,
    '0': `até_breve bem_como bem_perto_de boa_noite boa_tarde bom_dia gostaria gostaríamos nenhum_problema
      nova_iorque nova_york não_apenas não_só obrigada_desde_já obrigado_desde_já por_favor se_bem_que
      sem_problema sem_problemas tudo_bem`,
    '-1': `abafad* antig* apertad* atras* azed* barulh* caindo calor_no cansad* cara caras caro caros caríssim*
      chat* complicad* confus* danificad* decadente* deficient* deixa_a_desejar deixou_a_desejar demor*
      desatualizad* desbotad* desconfort* desgastad* difíceis difícil* dur* enferrujad* entupid* escass*
      escur* esper* esquec* estreit* falt* fila filas frac* fri* goteira* inconvenient* infelizmente
      insoss* insuficient* lent* limitad* long* lotad* machucad* manch* mediocre* medíocre* menos
      minúscul* mofo molhad* monóton* mínim* nada_de_especial obsolet* peca pen* pequen* poeira problem*
      péssima_localização pó queix* quente_demais reclam* regular* restrit* riscad* ruído* sem_graça
      simplór* sujeir* tard* ultrapassad* umidade vazamento vazando vazava velh* úmid*`,
    '-2': `absurd* agressiv* arrogant* banheiro_sujo barata_no baratas chatead* cheiro* decepcion* decepç*
      defeit* desagradavel desagradáve* descas* descuidad* desorganizad* despreparad* desrespeit* detest*
      engan* erro erros estrag* estressant* evit* falha* fedia fedid* fedor* feia feio feios formiga*
      fraud* frustr* furios* golpe gritou gross* horas_esperando ignor* inaceitáve* inadmissíve*
      incompetent* indignad* insatisfeit* insuportáve* intragáve* irritad* irritante* lamentáve* lixo mal
      mal_educad* maltrat* mau maus mentir* mofad* má más nojo nunca_mais não_funciona não_funcionam
      não_funcionava não_funcionou não_recomendo não_voltarei não_voltaria não_volto odi* percevejo*
      perigos* podre* precári* pulga* quebrad* quebrou raiva ridícul* roub* rude* ruim ruins suj* triste*
      vergonha vergonhos* ódio`,
    '-3': `asqueros* catástrofe* deploráve* desastr* espelunca horrivel horror* horríve* imund* inferno lixão
      nojent* pavoros* pesadelo* pior* péssim* repugnant* terrivel terríve*`,
  },
  negations: 'falta jamais nada nem nenhum nenhuma ninguém nunca não pouco sem tampouco',
  conjunctions: 'embora mas porque porém',
  intensifiers:
    'absolutamente bastante bem completamente demais especialmente extremamente muita muito muitíssimo realmente super totalmente tão verdadeiramente',
  diminishers: 'algo levemente meio pouco quase razoavelmente relativamente',
};
