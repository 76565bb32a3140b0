import type { HazardWords } from '../hazard.js';

export const en: HazardWords = {
  fire: 'on_fire =fire caught_fire =flames =flame burning smoke smoking =spark =sparks =sparking =sparked blew_up exploded exploding explosion smoulder smolder =blaze blazing =ablaze set_fire melting melted scorch charred glowing_red smells_smoky',
  gas: '=gas petrol gasoline burnt_smell smell_of_burning smells_burnt fumes monoxide gas_leak smell_gas smells_of_gas rotten_egg chemical_smell smell_of_chemic smells_of_chemic hissing propane butane acrid burnt_plastic burnt_rubber chlorine_gas co_alarm co_detector',
  flood:
    'pouring gushing gushes spraying flooding flooded =flood overflow burst through_the_ceiling from_the_ceiling water_everywhere water_coming water_is_coming water_rising water_is_rising coming_through leaking =spurting ankle_deep sewage pipe_broke broken_pipe under_the_door ceiling_is_coming ceiling_collaps shooting_out won_t_turn_off can_t_turn_off',
  faint:
    'unconscious collapsed passed_out passing_out fainted fainting not_responding isn_t_responding unresponsive doesn_t_respond doesn_t_react not_moving isn_t_moving doesn_t_move seizure convuls won_t_wake wont_wake not_waking can_t_wake cannot_wake cant_wake lost_consciousness losing_consciousness blacked_out keeled_over =limp lifeless eyes_rolled foaming_at',
  blood:
    '=blood deep_cut =gash scalded scalding burned burnt_his burnt_her broken_arm broken_leg broken_bone broken_ankle head_injury hit_his_head hit_her_head hit_my_head cut_his cut_her cut_myself sliced_his sliced_her sliced_open wound injur fractur concuss stitches severed dislocat bleed',
  breath:
    'breathe breathing =breath choking choked =choke suffocat gasping swelling swollen swelled allergic_reaction allergic_shock anaphyl epipen epi_pen throat asthma inhaler hives wheez turning_blue turned_blue blue_lips tongue airway heimlich bee_sting stung rash_all',
  fall: 'fallen =fell slipped tripped tumbled can_t_get_up cannot_get_up cant_get_up unable_to_get_up can_t_stand_up can_t_move cannot_move cant_move down_the_stairs off_the_balcony over_the_balcony over_the_railing off_the_ladder lying_on_the_floor broken_hip hurt_his_back hurt_her_back hurt_his_hip hurt_her_hip sprain twisted_his twisted_her can_t_walk had_a_fall',
  missing:
    'missing lost_our lost_my_son lost_my_daughter lost_my_child can_t_find cannot_find cant_find disappeared vanished wandered_off wandered_away ran_off ran_away last_seen last_saw nowhere_to_be is_gone got_lost not_come_back hasn_t_come_back hasn_t_returned never_came_back haven_t_seen_him haven_t_seen_her looked_everywhere looking_everywhere searched_everywhere have_you_seen_my don_t_know_where',
  child:
    '=child children =son =sons =daughter =daughters =kid =kids =baby =babies toddler infant newborn =boy =girl =twins year_old years_old grandson granddaughter grandchild =husband =wife =mother =father =mum =mom =dad grandmother grandpa',
  intruder:
    'trying_to_get_in broken_in broke_in break_in intruder burglar stranger banging_on followed following_me =drunk thief thieves stolen robbed someone_in_our someone_in_my someone_is_in someone_is_trying trying_the_door man_in_my outside_my_door won_t_leave prowl harass someone_has_been pounding_on',
  drown:
    'drown bottom_of_the_pool bottom_of_the_sea lifeguard life_guard under_water underwater fell_into_the_pool fell_in_the_pool face_down went_under going_under not_coming_up hasn_t_come_up can_t_swim swept_away swept_out riptide rip_current out_of_the_pool inhaled_water floating_in floating_face',
  fight:
    '=fight fights fighting knife =knives weapon =gun =guns gunshot pistol threaten attacked attacking punch assault screaming screams stabb beating_her beating_him beat_up hitting_her hitting_him hitting_his brawl strangl cries_for_help been_shot =shots violen',
  shut: 'locked_out locked_in locked_myself locked_himself locked_herself locked_ourselves stuck trapped shut_behind closed_behind can_t_get_out can_t_get_back can_t_get_in cant_get cannot_get_out cannot_get_in can_t_open cannot_open cant_open won_t_open wont_open doesn_t_open jammed slammed barefoot in_my_pajama in_my_pyjama in_my_underwear in_a_towel standing_outside',
  lift: '=lift =lifts elevator between_floors between_two_floors between_the_floors stopped_between stuck_between lift_stopped lift_has_stopped doors_won_t_open alarm_button lift_shaft lift_cabin escalator dumbwaiter',
  shock:
    'electric_shock electrical_shock =shock got_shocked was_shocked_by live_wire bare_wire exposed_wire loose_wire hanging_wire =wires wiring live_cable bare_cable electrocut socket =outlet =outlets short_circuit shorted crackling zapped tingling fuse_box frayed',
  poison:
    'swallowed drank_from drank_cleaning ate_the_pill ate_a_pill bleach detergent cleaning_fluid cleaning_product drain_cleaner toilet_cleaner dishwasher_tablet washing_pod =pills =tablets sleeping_pill overdos too_many_pill poison toxic antifreeze ingested drank_the_clean drank_half',
  heart:
    'heart_attack cardiac heart_stopped heartbeat chest_pain chest_hurt chest_pressure tightness pain_in_his_chest pain_in_her_chest pain_in_my_chest pulse stroke diabetic insulin hypoglyc blood_sugar sugar_is_low epilep having_a_fit high_fever fever_of 40_degrees =cpr face_is_drooping',
  birth:
    'in_labour in_labor labour_pain into_labour into_labor contraction water_broke waters_broke water_has_broken waters_have_broken water_just_broke giving_birth give_birth baby_is_coming premature midwife pregnan miscarr obstetric maternity weeks_along labor_pain',
  help: '=help hurry =quick quickly urgent emergency right_now right_away straight_away at_once =now immediately asap come_up please_come come_fast send_someone send_somebody send_help need_someone need_somebody =sos mayday oh_my_god omg in_danger =dying to_room in_room room_number',
  call: 'ambulance =doctor police =cops =112 =911 =999 paramedic =medic medical =nurse first_aid security_guard call_security send_security =security =hospital antihistamine firefighter firemen fire_brigade fire_department fire_service emergency_services coast_guard coastguard poison_control poison_centre defibrill =aed',
  past: 'yesterday last_night last_week last_year last_time was_handled thank false_alarm =drill fire_drill earlier =when was_very were_very had_been was_over it_was there_was back_then at_the_time luckily fortunately in_the_end already_fixed been_fixed was_fixed =ago turned_out during_our_stay',
  asks: 'is_there are_there do_you_have do_you_offer may_i could_i could_we where_is where_can how_do_i how_much how_long what_time which is_it_possible wanted_to_ask what_happens_if what_if quick_question wondering do_i_need security_deposit can_i can_we',
  minor:
    'no_hurry no_rush not_urgent not_an_emergency whenever when_you_have tomorrow =later a_little slightly drips dripping flicker beeping chirp dying_of to_die_for fireplace smoking_room non_smoking cigar ashtray gas_station barbecue petrol_station',
};
