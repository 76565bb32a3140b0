import { z } from 'zod';

/** An attribute that some devices send with another type, or as null, is read as if it were not there. */
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const text = z.string().optional().catch(undefined);

/** A device's state: its attributes, of which these matter. By default every publication holds all the last known ones. */
export const zigbeeState = z.looseObject({
  temperature: number,
  local_temperature: number,
  humidity: number,
  co2: number,
  battery: number,
  battery_low: flag,
  water_leak: flag,
  smoke: flag,
  action: text,
  click: text,
  occupied_heating_setpoint: number,
  current_heating_setpoint: number,
  /** Who changed the setpoint: manual, schedule or externally (the Zigbee thermostat cluster's attribute 0x0030). */
  setpoint_change_source: text,
  setpoint_change_source_timestamp: z.union([z.string(), z.number()]).optional().catch(undefined),
  /** An optional setting: ISO 8601 with or without an offset, or Unix milliseconds. */
  last_seen: z.union([z.string(), z.number()]).optional().catch(undefined),
});

export type ZigbeeState = z.infer<typeof zigbeeState>;
