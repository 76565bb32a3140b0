import type { Actor, TouchpointType } from '@bellhop/contracts';
import { wallClockAt } from './local-time.js';
import { breachOf, type ComfortMetric, LOW_BATTERY_PERCENT } from './room-comfort.js';
import { type MappedRoom, unknownRoom } from './rooms.js';
import { ignored, type Outcome, type SourceContext } from './source.js';
import { touchpointOutcome } from './touchpoint.js';

/** What a device in a room reported, whatever the vendor calls it. */
export type RoomSignal =
  | { kind: 'reading'; metric: ComfortMetric; value: number }
  | { kind: 'battery'; percent: number }
  | { kind: 'fault'; fault: string }
  | { kind: 'leak' }
  | { kind: 'smoke' }
  /** `press` tells one press from the next; undefined where the vendor does not. */
  | { kind: 'button'; action: string; press?: string | undefined }
  /** A setpoint changed by hand, in °C. `change` tells one change from the next. */
  | { kind: 'setpoint'; celsius: number; change?: string | undefined };

/** A device's report: its signals, and when it was made by the vendor's clock, in milliseconds since 1970 UTC. */
export interface RoomReport {
  /** The device's name, the same in every report of it. */
  device: string;
  room: MappedRoom | undefined;
  signals: RoomSignal[];
  /** The vendor's time; undefined where it sends none. `timeZone` is the property's. */
  at: (timeZone: string) => number | undefined;
}

/** What a signal means for a guest. */
interface Finding {
  type: TouchpointType;
  actor: Actor;
  /** What makes it one finding of the device within its window. */
  key: string[];
  /** How long repetitions are the same finding: devices repeat their state, and repeat it with every other change. */
  window: 'day' | 'hour' | 'minute' | 'once';
  attributes: Record<string, string>;
}

/** The touchpoints in a device's report; telemetry where nothing in it matters to a guest. */
export function roomOutcomes(report: RoomReport, context: SourceContext): Outcome[] {
  const findings = distinct(report.signals.flatMap((signal) => findingOf(signal) ?? []));
  if (findings.length === 0) {
    return [ignored('telemetry', `${report.device}: nothing in the report matters to a guest`)];
  }
  const { room } = report;
  if (!room) return [unknownRoom(context, report.device, findings.map(({ type }) => type).join(', '))];
  return findings.map((finding) => roomTouchpoint(finding, report, room, context));
}

/** A device with two sensors of a kind says one thing with both. */
const distinct = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding.key), finding])).values(),
];

function findingOf(signal: RoomSignal): Finding | undefined {
  switch (signal.kind) {
    case 'reading':
      return comfortFinding(signal.metric, signal.value);
    case 'battery':
      return signal.percent < LOW_BATTERY_PERCENT
        ? faultFinding('battery', { batteryPercent: String(signal.percent) })
        : undefined;
    case 'fault':
      return faultFinding(signal.fault, {});
    case 'leak':
      return { type: 'leak_detected', actor: 'system', key: ['leak'], window: 'hour', attributes: {} };
    case 'smoke':
      return { type: 'smoke_detected', actor: 'system', key: ['smoke'], window: 'hour', attributes: {} };
    case 'button':
      return {
        type: 'service_requested',
        actor: 'guest',
        key: ['button', signal.action, signal.press ?? ''],
        window: signal.press === undefined ? 'minute' : 'once',
        attributes: { action: signal.action },
      };
    case 'setpoint':
      return {
        type: 'setpoint_changed',
        actor: 'guest',
        key: ['setpoint', String(signal.celsius), signal.change ?? ''],
        window: signal.change === undefined ? 'hour' : 'once',
        attributes: { setpoint: String(signal.celsius), unit: '°C' },
      };
  }
}

function comfortFinding(metric: ComfortMetric, value: number): Finding | undefined {
  const breach = breachOf(metric, value);
  return (
    breach && {
      type: 'comfort_breached',
      actor: 'system',
      key: ['comfort', metric],
      window: 'hour',
      attributes: {
        metric,
        value: String(value),
        unit: breach.unit,
        limit: `${breach.side} ${breach.limit}`,
      },
    }
  );
}

const faultFinding = (fault: string, attributes: Record<string, string>): Finding => ({
  type: 'device_faulted',
  actor: 'system',
  key: ['fault', fault],
  window: 'day',
  attributes: { fault, ...attributes },
});

/** How much of `YYYY-MM-DDTHH:MM:SS` names a window. */
const windowLengths = { day: 10, hour: 13, minute: 16, once: 0 } as const;

function roomTouchpoint(
  finding: Finding,
  { device, at }: RoomReport,
  { property, room }: MappedRoom,
  context: SourceContext,
): Outcome {
  const occurredAt = at(property.timeZone);
  const clock = wallClockAt(occurredAt ?? context.receivedAt, property.timeZone);
  return touchpointOutcome(context, {
    source: 'room',
    channel: 'room_device',
    type: finding.type,
    actor: finding.actor,
    propertyId: property.propertyId,
    room,
    vendorEventId: [device, ...finding.key, clock.slice(0, windowLengths[finding.window])].join('|'),
    occurredAt,
    attributes: { device, ...finding.attributes },
  });
}
