import type { Reservation } from '@bellhop/contracts';

export type StayField = 'status' | 'arrivalDate' | 'departureDate' | 'room';
export const STAY_FIELDS: readonly StayField[] = ['status', 'arrivalDate', 'departureDate', 'room'];

/** What was told of a reservation so far. */
export interface ToldStay extends Pick<Reservation, StayField> {
  /** The time of the newest event that told each field: an older one that arrives late does not overwrite it. */
  setAt: Readonly<Partial<Record<StayField, number>>>;
}

export const nothingTold: ToldStay = {
  status: null,
  arrivalDate: null,
  departureDate: null,
  room: null,
  setAt: {},
};

/** Newer news wins field by field, so that the order of arrival does not matter; what it leaves out stays. */
export function tell(before: ToldStay, news: Pick<Reservation, StayField>, at: number): ToldStay {
  const newer = STAY_FIELDS.filter(
    (field) => news[field] !== null && at >= (before.setAt[field] ?? Number.NEGATIVE_INFINITY),
  );
  const { status, arrivalDate, departureDate, room, setAt } = before;
  return {
    status,
    arrivalDate,
    departureDate,
    room,
    ...Object.fromEntries(newer.map((field) => [field, news[field]])),
    setAt: { ...setAt, ...Object.fromEntries(newer.map((field) => [field, at])) },
  };
}
