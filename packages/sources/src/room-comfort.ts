/** A reading that a guest feels. Temperature in °C, humidity in % RH, CO2 in ppm. */
export type ComfortMetric = 'temperature' | 'humidity' | 'co2';

interface Limits {
  below?: number;
  above: number;
  unit: string;
  /** What a sensor can measure: beyond it, it reports its own failure, such as 327.67 °C for 'no value'. */
  possible: readonly [least: number, most: number];
}

/**
 * Where a room stops being comfortable; a value on the limit still is.
 * Temperature: a guest can't sleep well below 17 °C or above 27 °C, whatever the season. Humidity: above 75 % RH
 * is muggy. CO2: above 1400 ppm the air is stale: 1000 above outdoor air is where EN 13779's lowest class (IDA 4) begins.
 */
export const COMFORT_LIMITS: Readonly<Record<ComfortMetric, Limits>> = {
  temperature: { below: 17, above: 27, unit: '°C', possible: [-40, 85] },
  humidity: { above: 75, unit: '%', possible: [0, 100] },
  co2: { above: 1400, unit: 'ppm', possible: [0, 40_000] },
};

/** Below this charge, in percent, a device is about to fail and somebody has to change its battery. */
export const LOW_BATTERY_PERCENT = 10;

export interface Breach {
  side: 'below' | 'above';
  limit: number;
  unit: string;
}

/** The limit that a reading breaks; undefined where it is comfortable, or no reading. */
export function breachOf(metric: ComfortMetric, value: number): Breach | undefined {
  const { below, above, unit, possible } = COMFORT_LIMITS[metric];
  if (value < possible[0] || value > possible[1]) return undefined;
  if (value > above) return { side: 'above', limit: above, unit };
  if (below !== undefined && value < below) return { side: 'below', limit: below, unit };
  return undefined;
}
