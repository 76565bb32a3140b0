import type { VendorAccount } from '@bellhop/contracts';

/** The topics that a Shelly publishes to, below its own prefix, which is its id unless somebody changed it. */
export type ShellyTopic =
  | { kind: 'notification' | 'system'; prefix: string }
  | { kind: 'status'; prefix: string; component: string };

/** With a base topic everything below it; without one, what ends like a Shelly's topic. */
export function topicFiltersOf({ baseTopic }: VendorAccount): string[] {
  return baseTopic === undefined ? ['+/events/rpc', '+/status/+', '+/online'] : [`${baseTopic}/#`];
}

/** Undefined for a topic that is not below the account's base. */
export function readTopic(topic: string, { baseTopic }: VendorAccount): ShellyTopic | undefined {
  if (baseTopic !== undefined && !topic.startsWith(`${baseTopic}/`)) return undefined;
  const name = baseTopic === undefined ? topic : topic.slice(baseTopic.length + 1);
  const notification = /^(.+)\/events\/rpc$/.exec(name);
  if (notification) return { kind: 'notification', prefix: notification[1]! };
  const status = /^(.+)\/status\/([^/]+)$/.exec(name);
  if (status) return { kind: 'status', prefix: status[1]!, component: status[2]! };
  return { kind: 'system', prefix: name };
}

/** The MAC address at the end of a device id such as `shellyht-08b61fd90730`: the same whatever the topic's prefix. */
export function macOf(deviceId: string): string | undefined {
  return /(?:^|-)([0-9a-f]{12})$/i.exec(deviceId)?.[1]?.toUpperCase();
}
