import type { HazardWords } from '../hazard.js';

export const en: HazardWords = {
  fire: 'on_fire =fire =flames burning smoke smoking spark =sparked sparking blew_up exploded explosion',
  gas: '=gas petrol burnt_smell smell_of_burning fumes carbon monoxide',
  flood:
    'pouring gushing spraying flooding flooded overflowing burst through_the_ceiling from_the_ceiling water_everywhere coming_down coming_through leaking =spurting',
  faint:
    'unconscious collapsed passed_out fainted not_responding unresponsive not_moving seizure convuls won_t_wake not_waking',
  blood: 'bleeding =blood deep_cut scalded burned broken_arm broken_leg head_injury',
  breath:
    'breathe breathing choking chok swelling swollen allergic_reaction anaphyl epipen throat asthma inhaler hives',
  fall: 'fallen =fell slipped can_t_get_up cannot_get_up',
  missing: 'missing lost_our can_t_find cannot_find cant_find disappeared wandered_off last_seen',
  child: '=child =son =daughter =kid =kids =baby toddler =boy =girl year_old grandson granddaughter',
  intruder:
    'trying_to_get_in broken_in broke_in break_in intruder burglar stranger banging_on followed drunk thief stolen robbed someone_in_our someone_has_been prowl',
  drown: 'drown bottom_of_the_pool lifeguard under_water',
  fight: 'fight knife weapon =gun threaten attacked punch assault screaming',
  shut: 'locked_out locked_in stuck trapped shut_behind can_t_get_out can_t_get_back cant_get can_t_open jammed slammed',
  lift: '=lift elevator',
  shock: 'electric_shock shock live_wire bare_wire =wires electrocut socket',
  help: 'help_ =help hurry quick quickly urgent urgently emergency right_now =now immediately asap come_up',
  call: 'ambulance doctor police =112 =911 =999 paramedic security hospital antihistamine',
  past: 'yesterday last_night last_week last_year was_handled thanks thank false_alarm drill earlier =when was_very',
};
