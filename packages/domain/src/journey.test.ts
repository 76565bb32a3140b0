import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyJourney, evolveJourney, type Journey } from './journey.js';
import { decideRescore } from './rescore.js';
import { recorded, reservation, sentiment } from './touchpoint.fixture.js';

const fold = (events: readonly ReturnType<typeof recorded>[]) =>
  events.reduce<Journey>(
    (journey, data) => evolveJourney(journey, { type: 'TouchpointRecorded', data }),
    emptyJourney,
  );

describe('a journey', () => {
  test('is in order of time, with the newest name, whatever the order of arrival', () => {
    const names = fc.array(fc.option(fc.constantFrom('Ann', 'Bo', 'Cy'), { nil: null }), {
      minLength: 1,
      maxLength: 10,
    });
    const histories = names.chain((given) => {
      const events = given.map((guestName, at) =>
        recorded(
          { touchpointId: `t${at}`, occurredAt: at, guestName, reservation: reservation({ room: `${at}` }) },
          { stayId: 's1' },
        ),
      );
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
    });
    fc.assert(
      fc.property(histories, ([events, shuffled]) => {
        const [inOrder, asArrived] = [fold(events), fold(shuffled)];
        expect(asArrived.touchpoints).toEqual(inOrder.touchpoints);
        expect(asArrived.name).toBe(
          events.findLast(({ touchpoint }) => touchpoint.guestName)?.touchpoint.guestName ?? null,
        );
        expect([...asArrived.stays]).toEqual([...inOrder.stays]);
      }),
    );
  });

  test('keeps the order of arrival among touchpoints of the same instant', () => {
    const ids = fold(['b', 'a', 'c'].map((touchpointId) => recorded({ touchpointId, occurredAt: 5 })));
    expect(ids.touchpoints.map(({ touchpointId }) => touchpointId)).toEqual(['b', 'a', 'c']);
  });

  test('is not named after the staff', () => {
    const events = [
      recorded({ guestName: 'Ann', occurredAt: 1 }),
      recorded({ guestName: 'Front desk', actor: 'staff', occurredAt: 2 }),
    ];
    expect(fold(events).name).toBe('Ann');
  });

  test('shows of a touchpoint what a person wants to see', () => {
    const rating = { metric: 'nps' as const, value: 9, scaleMin: 0, scaleMax: 10, question: 'Would you?' };
    const topics = [{ topic: 'room', sentiment: 0.7 }];
    const scored = sentiment({ language: 'de', score: 0.7, topics });
    const { touchpoints } = fold([
      recorded({ text: 'Schön', ratings: [rating] }, { stage: 'in_stay', stayId: 's1', sentiment: scored }),
    ]);
    expect(touchpoints).toEqual([
      {
        touchpointId: 't1',
        occurredAt: Date.UTC(2026, 6, 10, 12),
        propertyId: 'harbour',
        stayId: 's1',
        stage: 'in_stay',
        source: 'chat',
        channel: 'whatsapp',
        type: 'message_received',
        actor: 'guest',
        text: 'Schön',
        language: 'de',
        sentiment: 0.7,
        topics: ['room'],
        urgent: false,
        ratings: [{ metric: 'nps', value: 9, scaleMax: 10 }],
      },
    ]);
  });

  test('shows of a text that was scored anew what holds now, in the same place', () => {
    const before = recorded({ touchpointId: 't1', occurredAt: 1 }, { sentiment: sentiment() });
    const journey = fold([before, recorded({ touchpointId: 't2', occurredAt: 2 })]);
    const scored = sentiment({ language: 'hy', score: -0.8, urgent: true, model: 'm2' });
    const { touchpoints } = decideRescore(before, scored).reduce(evolveJourney, journey);
    expect(touchpoints[0]).toEqual({
      ...journey.touchpoints[0],
      language: 'hy',
      sentiment: -0.8,
      urgent: true,
    });
    expect(touchpoints[1]).toEqual(journey.touchpoints[1]);
  });

  test('reads what was recorded before topics were found', () => {
    const { topics, urgent, ...old } = sentiment();
    const { touchpoints } = fold([recorded({}, { sentiment: old as ReturnType<typeof sentiment> })]);
    expect(touchpoints[0]).toMatchObject({ sentiment: 0.5, topics, urgent });
  });
});
