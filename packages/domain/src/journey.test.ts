import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyJourney, evolveJourney, type Journey } from './journey.js';
import { recorded, reservation } from './touchpoint.fixture.js';

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
    const sentiment = {
      language: 'de',
      score: 0.7,
      label: 'positive' as const,
      confidence: 0.9,
      model: 'm1',
    };
    const { touchpoints } = fold([
      recorded({ text: 'Schön', ratings: [rating] }, { stage: 'in_stay', stayId: 's1', sentiment }),
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
        ratings: [{ metric: 'nps', value: 9, scaleMax: 10 }],
      },
    ]);
  });
});
