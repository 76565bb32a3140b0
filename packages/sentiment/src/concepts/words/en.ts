import type { ConceptWords } from '../concept.js';
export const en: ConceptWords = {
  negation:
    '=not =no =never =dont =doesnt =didnt =isnt =wasnt =arent =werent =cant =cannot =couldnt =wont =wouldnt =havent =hasnt =hadnt =aint =nor =neither =hardly =barely',
  superb:
    'amazing awesome excellent fantastic perfect wonderful superb brilliant outstanding incredible fabulous exceptional stunning magnificent terrific flawless spotless first_class top_notch impeccabl 10_10 five_star phenomenal divine heaven',
  good: '=good =nice nicely =fine =great =lovely =well decent pleasant =cool =solid =super =ok =okay =sweet better_than_expected',
  enjoy: 'enjoy love loved loving liked delight =fun treat impressed impressive pleasure adored hooked',
  thanks:
    'thank thx =ty cheers grateful appreciat kudos shout_out hats_off compliments credit_to well_done bravo',
  recommend: 'recommend must_visit dont_hesitate highly_rec',
  return:
    'will_be_back be_back come_back coming_back =return returning will_return see_you_again book_again stay_again next_time already_booked cant_wait_to',
  friendly:
    'friendly =kind kindness polite courteous welcoming smil warm_welcome charming gracious sweetheart lovely_staff professional',
  helped:
    'helped helpful helping assist sorted_us took_care went_out went_above above_and_beyond carried lent drove_us walked_us',
  clean: '=clean cleaned cleanest immaculate tidy sparkling hygien pristine =spotless',
  comfy: 'comfort comfy cosy cozy =soft relax plush snug homely slept_like slept_well best_sleep',
  tasty: 'tasty delicious yummy scrumptious mouthwatering flavour flavor fluffy crispy =divine',
  quiet: 'quiet peaceful calm tranquil serene silent',
  fast: 'fast quick prompt immediate straight_away right_away in_no_time instantly within_minutes in_minutes smooth efficient on_the_spot speedy swift',
  fixed:
    'fixed sorted resolved solved repaired replaced swapped moved_us changed_our brought works_now working_again all_good found_my',
  gift: '=free upgrade upgraded complimentary on_the_house gift surprise bonus treats birthday anniversary =extra welcome_drink',
  beautiful: 'beautiful gorgeous pretty stylish elegant charm breathtaking modern luxur scenic view_was',
  worth: 'worth bargain value_for =value reasonabl affordable good_price great_price cheap',
  happy: 'happy pleased satisfied glad delighted content chuffed thrilled',
  best: '=best favourite favorite unbeatable second_to_none nothing_beats',
  fresh: 'fresh freshly homemade generous plenty choice variety selection hot_water_all',
  roomy: 'spacious huge roomy =large big_room enormous bright airy',
  care: 'attentive thoughtful remembered caring considerate patient kept_an_eye made_us_feel felt_at_home made_our made_my noticed',
  handy:
    'convenient central handy perfect_location great_location walking_distance close_to steps_from easy next_to',
  faultless:
    'no_complaints no_complaint nothing_to_complain cant_fault couldnt_fault no_problem no_problems no_issues without_a_hitch nothing_bad no_fuss exceeded beyond_expect not_a_single couldnt_ask cant_complain nothing_but_praise hassle_free',
  awful:
    'awful terribl horribl horrend dreadful disgust appalling atrocious nightmare worst vile revolting shocking diabolical disaster pathetic gross hell crap rubbish shite dump joke dire',
  bad: '=bad badly =poor poorly mediocre =meh =worse subpar lacking below_average not_great not_good not_impressed underwhelm so_so average bland grim ruined let_down',
  dirty:
    'dirty filth unclean dust grubby grime grimy crumbs unmade sticky muck used_towel greasy not_cleaned hasnt_been_cleaned',
  smell: 'smell stink stank stench reek smelt odour odor musty smoky sewage',
  vermin: 'cockroach roach bedbug bed_bug =bugs =mice =mouse =rat =rats =ants insect spider flea',
  stain: 'stain mould mold hair_in hairs =hair blood_on limescale peeling torn ripped holes cracked',
  broken: 'broken broke =bust busted faulty out_of_order damaged jammed stuck snapped dead_batter blocked',
  fails:
    'not_working doesnt_work isnt_working didnt_work wont_work not_work stopped_working wont_open wont_turn wont_flush doesnt_open cant_open keeps_dropping keeps_cutting cuts_out drops_out no_signal no_connection wont_connect cant_connect doesnt_connect no_hot_water no_water no_heating no_power wont_close doesnt_close wont_charge keeps_tripping =failed =fails',
  works: '=work =works =worked =working',
  rude: 'rude unfriendly unhelpful arrogan dismissive impolite snapped_at shouted attitude condescend rolled_her rolled_his grumpy cold_staff unprofessional indifferent couldnt_care hung_up scowl patroni laughed_at',
  loud: 'loud nois racket banging drilling party screaming shouting thin_walls hear_everything could_hear can_hear music_until barking construction snoring',
  cold: '=cold freezing =chilly lukewarm ice_cold icy stone_cold draught',
  hot: 'too_hot boiling stuffy sweltering baking sweat unbearable humid like_a_sauna',
  wait: 'wait waited waiting on_hold held_up hanging_around standing_here',
  slow: 'slow =late delay took_forever takes_forever takes_ages took_ages ages sluggish crawl',
  nobody:
    'nobody no_one noone no_answer no_reply no_response none_of no_sign_of not_a_soul no_staff unanswered',
  never:
    '=never never_again last_time_we wont_be_back not_be_back wont_return not_return wont_be_returning not_coming_back avoid stay_away dont_stay',
  still: '=still =yet hasnt_come havent_received havent_got hasnt_arrived not_been so_far',
  again:
    '=again third_time second_time fourth_time for_the_third keeps keep_calling every_night every_time constantly repeatedly twice_now',
  dear: 'expensive overpriced pricey costly rip_off ripoff steep daylight extortion not_cheap',
  charged:
    'charged overcharg double_charge hidden_fee extra_fee =fee =fees refund deposit_back taken_twice surcharge bill_was',
  lost: '=lost stolen missing forgot forgotten disappeared theft robbed gone_from mislaid',
  ignored:
    'ignor refus denied turned_away overlooked shrug fobbed brushed_off left_us no_interest wouldnt_let not_bother',
  disappoint:
    'disappoint let_down letdown expected_more expected_better not_as_described nothing_like misleading not_what fell_short regret',
  annoyed:
    'annoy angry frustrat furious upset irritat fed_up unhappy shame ridiculous had_enough sick_of disgrace embarrass',
  complain: 'complain complaint',
  problem: 'problem issue trouble hassle fault',
  wrong:
    'wrong mistake error incorrect mixed_up mix_up confus instead_of double_booked overbooked not_what_we twin_instead',
  tiny: 'tiny =small cramped narrow poky pokey shoebox =thin',
  worn: '=old worn dated outdated shabby tired_decor tatty run_down rundown needs_renov renovation falling_apart rust scruffy',
  leak: 'leak drip flood clog overflow blocked puddle soaked pouring',
  hard: 'uncomfort =hard lumpy saggy springs sagging rock_hard like_a_rock back_ache backache stiff creak squeak wobbl sore',
  woke: 'woke woken couldnt_sleep cant_sleep didnt_sleep no_sleep not_sleep sleepless barely_slept awake all_night kept_us_up hardly_slept zero_sleep',
  tasteless:
    'tasteless stale burnt undercooked overcooked inedible =dry raw soggy watery watered_down flavourless rubbery greasy mush powdered mouldy_bread chewy',
  waste:
    'waste not_worth scam rip con_trick money_back want_a_refund overhyped overrated robbery save_your_money not_worth_it',
  closed:
    'closed ran_out run_out out_of no_towels no_soap no_toilet unavailable not_available empty locked shut no_parking no_lift =lack lacks lacking sold_out was_off',
  promised: 'promised lied told_us supposed_to claimed was_told were_told advertised said_they',
  sorry: '=sorry apolog unapologetic',
  only: '=only =just =barely merely single',
  without: '=without =zero',
  nothing: 'nothing =none',
  alas: 'unfortunately sadly pity unluckily',
  danger:
    'danger unsafe =ill =sick food_poison hurt injur =pain allerg scared afraid unwell threw_up emergency smoke gas',
  unacceptable:
    'unacceptabl inexcusabl impossible unbeliev not_acceptable beyond_a_joke what_a_joke not_on how_is_this seriously',
  forced: 'had_to have_to forced made_us ended_up',
  asked:
    'asked =called called_down calling rang phoned told_reception reported complained_to emailed =ask chase chasing',
  queue: 'queue =line',
  dark: '=dark =damp dingy dim gloomy depressing mildew no_window soulless',
  please: 'please =pls =plz kindly',
  could:
    'could_we could_i could_you can_we can_i can_you is_it_possible would_it_be may_i may_we any_chance possible do_you is_there are_there wondering',
  question: 'what_time =where =when =how =which what_is whats_the =what until_when how_much how_far how_long',
  need: '=need =needs would_like =want =id_like we_d_like looking_for request',
  if: '=if =whether',
  later: 'tomorrow tonight =later this_evening next_week =sunday =saturday =monday =friday on_the',
  hello: '=hi =hello good_morning good_evening =hey dear_team',
  arrive:
    'arriving we_arrive =landing our_flight we_ll will_be_arriving =booked reservation_for checking_in_at',
  but: '=but however although =though except apart_from shame_about',
  very: '=very =really =so extremely absolutely totally truly incredibly',
  too: '=too way_too =bit slightly somewhat rather',
  since:
    '=since for_two for_three for_days yesterday last_night this_morning two_days three_days all_day days_now',
  minutes: '=minutes =mins =min',
  hours: '=hours =hour half_an_hour hrs',
  twice: '=twice three_times four_times times_now several_times two_times',
  all: 'everything =all every everyone entire whole',
  finally: 'finally at_last eventually in_the_end',
};
