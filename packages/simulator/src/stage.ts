import type { Property, Stage, TouchpointType } from '@bellhop/contracts';
import { businessDate } from './property-time.js';

/** The dates of a stay, YYYY-MM-DD on the property's calendar. */
export interface StayDates {
  arrivalDate: string;
  departureDate: string;
}

const STAGE_OF_TYPE: Partial<Record<TouchpointType, Stage>> = {
  reservation_made: 'booking',
  reservation_changed: 'booking',
  reservation_cancelled: 'booking',
  profile_created: 'booking',
  profile_changed: 'booking',
  checked_in: 'arrival',
  room_assigned: 'arrival',
  checked_out: 'departure',
  review_posted: 'post_stay',
  review_answered: 'post_stay',
  survey_answered: 'post_stay',
};

/** The stage of the journey by the simulator's own reading of the rule: by type, else by the business day. */
export function stageOf(
  type: TouchpointType,
  occurredAt: number,
  { property, stay }: { property: Property; stay: StayDates | null },
): Stage {
  const fixed = STAGE_OF_TYPE[type];
  if (fixed) return fixed;
  if (!stay) return 'unknown';
  const date = businessDate(occurredAt, property);
  if (date < stay.arrivalDate) return 'pre_arrival';
  return date <= stay.departureDate ? 'in_stay' : 'post_stay';
}
