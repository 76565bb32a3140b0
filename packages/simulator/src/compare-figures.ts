import type { Figures, PropertyFigures } from './truth.js';

/** What was counted elsewhere; `stagesLeaveOut` says of the truth's `byStage` what this one's must leave out too. */
export type CountedFigures = Pick<Figures, 'properties' | 'quarantined'>;

const NAMES: Record<keyof PropertyFigures, string> = {
  touchpoints: 'touchpoints',
  bySource: 'touchpoints from source',
  byChannel: 'touchpoints on channel',
  byLanguage: 'texts in language',
  byStage: 'touchpoints in stage',
  nps: 'NPS',
  csat: 'CSAT',
  ces: 'CES',
  reviewIndex: 'review index',
  sentiment: 'sentiment',
  byTopic: 'texts on topic',
};

/** For sums, which are added up in another order elsewhere; two counts are equal or further apart than this. */
const TOLERANCE = 1e-6;

/**
 * Where `actual` differs from the truth, a sentence each; empty where it does not.
 * Counts must be equal, sums to a millionth. `where` names whose figures `actual` are.
 */
export function compareFigures(truth: Figures, actual: CountedFigures, where = 'ClickHouse'): string[] {
  const ids = union(truth.properties, actual.properties);
  return [
    ...ids.flatMap((id) => compareProperty(id, truth.properties[id], actual.properties[id], where)),
    ...compareNumbers('quarantined as', truth.quarantined, actual.quarantined, where),
  ];
}

function compareProperty(
  id: string,
  truth: PropertyFigures | undefined,
  actual: PropertyFigures | undefined,
  where: string,
): string[] {
  return (Object.keys(NAMES) as (keyof PropertyFigures)[]).flatMap((name) =>
    compareNumbers(`${id}: ${NAMES[name]}`, truth?.[name], actual?.[name], where),
  );
}

type Numbers = number | object | undefined;

function compareNumbers(title: string, truth: Numbers, actual: Numbers, where: string): string[] {
  if (typeof truth === 'object' || typeof actual === 'object') {
    const [expected, found] = [partsOf(truth), partsOf(actual)];
    return union(expected, found).flatMap((part) =>
      compareNumbers(`${title} ${part}`, expected[part], found[part], where),
    );
  }
  const [expected, found] = [truth ?? 0, actual ?? 0];
  const same = Math.abs(found - expected) <= TOLERANCE;
  return same ? [] : [`${title} ${expected}, ${where} has ${found}`];
}

const partsOf = (numbers: Numbers): Record<string, number> =>
  typeof numbers === 'object' ? (numbers as Record<string, number>) : {};

const union = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
