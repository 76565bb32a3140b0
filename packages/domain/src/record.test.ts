import { stayIdOf } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import { evolveGuest, type Guest, unknownGuest } from './guest.js';
import { type Attributed, decideRecord } from './record.js';
import { harbour, reservation, sentiment, touchpoint } from './touchpoint.fixture.js';

const attributed: Attributed = { guestId: 'g1', attribution: 'verified_identifier', alsoMatched: ['g2'] };
const stayId = stayIdOf('harbour', 'R1');
const dates = { arrivalDate: '2026-07-10', departureDate: '2026-07-12' };
const common = { attributed, property: harbour, sentiment: null };
const booking = touchpoint({
  touchpointId: 'booking',
  type: 'reservation_made',
  occurredAt: Date.UTC(2026, 5, 1),
  reservation: reservation(dates),
});
const given = (...commands: Parameters<typeof decideRecord>[1][]): Guest =>
  commands.flatMap((command) => decideRecord(undefined, command)).reduce(evolveGuest, unknownGuest);

describe('recording a touchpoint', () => {
  test('puts down what was decided about it', () => {
    const message = touchpoint({ occurredAt: Date.parse('2026-07-11T01:00:00Z') });
    expect(
      decideRecord(given({ ...common, touchpoint: booking }), {
        ...common,
        touchpoint: message,
        sentiment: sentiment(),
      }),
    ).toEqual([
      {
        type: 'TouchpointRecorded',
        data: {
          touchpoint: message,
          guestId: 'g1',
          stayId,
          stage: 'in_stay',
          businessDate: '2026-07-10',
          attribution: 'verified_identifier',
          alsoMatched: ['g2'],
          sentiment: sentiment(),
        },
      },
    ]);
  });

  test('happens once', () => {
    const guest = given({ ...common, touchpoint: booking });
    expect(decideRecord(guest, { ...common, touchpoint: booking })).toEqual([]);
  });

  test.each([
    [
      'names a stay that another guest’s history knows',
      { touchpoint: touchpoint({ reservation: reservation() }), namedStay: dates },
      stayId,
      'in_stay',
    ],
    [
      'was found by who occupied the room',
      { touchpoint: touchpoint({ room: '101' }), attributed: { ...attributed, stayId: 'occupying' } },
      'occupying',
      'unknown',
    ],
    ['belongs to no stay', { touchpoint: touchpoint() }, null, 'unknown'],
    [
      'is of a room that nobody occupied',
      {
        touchpoint: touchpoint({ room: '101' }),
        attributed: { guestId: null, attribution: 'none' as const, alsoMatched: [] },
      },
      null,
      'unknown',
    ],
  ])('that %s', (_name, command, expectedStay, stage) => {
    const [event] = decideRecord(undefined, { ...common, ...command });
    expect(event?.data).toMatchObject({ stayId: expectedStay, stage });
  });

  test('tells the stage by the dates that the touchpoint itself brings', () => {
    const changed = touchpoint({ reservation: reservation({ arrivalDate: '2026-07-20' }) });
    const [event] = decideRecord(undefined, { ...common, touchpoint: changed });
    expect(event?.data.stage).toBe('pre_arrival');
  });
});
