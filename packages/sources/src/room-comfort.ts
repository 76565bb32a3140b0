/** A reading that a guest feels. Temperature in °C, humidity in % RH, CO2 in ppm. */
export type ComfortMetric = 'temperature' | 'humidity' | 'co2';

interface Limits {
  below?: number;
  above: number;
  unit: string;
}

/**
 * Where a room stops being comfortable; a value on the limit still is.
 * Temperature: a guest can't sleep well below 17 °C or above 27 °C, whatever the season. Humidity: above 75 % RH
 * is muggy. CO2: above 1400 ppm the air is stale: 1000 above outdoor air is where EN 13779's lowest class (IDA 4) begins.
 */
export const COMFORT_LIMITS: Readonly<Record<ComfortMetric, Limits>> = {
  temperature: { below: 17, above: 27, unit: '°C' },
  humidity: { above: 75, unit: '%' },
  co2: { above: 1400, unit: 'ppm' },
};

/** Below this charge, in percent, a device is about to fail and somebody has to change its battery. */
export const LOW_BATTERY_PERCENT = 10;

export interface Breach {
  side: 'below' | 'above';
  limit: number;
  unit: string;
}

/** The limit that a reading breaks; undefined where it is comfortable. */
export function breachOf(metric: ComfortMetric, value: number): Breach | undefined {
  const { below, above, unit } = COMFORT_LIMITS[metric];
  if (value > above) return { side: 'above', limit: above, unit };
  if (below !== undefined && value < below) return { side: 'below', limit: below, unit };
  return undefined;
}
