import { describe, expect, test } from '@jest/globals';
import { compareFigures } from './compare-figures.js';
import type { Delivery, ExpectedTouchpoint } from './delivery.js';
import { demoGroup } from './demo-group.js';
import { simulate } from './simulate.js';
import { createTruth } from './truth.js';

const group = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) });
const deliveries = [...simulate({ seed: 3, group, startsAt: Date.parse('2026-06-01T00:00:00Z'), days: 6 })];

const analyse = (text: string) => ({
  score: text.includes('good') ? 0.5 : -0.25,
  topics: text.split(' ').map((topic) => ({ topic })),
});

const touchpoint = (changes: Partial<ExpectedTouchpoint>): ExpectedTouchpoint => ({
  kind: 'touchpoint',
  key: 'a',
  propertyId: 'ani-plaza',
  source: 'chat',
  channel: 'whatsapp',
  type: 'message_received',
  actor: 'guest',
  occurredAt: 0,
  stage: 'in_stay',
  text: null,
  language: null,
  ratings: [],
  ...changes,
});

const delivery = (expects: Delivery['expects'], changes: Partial<Delivery> = {}): Delivery => ({
  at: 0,
  transport: 'http',
  vendor: 'whatsapp',
  account: 'three-rivers',
  property: 'ani-plaza',
  body: Buffer.from('body'),
  expects,
  ...changes,
});

function figuresOf(list: Delivery[]) {
  const truth = createTruth();
  for (const one of list) truth.add(one);
  return truth.figures(analyse);
}

describe('the truth', () => {
  test('adds up touchpoints, texts and stages of a property', () => {
    const figures = figuresOf([
      delivery([touchpoint({ key: '1', text: 'good', language: 'en' })]),
      delivery([touchpoint({ key: '2', text: 'bad bar', language: 'de', stage: 'post_stay' })]),
      delivery([touchpoint({ key: '3', text: 'an answer', language: 'en', actor: 'staff' })]),
      delivery([touchpoint({ key: '4', channel: 'sms', stage: null })], { vendor: 'twilio' }),
    ]);
    expect(figures.properties['ani-plaza']).toMatchObject({
      touchpoints: 4,
      bySource: { chat: 4 },
      byChannel: { sms: 1, whatsapp: 3 },
      byLanguage: { de: 1, en: 1 },
      byStage: { in_stay: 2, post_stay: 1 },
      sentiment: { n: 2, sum: 0.25 },
      byTopic: { bad: 1, bar: 1, good: 1 },
    });
    expect(figures.stagesLeaveOut).toEqual(['twilio']);
  });

  test('keeps the ingredients of NPS, CSAT, CES and the review index', () => {
    const rated = (
      key: string,
      metric: 'nps' | 'csat' | 'ces' | 'review',
      value: number,
      scale: [number, number],
    ) =>
      delivery([
        touchpoint({
          key,
          ratings: [{ metric, value, scaleMin: scale[0], scaleMax: scale[1], question: null }],
        }),
      ]);
    const figures = figuresOf([
      ...[10, 9, 8, 6].map((value) => rated(`nps-${value}`, 'nps', value, [0, 10])),
      ...[5, 4, 3].map((value) => rated(`csat-${value}`, 'csat', value, [1, 5])),
      ...[7, 2].map((value) => rated(`ces-${value}`, 'ces', value, [1, 7])),
      rated('stars', 'review', 4, [1, 5]),
      rated('recommendation', 'review', 1, [0, 1]),
    ]);
    expect(figures.properties['ani-plaza']).toMatchObject({
      nps: { n: 4, promoters: 2, detractors: 1 },
      csat: { n: 3, topTwo: 2 },
      ces: { n: 2, sum: 9, scaleMax: 7 },
      reviewIndex: { n: 2, sum: 175 },
    });
  });

  test('counts equal bytes in the quarantine once, and what is ignored nowhere', () => {
    const broken = delivery([{ kind: 'quarantine', code: 'malformed-payload' }]);
    const other = { ...broken, body: Buffer.from('other') };
    const figures = figuresOf([broken, broken, other, delivery([{ kind: 'ignored' }])]);
    expect(figures).toEqual({
      properties: {},
      quarantined: { 'malformed-payload': 2 },
      stagesLeaveOut: [],
    });
  });

  test('is the same however often and in whatever order things are delivered', () => {
    const twice = figuresOf([...deliveries, ...deliveries].reverse());
    expect(compareFigures(twice, figuresOf(deliveries))).toEqual([]);
  });

  test('survives JSON', () => {
    const figures = figuresOf(deliveries);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });
});

describe('comparing figures', () => {
  const truth = figuresOf(deliveries);
  const changed = (change: (figures: typeof truth) => void) => {
    const copy = structuredClone(truth);
    change(copy);
    return compareFigures(truth, copy);
  };
  const ofAni = (figures: typeof truth) => figures.properties['ani-plaza']!;

  test('says in words what differs', () => {
    const { promoters } = ofAni(truth).nps;
    const differences = changed((figures) => {
      ofAni(figures).nps.promoters--;
    });
    expect(differences).toEqual([`ani-plaza: NPS promoters ${promoters}, ClickHouse has ${promoters - 1}`]);
  });

  test('forgives a sum a millionth, a count nothing', () => {
    expect(changed((figures) => (ofAni(figures).sentiment.sum += 9e-7))).toEqual([]);
    expect(changed((figures) => (ofAni(figures).sentiment.sum += 2e-6))).toHaveLength(1);
    expect(changed((figures) => ofAni(figures).touchpoints++)).toHaveLength(1);
  });

  test('finds what is missing and what is too much', () => {
    expect(changed((figures) => delete figures.properties['ani-plaza']).length).toBeGreaterThan(10);
    expect(
      changed((figures) => {
        figures.quarantined['unknown-account'] = 1;
      }),
    ).toEqual(['quarantined as unknown-account 0, ClickHouse has 1']);
  });
});
