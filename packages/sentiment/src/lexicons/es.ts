import type { LexiconSource } from './lexicon-source.js';

export const es: LexiconSource = {
  language: 'es',
  writing: 'spaced',
  weights: {
    '3': `alucinante* asombros* brutal buenísim* de_lujo de_primera diez_puntos divin* encanta encantó
      espectacular* espléndid* estupend* excelent* excepcional* exquisit* extraordinari* fabulos*
      fantástic* fenomenal genial* impecabl* impresionante* increíbl* inigualable* inmejorable*
      inolvidable* insuperable* magnífic* maravill* mejor_hotel mejores perfect* preciosísim* sensacional*
      soberbi* sobresaliente* super súper un_diez`,
    '2': `acertad* acogedor* adoramos adoro agradable* agradec* alegr* amabilidad amabilísim* amable* amor
      atent* bell* bonit* cariños* comodísim* confort* content* cortes cortés cálid* deleit* delicios*
      disfrut* dulce* educad* elegant* encantad* encanto espacios* estupendamente felicidad felicit*
      feliz* fresc* gracias gust* hermos* hospitalari* hospitalidad ideal* limpi* limpísim* linda lindas
      lindo lindos lujos* maravilla placenter* placer precios* privilegiad* profesional* recomend*
      recomiendo relajad* relajante* repetir repetiremos repetiría* ric* sabros* satisfech* segur*
      simpatía simpátic* sonriente* sonrisa* tranquil* volver* ópti*`,
    '1': `abundante* aceptable* acertada amplia* amplio* asequible* ayud* barat* bien bien_ubicado buen buena
      buenas bueno buenos calidad cerca completo correct* cuidad* céntric* cómod* detalle* disponible*
      económic* eficaz* eficien* especial* funcional* fácil* gentil* gran grande* gratis gratuit*
      interesante* logr* lumin* mejor mejora* moderna moderno nuev* ok práctic* puntual* razonable*
      renovad* ráp* servicial* silencios* suave* vale_la_pena vale_mucho valió variad* variedad ventaja*
      vistas_al_mar único útil*`,
    '0': `a_pesar_de bien_sea buen_día buenas_noches buenas_tardes buenos_días de_buena_gana
      gracias_de_antemano gracias_por_adelantado me_gustaría más_bien más_o_menos más_que_nada
      ningún_problema no_hay_problema no_solo nos_gustaría por_favor si_bien sin_ningún_problema
      sin_problema sin_problemas un_buen_rato`,
    '-1': `aburrid* aceitos* anticuad* antigu* apagad* apretad* arañad* atasc* ausencia averiad* calor caluros*
      car* chic* cobr* cola colas complicad* confus* congelad* cutre* deficien* demor* desactualiz*
      desgastad* desgraciadamente despintad* deterior* difícil* dura dureza duro escas* esper* estrech*
      falta faltaba faltan faltó floj* fría frías frío fríos fuga gotea* humedad húmed* inconveniente*
      incómod* insuficiente* insípid* justit* justo_de lament* lastim* lejos lent* limitad* lástima manch*
      mediocre* mejorable* mejorar minúscul* mojad* molest* mínim* obras obsoleto olvid* oscur* oxidad*
      pag* peg* penos* pequeñ* pero_no pobre* poca pocas poco pocos polvo problema* queja* regular*
      retras* rotura ruido* secad* sencillit* sosa soso tard* viej*`,
    '-2': `abandonad* agresiv* antipátic* arrogante* asco averí* basura chinche chinches cucaracha* decepci*
      deficiente defraud* deja_mucho_que_desear dejadez denunci* desagradabl* desastr* desatendid*
      descuid* desorden* disgust* enfad* enfermo engañ* error* estafa* estropead* evit* fatal fea feas feo
      feos fraud* furios* grit* groser* hediond* hongos horas_esperando hormigas ignor* impresentable*
      inaceptable* inadmisible* incompeten* indignad* indignante* insalubr* insoportabl* intoxic*
      irrespet* jamás_volver lamentabl* mal mala malas maleducad* malo malos maltrat* mentira* mintieron
      moho nauseabund* nefast* no_funciona no_funcionaba no_funcionaban no_funcionan no_funcionó
      no_lo_recomiendo no_recomiendo no_servía no_sirve no_volver* nunca_más odi* olor* pelos penoso
      podrid* porquer* pésimo rechaz* robar* robo rota rotas roto rotos sucia* suciedad sucio* timo trist*
      vergonz* vergüenza`,
    '-3': `asqueros* atroz* de_lo_peor desastroso espantos* horribl* horror* infierno inmund* malísim*
      nauseabundo* nunca_jamás peor* pesadilla* pésim* repugn* terribl*`,
  },
  negations: 'apenas carece falta jamás nada nadie ni ninguna ninguno ningún no nunca poca poco sin tampoco',
  conjunctions: 'aunque e pero porque sino y',
  intensifiers:
    'absolutamente bastante completamente demasiado especialmente extremadamente mucho muchísimas muchísimo muy realmente sumamente súper tan totalmente verdaderamente',
  diminishers: 'algo casi ligeramente poco relativamente',
};
