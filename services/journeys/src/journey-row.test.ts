import type { Journey, JourneyStep } from '@bellhop/domain';
import { describe, expect, test } from '@jest/globals';
import { journeyRow } from './journey-row.js';

const step = (occurredAt: number, stated: Partial<JourneyStep> = {}): JourneyStep => ({
  touchpointId: `t${occurredAt}`,
  occurredAt,
  propertyId: 'harbour',
  stayId: null,
  stage: 'in_stay',
  source: 'chat',
  channel: 'whatsapp',
  type: 'message_received',
  actor: 'guest',
  text: null,
  language: null,
  sentiment: null,
  topics: [],
  urgent: false,
  ratings: [],
  ...stated,
});
const journey = (touchpoints: JourneyStep[], name: string | null = null): Journey => ({
  name,
  namedAt: 0,
  stays: new Map(),
  touchpoints,
});

describe('a row of guest_journeys', () => {
  test('sums up the journey, with the revision that it was folded to', () => {
    const touchpoints = [
      step(1_000, { language: 'de', sentiment: 1 }),
      step(2_000, { language: 'en', sentiment: 0.5, propertyId: 'hilltop' }),
      step(3_000, { language: 'de', sentiment: 0 }),
      step(4_000),
    ];
    expect(journeyRow('g1', 7, journey(touchpoints, 'Ann'))).toEqual({
      guest_id: 'g1',
      revision: 7,
      name: 'Ann',
      language: 'de',
      properties: ['harbour', 'hilltop'],
      touchpoints: 4,
      first_at: '1970-01-01T00:00:01.000Z',
      last_at: '1970-01-01T00:00:04.000Z',
      sentiment: 0.5,
      journey: JSON.stringify({ stays: [], touchpoints }),
    });
  });

  test('leaves open what nobody told: no name, no language, no sentiment', () => {
    expect(journeyRow('g1', 0, journey([step(1_000)]))).toMatchObject({
      name: '',
      language: '',
      sentiment: null,
    });
  });

  test('holds the stays as what was told of them', () => {
    const stay = {
      stayId: 's1',
      propertyId: 'harbour',
      reservationCode: 'R1',
      status: 'booked' as const,
      arrivalDate: '2026-07-10',
      departureDate: null,
      room: null,
      setAt: { status: 5, arrivalDate: 5 },
    };
    const row = journeyRow('g1', 0, { ...journey([step(1_000)]), stays: new Map([['s1', stay]]) });
    expect(JSON.parse((row as { journey: string }).journey).stays).toEqual([stay]);
  });
});
