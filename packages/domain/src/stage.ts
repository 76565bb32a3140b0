import type { Stage, TouchpointType } from '@bellhop/contracts';

/** What a stage is told by: the planned dates, so that it does not depend on the order in which events arrive. */
export interface StayDates {
  arrivalDate: string | null;
  departureDate: string | null;
}

/** The stage of the journey: by the kind of touchpoint where that says it, else by the business date around the stay. */
export function stageOf(type: TouchpointType, businessDate: string, stay: StayDates | undefined): Stage {
  switch (type) {
    case 'reservation_made':
    case 'reservation_changed':
    case 'reservation_cancelled':
    case 'no_show':
    case 'profile_created':
    case 'profile_changed':
      return 'booking';
    case 'room_assigned':
    case 'checked_in':
      return 'arrival';
    case 'checked_out':
      return 'departure';
    case 'review_posted':
    case 'review_answered':
    case 'survey_answered':
      return 'post_stay';
    case 'door_opened':
    case 'message_received':
    case 'message_sent':
    case 'comment_posted':
    case 'mention_posted':
    case 'reaction_added':
    case 'comfort_breached':
    case 'device_faulted':
    case 'setpoint_changed':
    case 'service_requested':
    case 'leak_detected':
    case 'smoke_detected':
    case 'other':
      return stageByDate(businessDate, stay);
    default:
      return type satisfies never;
  }
}

function stageByDate(businessDate: string, stay: StayDates | undefined): Stage {
  if (!stay?.arrivalDate) return 'unknown';
  if (businessDate < stay.arrivalDate) return 'pre_arrival';
  return businessDate <= (stay.departureDate ?? stay.arrivalDate) ? 'in_stay' : 'post_stay';
}
