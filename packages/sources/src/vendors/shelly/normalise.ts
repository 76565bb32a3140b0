import { readJson, readShape } from '../../payload.js';
import { type RoomSignal, roomOutcomes } from '../../room-signals.js';
import { roomOf } from '../../rooms.js';
import {
  type InboundPublication,
  ignored,
  type Outcome,
  quarantined,
  type SourceContext,
} from '../../source.js';
import { type ShellyFrame, shellyComponent, shellyEvents, shellyFrame } from './payload-schema.js';
import { millisecondsOf, pushOf, signalsOf } from './signals.js';
import { macOf, readTopic } from './topics.js';

/** What a publication of a Shelly (Gen2 and later) means: a notification, or the status of one component. */
export function normaliseShelly(publication: InboundPublication, context: SourceContext): Outcome[] {
  const topic = readTopic(publication.topic, context.account);
  if (!topic) {
    return [
      quarantined('unsupported-event', `topic ${publication.topic} is not below the account's base topic`),
    ];
  }
  if (publication.retained) return [ignored('replayed-state', `${publication.topic}: a retained message`)];
  if (topic.kind === 'system')
    return [ignored('property-system', `${publication.topic}: not a notification`)];
  if (publication.payload.length === 0) {
    return [
      ignored('property-system', `${publication.topic}: an empty message, which clears a retained one`),
    ];
  }
  if (topic.kind === 'status') {
    const read = readJson(publication.payload, shellyComponent);
    if (!read.ok) return [read.outcome];
    return report([topic.prefix], signalsOf(topic.component, read.value, undefined), undefined, context);
  }
  const read = readJson(publication.payload, shellyFrame);
  return read.ok ? frameOutcomes(read.value, topic.prefix, context) : [read.outcome];
}

function frameOutcomes(frame: ShellyFrame, prefix: string, context: SourceContext): Outcome[] {
  const names = frame.src ? [frame.src, prefix] : [prefix];
  switch (frame.method) {
    case undefined:
    case null:
    case '':
      return [ignored('property-system', `${names[0]}: the answer to a request`)];
    case 'NotifyStatus':
    case 'NotifyFullStatus':
      return statusOutcomes(frame, names, context);
    case 'NotifyEvent':
      return eventOutcomes(frame, names, context);
    default:
      return [quarantined('unsupported-event', `method is ${frame.method}, which Bellhop does not know`)];
  }
}

function statusOutcomes({ params }: ShellyFrame, names: string[], context: SourceContext): Outcome[] {
  const at = millisecondsOf(params?.ts);
  const signals: RoomSignal[] = [];
  for (const [name, status] of Object.entries(params ?? {})) {
    const component = shellyComponent.safeParse(status);
    // The rest of params, such as ts, is not a component.
    if (component.success) signals.push(...signalsOf(name, component.data, at));
  }
  return report(names, signals, at, context);
}

function eventOutcomes({ params }: ShellyFrame, names: string[], context: SourceContext): Outcome[] {
  const read = readShape(params ?? {}, shellyEvents, 'params');
  if (!read.ok) return [read.outcome];
  return read.value.events.flatMap(({ component, event, ts }) => {
    const at = millisecondsOf(ts ?? params?.ts);
    const push = pushOf(component, event, at);
    return push
      ? report(names, [push], at, context)
      : [ignored('telemetry', `${names[0]}: ${component} ${event} is nothing that a guest asks for`)];
  });
}

/** `names` are what the device may be called in the account's rooms, besides its MAC address. */
function report(
  names: string[],
  signals: RoomSignal[],
  at: number | undefined,
  context: SourceContext,
): Outcome[] {
  const mac = names.map(macOf).find((found) => found !== undefined);
  const keys = mac ? [...names, mac, mac.toLowerCase()] : names;
  const room = keys.map((key) => roomOf(context, key)).find((found) => found !== undefined);
  return roomOutcomes({ device: mac ?? names[0]!, room, signals, at: () => at }, context);
}
