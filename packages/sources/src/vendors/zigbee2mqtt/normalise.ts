import { instantFrom, instantOf } from '../../local-time.js';
import { readShape } from '../../payload.js';
import type { RoomSignal } from '../../room-signals.js';
import { roomOutcomes } from '../../room-signals.js';
import { roomOf } from '../../rooms.js';
import {
  type InboundPublication,
  ignored,
  type Outcome,
  quarantined,
  type SourceContext,
} from '../../source.js';
import { type ZigbeeState, zigbeeState } from './payload-schema.js';
import { baseTopicOf, readTopic } from './topics.js';

/** What a publication under Zigbee2MQTT's base topic means. It has no id and mostly no time: the state is all there is. */
export function normaliseZigbee(publication: InboundPublication, context: SourceContext): Outcome[] {
  const topic = readTopic(publication.topic, baseTopicOf(context.account));
  if (!topic) {
    return [
      quarantined('unsupported-event', `topic ${publication.topic} is not below the account's base topic`),
    ];
  }
  if (publication.retained) return [ignored('replayed-state', `${topic.name}: a retained message`)];
  if (topic.kind !== 'device') return [ignored('property-system', `${topic.name}: a ${topic.kind} message`)];
  const text = publication.payload.toString('utf8').trim();
  if (text === '')
    return [ignored('property-system', `${topic.name}: an empty message, which clears a retained one`)];
  const state = stateIn(text, topic.name);
  return 'kind' in state ? [state] : deviceOutcomes(state, context);
}

interface DeviceState {
  device: string;
  attributes: unknown;
}

/** The state of a JSON message, or the one attribute of a plain one (Zigbee2MQTT's `output: attribute`). */
function stateIn(text: string, name: string): DeviceState | Outcome {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (/^[{["]/.test(text))
      return quarantined('malformed-payload', `${name}: the message is not whole JSON`);
    value = text;
  }
  if (typeof value === 'object' && value !== null) return { device: name, attributes: value };
  const slash = name.lastIndexOf('/');
  if (slash < 1) return quarantined('unexpected-shape', `${name}: the message is a plain value, not a state`);
  return { device: name.slice(0, slash), attributes: { [name.slice(slash + 1)]: value } };
}

function deviceOutcomes({ device, attributes }: DeviceState, context: SourceContext): Outcome[] {
  const read = readShape(attributes, zigbeeState);
  if (!read.ok) return [read.outcome];
  const state = read.value;
  return roomOutcomes(
    {
      device,
      room: roomOf(context, device),
      signals: signalsIn(state),
      at: (timeZone) => lastSeen(state, timeZone),
    },
    context,
  );
}

function signalsIn(state: ZigbeeState): RoomSignal[] {
  const signals: RoomSignal[] = [];
  const temperature = state.temperature ?? state.local_temperature;
  if (temperature !== undefined) signals.push({ kind: 'reading', metric: 'temperature', value: temperature });
  if (state.humidity !== undefined)
    signals.push({ kind: 'reading', metric: 'humidity', value: state.humidity });
  if (state.co2 !== undefined) signals.push({ kind: 'reading', metric: 'co2', value: state.co2 });
  if (state.water_leak) signals.push({ kind: 'leak' });
  if (state.smoke) signals.push({ kind: 'smoke' });
  // Old versions clear an action with an empty one, and call it click.
  const action = state.action || state.click;
  if (action) signals.push({ kind: 'button', action, press: stamp(state.last_seen) });
  if (state.battery !== undefined) signals.push({ kind: 'battery', percent: state.battery });
  else if (state.battery_low) signals.push({ kind: 'fault', fault: 'battery' });
  return [...signals, ...setpointIn(state)];
}

/** The state repeats the setpoint with every reading: only one that says that it was set by hand is a change. */
function setpointIn(state: ZigbeeState): RoomSignal[] {
  const celsius = state.occupied_heating_setpoint ?? state.current_heating_setpoint;
  if (celsius === undefined || state.setpoint_change_source !== 'manual') return [];
  return [{ kind: 'setpoint', celsius, change: stamp(state.setpoint_change_source_timestamp) }];
}

const stamp = (time: string | number | undefined): string | undefined =>
  time === undefined || time === '' ? undefined : String(time);

function lastSeen({ last_seen: seen }: ZigbeeState, timeZone: string): number | undefined {
  return typeof seen === 'string' ? instantOf(seen, timeZone) : instantFrom(seen);
}
