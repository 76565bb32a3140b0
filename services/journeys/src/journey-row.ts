import type { Journey } from '@bellhop/domain';

/** A row of guest_journeys. `revision` is its version: a row folded from less of the stream never replaces one from more. */
export function journeyRow(guestId: string, revision: number, journey: Journey): object {
  const { touchpoints } = journey;
  const scores = touchpoints.flatMap(({ sentiment }) => (sentiment === null ? [] : [sentiment]));
  return {
    guest_id: guestId,
    revision,
    name: journey.name ?? '',
    language: mostFrequent(touchpoints.flatMap(({ language }) => language ?? [])) ?? '',
    properties: [...new Set(touchpoints.map(({ propertyId }) => propertyId))],
    touchpoints: touchpoints.length,
    first_at: new Date(touchpoints[0]?.occurredAt ?? 0).toISOString(),
    last_at: new Date(touchpoints.at(-1)?.occurredAt ?? 0).toISOString(),
    sentiment: scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    journey: JSON.stringify({ stays: [...journey.stays.values()], touchpoints }),
  };
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
