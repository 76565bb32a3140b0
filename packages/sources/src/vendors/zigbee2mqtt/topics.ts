import type { VendorAccount } from '@bellhop/contracts';

/** Zigbee2MQTT's own default. */
export const baseTopicOf = ({ baseTopic }: VendorAccount): string => baseTopic ?? 'zigbee2mqtt';

/** What a topic is for. A device's name may itself hold slashes. */
export type ZigbeeTopic =
  | { kind: 'bridge' | 'availability' | 'command'; name: string }
  | { kind: 'device'; name: string };

/** Undefined for a topic outside the base. */
export function readTopic(topic: string, base: string): ZigbeeTopic | undefined {
  if (!topic.startsWith(`${base}/`)) return undefined;
  const name = topic.slice(base.length + 1);
  if (/^bridge(\/|$)/.test(name)) return { kind: 'bridge', name };
  if (name.endsWith('/availability')) return { kind: 'availability', name };
  if (/\/(set|get)(\/[^/]+)?$/.test(name)) return { kind: 'command', name };
  return { kind: 'device', name };
}
