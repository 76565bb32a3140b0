import { instantFrom } from '../../local-time.js';
import type { RoomSignal } from '../../room-signals.js';
import type { ShellyComponent } from './payload-schema.js';

/** What a thermostat's `source` is where a hand at the device set it, and not a timer, an app or a request. */
const BY_HAND = /^(button|knob|manual|switch|touch|ui)$/i;

/** Pushes of a button. The raw btn_down and btn_up around each of them say nothing more. */
const PUSH = /^(single|double|triple|long)_push$/;

/**
 * What the status of a component means. `name` is such as `temperature:0`. Only the temperature component is the
 * room's: the `temperature` within a switch is that of the device.
 */
export function signalsOf(name: string, status: ShellyComponent, ts: number | undefined): RoomSignal[] {
  const [type, instance] = name.split(':');
  // Components without an instance are the device's own connections; their errors are settings.
  if (instance === undefined) return [];
  const faults = (status.errors ?? []).map(
    (error): RoomSignal => ({ kind: 'fault', fault: `${name} ${error}` }),
  );
  return [...statusSignals(type!, status, ts), ...faults];
}

function statusSignals(type: string, status: ShellyComponent, ts: number | undefined): RoomSignal[] {
  const { alarm, battery } = status;
  switch (type) {
    case 'temperature':
      return reading('temperature', status.tC);
    case 'humidity':
      return reading('humidity', status.rh);
    case 'devicepower':
      return battery?.percent == null ? [] : [{ kind: 'battery', percent: battery.percent }];
    case 'flood':
      return alarm ? [{ kind: 'leak' }] : [];
    case 'smoke':
      return alarm ? [{ kind: 'smoke' }] : [];
    case 'thermostat':
    case 'blutrv':
      return [
        ...reading('temperature', status.current_C),
        ...reading('humidity', status.current_humidity),
        ...setpoint(status, ts),
      ];
    default:
      return [];
  }
}

function reading(metric: 'temperature' | 'humidity', value: number | null | undefined): RoomSignal[] {
  return value == null ? [] : [{ kind: 'reading', metric, value }];
}

function setpoint({ target_C, source }: ShellyComponent, ts: number | undefined): RoomSignal[] {
  if (target_C == null || !BY_HAND.test(source ?? '')) return [];
  return [{ kind: 'setpoint', celsius: target_C, change: ts === undefined ? undefined : String(ts) }];
}

/** A push of a button; undefined for an event that is none. */
export function pushOf(component: string, event: string, ts: number | undefined): RoomSignal | undefined {
  if (!PUSH.test(event)) return undefined;
  return {
    kind: 'button',
    action: `${component} ${event}`,
    press: ts === undefined ? undefined : String(ts),
  };
}

/** Unix seconds with a fraction as milliseconds; undefined before the device's clock is set. */
export const millisecondsOf = (seconds: number | null | undefined): number | undefined =>
  seconds == null ? undefined : instantFrom(Math.round(seconds * 1000));
