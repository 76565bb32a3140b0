import type { TopicWords } from '../topic.js';

export const en: TopicWords = {
  room: '=room =rooms suite =view =views balcon furnitur minibar wardrobe closet =tv television =kettle =fridge =desk =lamp =lamps curtain carpet bedroom =iron upgrade decor lightbulb socket =window =windows',
  cleanliness:
    'clean unclean dirt filth dusty =dust stain hair_in cockroach =bugs bedbug mould mold spotless hygien housekeep smell stink musty rubbish =trash =ants =mouse =mice grubby sticky immaculate crumbs unmade',
  bed_and_sleep:
    '=bed =beds mattress pillow duvet blanket sleep slept =sheets linen bedding =cot =crib =nap asleep sofa_bed =twin =topper',
  noise:
    'nois =loud louder quiet soundproof thin_walls barking snoring =hum =hums drilling party =banging shouting racket earplug construction next_door screaming =music',
  temperature:
    '=ac =aircon air_con air_conditioning aircondition a_c heating heater radiator =cold =freezing stuffy thermostat boiling =chilly =heat =fan humid temperature degrees sauna_in =warm =draughty',
  bathroom:
    'bathroom shower toilet =sink =tap =taps towel =bath bathtub hot_water water_pressure soap shampoo =loo =drain drains flush hairdryer hair_dryer basin',
  wifi: 'wifi wi_fi internet =signal =network router password video_call bandwidth zoom streaming =connection',
  breakfast_and_food:
    'breakfast food dinner lunch =meal =meals buffet restaurant coffee =tea =eggs =egg =toast bread =menu chef vegan vegetarian gluten dish =soup =steak dessert delicious tasty room_service =fruit pastr =pancake kitchen croissant bacon waffle',
  bar: '=bar =bars cocktail =beer =beers =wine barman bartender =drinks =pint =gin whisky happy_hour =drink lounge',
  staff:
    'staff reception =receptionist =manager concierge =waiter waitress porter service =team =maid =lady =girl_at =guy_at friendly rude helpful desk_clerk front_desk =polite =kind employee cleaner',
  check_in:
    'check_in checkin checked_in checking_in arriv early_check =keys key_card keycard room_key room_ready =welcome welcomed',
  check_out: 'check_out checkout checked_out checking_out late_check leav departure luggage_after',
  waiting:
    'wait queue =still hours_ago =ages =nobody_came took_forever third_time =minutes =hour =hours =delay slow =line',
  value_and_price:
    'price pricey expensive overpriced value =worth money cheap =cost =costs rate =rates rip_off bargain afford =fee =fees',
  location:
    'location located =central centre center walk =walking =station metro =beach =airport =area neighbourhood neighborhood =street =tram =far nearby distance =bus',
  pool_and_spa:
    '=pool =pools =spa sauna jacuzzi hot_tub massage =gym swim steam_room sunbed lounger fitness treatment',
  parking: 'parking =park parked =car =cars garage =valet car_park charger charging_station =ev',
  safety:
    'safe safety secur lock =locked stolen theft =thief fire smoke alarm leak flood ambulance gas_smell emergency allerg =lift_stuck stranger break_in broke_in intruder sparks dangerous doctor',
  booking_and_billing:
    'book reserv =bill =bills invoice charge payment paid =pay refund deposit receipt overcharg =card cancel confirmation =vat =tax',
  urgent:
    'water+ceiling leak+ceiling leak+water leaking flooding flooded =flood+room burst_pipe pipe_burst water_everywhere water+pouring water+gushing overflowing locked_out locked_myself_out locked_ourselves_out locked_in stuck_in_the_lift stuck_in_the_elevator stuck_in_lift stuck_in_elevator lift+stuck elevator+stuck smell+gas smell+burning burning_smell smell+smoke smoke+coming smoke+room smoke+corridor smoke+hallway =fire+room =fire+corridor on_fire =sparks sparking electric_shock ambulance chest_pain can_t_breathe cant_breathe cannot_breathe trouble_breathing not_breathing unconscious passed_out fainted collapsed bleeding seizure allergic_reaction =epipen anaphyl face+swelling throat+swelling throat+closing break_in broke_into broken_into breaking_in trying+open+door intruder stranger+room =missing+child missing+son missing+daughter can_t_find+son can_t_find+daughter can_t_find+child call_the_police need_police need+doctor =doctor+now heart_attack stroke fell+can_t_get_up carbon_monoxide screaming+help fire_alarm+going not_responding',
  calm: 'detector =if =is_there =where drill =test =yesterday =last_night =thanks =thank =pillow feather synthetic =normal =any =sign =free smoking non_smoking smoked',
};
