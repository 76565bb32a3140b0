import type { LexiconSource } from '../lexicon.js';

export const en: LexiconSource = {
  language: 'en',
  writing: 'spaced',
  apostrophe: 'joins',
  weights: {
    '3': `amazing* awesome* best brilliant* excellent* exceptional* exceptionally exquisite fabulous* fantastic*
      flawless* gorgeous* immaculate* incredible* incredibly magnificent* marvellous* marvelous* outstanding*
      perfect perfection perfectly phenomenal* splendid* spotless* stunning* superb* terrific* thank_you_so_much
      top_notch unforgettable wonderful* world_class`,
    '2': `beautiful* clean cleanest comfortabl* comfy cosy cozy courteous* delicious* delight* elegant* enjoy
      enjoyable enjoyed enjoying enjoys excited fresh friendly friendliest generous* glad grateful great greatly
      happily happy impeccabl* impress* kind kindly kindness love loved lovely loves luxurious modern peaceful*
      pleasant* pleased pleasure polite* professional* quiet recommend recommended recommending relaxed relaxing
      safe scrumptious spacious sparkling tasty thank thanks thoughtful* tidy upgrade upgraded value_for_money
      very_good warm_welcome well_done well_kept welcoming will_be_back will_return yummy`,
    '1': `accommodating affordable approve attentive* bargain better bright calm central* charm* convenien*
      cool cute decent ease easily easy efficient* fast favorite favourite fine free fun good handy helped helpful
      hot_shower improved interesting like_new nice nicely nicer ok okay plenty prompt promptly quick quickly
      reasonabl* reliable responsive satisfied smile smiled smiles smiling smooth smoothly sorted soft special
      superior support sunny walking_distance warm welcome welcomed well work_great works worth`,
    '0': `as_well as_well_as best_western bright_and_early free_of_charge good_afternoon good_evening good_morning
      good_night hard_rock if_possible kind_of kind_regards like_to no_doubt no_issue no_issues no_problem
      no_problems not_only pretty_much thanks_in_advance well_water would_like`,
    '-1': `annoy bland bored boring bother* careless closed cold complicated confus* costly cramped crowded damp
      dark dated delay* dim dull expensive faulty flies freezing hard_bed humid impersonal incorrect ignored
      ignoring inconvenien* issue issues lack lacked lacking lacks late leak leaked leaking leaks limited loud lukewarm
      mediocre mess messy miss missed missing mistake* musty narrow not_enough odd old_fashioned outdated
      overcooked overrated poorly problem* queue queues scratched shabby slow slowly small smell smells stained
      stains steep struggle sticky stiff stuck stuffy tasteless thin_walls tiny tired too_far too_hot too_late too_cold
      too_loud too_long too_much too_small too_soft too_hard uncomfortabl* undercooked understaffed unfortunate*
      unhelpful unsure wait waited waiting warm_water_only waste weak wobbly worn worried worse wrong`,
    '-2': `angry annoyed annoying avoid bad badly bedbug* broke broken bug bugs cockroach* complain complained
      complaining complaint* dangerous dirt dirty disappoint* dissatisfied dishonest fail failed fails failure
      filthiness frustrat* hair_in hate hated hates hidden_fees ignorant mold moldy mould mouldy nasty neglected
      never_again noise noisy overcharged overpriced poor refuse refused regret rip_off ripoff roach* rude* ruined
      scam shouted smelled smelly smelt sick sorry_excuse stale stank stench stink* stinks terrible_service theft
      unacceptabl* unclean unfriendly unhappy unpleasant unprofessional unsafe upset useless worthless
      wont_be_back wont_return would_not_return out_of_order not_working doesnt_work didnt_work isnt_working
      not_work stopped_working no_hot_water no_heating no_apology without_apology`,
    '-3': `abysmal appalling atrocious awful* dire disaster disastrous disgrace* disgust* dreadful* filth filthy
      gross horrend* horribl* horrid horrif* nightmare* pathetic revolting stolen terribl* unbearabl* unsanitary
      vile vomit worst`,
  },
  negations: `aint arent barely cannot cant couldnt didnt doesnt dont hadnt hardly hasnt havent isnt lack lacking
    neither never no nobody none nor not nothing rarely scarcely shouldnt wasnt werent without wont wouldnt`,
  intensifiers: `absolutely completely deeply especially extremely incredibly really so super thoroughly too totally
    truly utterly very`,
  diminishers: 'bit fairly little partly quite rather slightly somewhat',
};
