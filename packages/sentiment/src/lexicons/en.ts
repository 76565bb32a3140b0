import type { LexiconSource } from './lexicon-source.js';

export const en: LexiconSource = {
  language: 'en',
  writing: 'spaced',
  apostrophe: 'joins',
  weights: {
    '3': `amazing* awesome* best brilliant* excellent* exceptional* exquisite fabulous* fantastic* flawless*
      gorgeous* immaculate* incredible* incredibly magnificent* marvellous* marvelous* outstanding*
      perfect perfection perfectly phenomenal* splendid* spotless* stunning* superb* terrific*
      thank_you_so_much top_notch unforgettable wonderful* world_class`,
    '2': `beautiful* clean cleanest comfortabl* comfy cosy courteous* cozy delicious* delight* elegant* enjoy
      enjoyable enjoyed enjoying enjoys excited fresh friendliest friendly generous* glad grateful great
      greatly happily happy impeccabl* impress* kind kindly kindness love loved lovely loves luxurious
      modern peaceful* pleasant* pleased pleasure polite* professional* quiet recommend recommended
      recommending relaxed relaxing safe scrumptious spacious sparkling tasty thank thanks thoughtful*
      tidy upgrade upgraded value_for_money very_good warm_welcome welcoming well_done well_kept
      will_be_back will_return yummy`,
    '1': `accommodating affordable approve attentive* bargain better bright calm central* charm* convenien*
      cool cute decent ease easily easy efficient* fast favorite favourite fine free fun good handy helped
      helpful hot_shower improved interesting like_new nice nicely nicer ok okay plenty prompt promptly
      quick quickly reasonabl* reliable responsive satisfied smile smiled smiles smiling smooth smoothly
      soft sorted special sunny superior support walking_distance warm welcome welcomed well work_great
      works worth`,
    '0': `as_well as_well_as best_western bright_and_early free_of_charge good_afternoon good_evening
      good_morning good_night hard_rock if_possible kind_of kind_regards like_to no_doubt no_issue
      no_issues no_problem no_problems not_only pretty_much thanks_in_advance well_water would_like`,
    '-1': `annoy bland bored boring bother* careless closed cold complicated confus* costly cramped crowded
      damp dark dated delay* dim dull expensive faulty flies freezing hard_bed humid ignored ignoring
      impersonal inconvenien* incorrect issue issues lack lacked lacking lacks late leak leaked leaking
      leaks limited loud lukewarm mediocre mess messy miss missed missing mistake* musty narrow not_enough
      odd old_fashioned outdated overcooked overrated poorly problem* queue queues scratched shabby slow
      slowly small smell smells stained stains steep sticky stiff struggle stuck stuffy tasteless
      thin_walls tiny tired too_cold too_far too_hard too_hot too_late too_long too_loud too_much
      too_small too_soft uncomfortabl* undercooked understaffed unfortunate* unhelpful unsure wait waited
      waiting warm_water_only waste weak wobbly worn worried worse wrong`,
    '-2': `angry annoyed annoying avoid bad badly bedbug* broke broken bug bugs cockroach* complain complained
      complaining complaint* dangerous didnt_work dirt dirty disappoint* dishonest dissatisfied
      doesnt_work fail failed fails failure filthiness frustrat* hair_in hate hated hates hidden_fees
      ignorant isnt_working mold moldy mould mouldy nasty neglected never_again no_apology no_heating
      no_hot_water noise noisy not_work not_working out_of_order overcharged overpriced poor refuse
      refused regret rip_off ripoff roach* rude* ruined scam shouted sick smelled smelly smelt
      sorry_excuse stale stank stench stink* stopped_working terrible_service theft unacceptabl* unclean
      unfriendly unhappy unpleasant unprofessional unsafe upset useless without_apology wont_be_back
      wont_return worthless would_not_return`,
    '-3': `abysmal appalling atrocious awful* dire disaster disastrous disgrace* disgust* dreadful* filth
      filthy gross horrend* horribl* horrid horrif* nightmare* pathetic revolting stolen terribl*
      unbearabl* unsanitary vile vomit worst`,
  },
  negations:
    'aint arent barely cannot cant couldnt didnt doesnt dont hadnt hardly hasnt havent isnt lack lacking neither never no nobody none nor not nothing rarely scarcely shouldnt wasnt werent without wont wouldnt',
  conjunctions: 'although and because but however though while',
  intensifiers:
    'absolutely completely deeply especially extremely incredibly really so super thoroughly too totally truly utterly very',
  diminishers: 'bit fairly little partly quite rather slightly somewhat',
};
