import type { LexiconSource } from './lexicon-source.js';

export const fr: LexiconSource = {
  language: 'fr',
  writing: 'spaced',
  apostrophe: 'parts',
  weights: {
    '3': `admirable* adorable* au_top cinq_étoiles divin* excellent* exceptionnel* exquis* extra
      extraordinaire* fabuleu* fantastique* formidable* grandiose* génia* idyllique* impeccable*
      incroyable* inoubliable* irréprochable* magique* magnifique* meilleur* merveilleu* parfait*
      phénoménal* remarquable* somptueu* splendide* sublime* super superbe* top époustouflant*`,
    '2': `accueillant* adore adoré* agréable* aimable* aime aimé apprécie apprécié* attentif* attentionné*
      attentive* beau beaux belle* bonheur bravo calme* chaleureu* charmant* charme chouette* confort
      confortable* content* convivial* cosy courtois* délicat* délice* délicieu* enchanté* excellence
      frais fraîche* félicit* gentil* généreu* heureu* hospitalier* hospitalité impressionn* joli* luxueu*
      merci mercis plaisir plaît poli polie polis professionnel* propre* raffiné* rassur* ravi* recommand*
      reposant* reviendrai reviendrons romantique* régal* satisfait* savoureu* serein* serviable*
      souriant* sourire succulent* sympa* sécurité tranquille* très_bien élégant* émerveill*`,
    '1': `abondant* abordable* aide aidé amélior* bien bien_situé bienveillant* bon bonne bonnes bons central*
      compétent* copieu* correct* disponible* douillet* efficace* facile* fonctionnel* gratuit* idéal*
      intéressant* large* lumineu* mieux moderne* neuf neuve nickel ok ponctuel* pratique* proche* qualité
      raisonnable* rapide* réactif* réactive* rénové* réussi* silencieu* soigné* soin spacieu* surclass*
      utile* varié* vaste* vue_sur`,
    '0': `aimerais aimerions aucun_problème aucun_souci aussi_bien_que bien_que bien_sûr bien_vouloir
      bon_à_savoir bonjour bonne_journée bonne_nuit bonne_soirée eh_bien merci_d_avance merci_de ou_bien
      pas_de_problème pas_de_souci pas_de_soucis pas_seulement rien_à_redire s_il_vous_plaît si_bien_que`,
    '-1': `abîmé* ancien* attendre attendu attente bouché* bruit bruits bruyant* cassé* chauffage_en_panne cher
      chers chère chères coincé* complexe compliqué* coulait coûteu* difficile* dommage dur dure défaut*
      défraîchi* dépassé* ennui ennuyeu* exigu* fade fatigant* fatigué* fermé* file_d_attente froid*
      fuite* gênant* gêné* humide* humidité inconfort* inconvénient* insuffisant* lent lente lenteur
      limité* loin malheureusement manque* manqué* minuscule* moins moyen moyenne médiocre* oublié*
      passable* petit petite petites petits poussière* poussiéreu* problème* quelconque* rayé* refus*
      retard* rustique* sec sombre* souci* surchargé* surcoût tache* taché* triste* trop_chaud trop_cher
      trop_chère trop_dur trop_mou tâche* usé* vieille* vieillot* vieux vétuste* étouff* étriqué* étroit*`,
    '-2': `agressi* arnaqu* arrogant* cafard* cauchemar* colère crade crasse crasseu* danger* déception*
      décevant* dégrad* dégueu* délabré* déplorable* désagréable* désastreu* déteste déçu* en_panne
      escroc* escroquerie excédé* fonctionne_pas fuir fâché* grossier* hautain* honte honteu* hors_de_prix
      hors_service hs impoli* inacceptable* inadmissible* incompétent* indigne* infect* injoignable*
      insupportable* irrespect* mal malpoli* malpropre* marche_pas mauvais* mensonge* moisi* mécontent*
      ne_fonctionnait_pas ne_fonctionne_pas ne_marchait_pas ne_marche_pas ne_recommande_pas nul nulle*
      odeur* panne* plaindre plaint* plus_jamais pourri* puait puce* pue* punaise* pénible* périmé*
      regrette* remboursez ridicule* sale sales saleté* scandal* souris_morte vol volé* vomi énerv* éviter`,
    '-3': `abominable* affreu* atroce* catastrophe* catastrophique* dégoût* exécrable* horreur* horrible*
      ignoble* immonde* lamentable* minable* pire* pitoyable* répugnant* terrible* à_fuir`,
  },
  negations: 'aucun aucune guère jamais n ne ni non pas personne plus rien sans',
  negationsAfter: 'pas',
  conjunctions: 'car et mais parce puis',
  intensifiers:
    'absolument complètement extrêmement hyper incroyablement particulièrement si tellement totalement trop très ultra vraiment énormément',
  diminishers: 'assez légèrement peu plutôt presque relativement',
};
