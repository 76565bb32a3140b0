import { createHash } from 'node:crypto';
import type { Delivery, ExpectedTouchpoint } from './delivery.js';

/** A mean's ingredients. */
export interface Sum {
  n: number;
  sum: number;
}

export type Counts = Record<string, number>;

/** What is true of one property. */
export interface PropertyFigures {
  touchpoints: number;
  bySource: Counts;
  byChannel: Counts;
  /** Texts of guests, by the language that they were written in. */
  byLanguage: Counts;
  /** Only touchpoints whose stage does not depend on when they were received. */
  byStage: Counts;
  nps: { n: number; promoters: number; detractors: number };
  /** `topTwo`: answers in the two top boxes of their scale. */
  csat: { n: number; topTwo: number };
  ces: Sum & { scaleMax: number };
  /** Of 100 × (value − min) ÷ (max − min). */
  reviewIndex: Sum;
  /** Of the scores of guests' texts; what staff write is not scored. */
  sentiment: Sum;
  /** Texts of guests, by what they speak of. */
  byTopic: Counts;
}

/** What a text says: its sentiment, -1 to 1, and what it speaks of. */
export type AnalyseText = (text: string) => { score: number; topics: readonly { topic: string }[] };

/** Plain JSON. */
export interface Figures {
  properties: Record<string, PropertyFigures>;
  /** Distinct messages by code. */
  quarantined: Counts;
  /** The vendors whose touchpoints are left out of `byStage`, since they are dated by their receipt. */
  stagesLeaveOut: string[];
}

export interface Truth {
  /** Folds a delivery that was accepted. Delivered again it changes nothing. */
  add(delivery: Delivery): void;
  figures(analyse: AnalyseText): Figures;
}

/** The figures that the pipeline must arrive at after the deliveries that were added. */
export function createTruth(): Truth {
  const touchpoints = new Map<string, ExpectedTouchpoint>();
  const quarantined = new Map<string, string>();
  const timeless = new Set<string>();
  return {
    add(delivery) {
      for (const expected of delivery.expects) {
        if (expected.kind === 'touchpoint') {
          touchpoints.set(expected.key, expected);
          if (expected.stage === null) timeless.add(delivery.vendor);
        } else if (expected.kind === 'quarantine') {
          quarantined.set(quarantineKey(delivery, expected.code), expected.code);
        }
      }
    },
    figures(analyse) {
      const byProperty = new Map<string, ExpectedTouchpoint[]>();
      for (const touchpoint of touchpoints.values()) {
        const own = byProperty.get(touchpoint.propertyId);
        if (own) own.push(touchpoint);
        else byProperty.set(touchpoint.propertyId, [touchpoint]);
      }
      return {
        properties: Object.fromEntries(
          [...byProperty].sort().map(([propertyId, own]) => [propertyId, figuresOf(own, analyse)]),
        ),
        quarantined: counted([...quarantined.values()]),
        stagesLeaveOut: [...timeless].sort(),
      };
    },
  };
}

function quarantineKey({ vendor, account, body }: Delivery, code: string): string {
  return `${vendor}/${account}/${code}/${createHash('sha256').update(body).digest('hex')}`;
}

function figuresOf(touchpoints: ExpectedTouchpoint[], analyse: AnalyseText): PropertyFigures {
  const told = touchpoints.filter(({ actor, text }) => actor === 'guest' && text !== null);
  const analyses = told.map(({ text }) => analyse(text ?? ''));
  const ratings = touchpoints.flatMap((touchpoint) => touchpoint.ratings);
  const ratingsOf = (metric: string) => ratings.filter((rating) => rating.metric === metric);
  const nps = ratingsOf('nps').map(({ value }) => value);
  const csat = ratingsOf('csat');
  const ces = ratingsOf('ces');
  return {
    touchpoints: touchpoints.length,
    bySource: counted(touchpoints.map(({ source }) => source)),
    byChannel: counted(touchpoints.map(({ channel }) => channel)),
    byLanguage: counted(told.map(({ language }) => language ?? 'unknown')),
    byStage: counted(touchpoints.flatMap(({ stage }) => stage ?? [])),
    nps: {
      n: nps.length,
      promoters: nps.filter((value) => value >= 9).length,
      detractors: nps.filter((value) => value <= 6).length,
    },
    csat: { n: csat.length, topTwo: csat.filter(({ value, scaleMax }) => value >= scaleMax - 1).length },
    ces: {
      ...summed(ces.map(({ value }) => value)),
      scaleMax: Math.max(0, ...ces.map(({ scaleMax }) => scaleMax)),
    },
    reviewIndex: summed(
      ratingsOf('review').map(
        ({ value, scaleMin, scaleMax }) => (100 * (value - scaleMin)) / (scaleMax - scaleMin),
      ),
    ),
    sentiment: summed(analyses.map(({ score }) => score)),
    byTopic: counted(analyses.flatMap(({ topics }) => topics.map(({ topic }) => topic))),
  };
}

const summed = (values: number[]): Sum => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
});

function counted(names: string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}
