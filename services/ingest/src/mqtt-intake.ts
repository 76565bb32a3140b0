import type { HotelGroup, VendorAccount } from '@bellhop/contracts';
import type { Logger } from '@bellhop/runtime';
import { isVendor, type MqttSource, sources } from '@bellhop/sources';
import { connect, type IPublishPacket, type MqttClient } from 'mqtt';
import type { Outbox } from './outbox.js';

export interface MqttIntakeOptions {
  url: string;
  group: HotelGroup;
  outbox: Outbox;
  logger: Logger;
  now(): number;
}

interface Subscription {
  filter: string;
  source: MqttSource;
  account: VendorAccount;
}

/**
 * Takes what the rooms' devices publish. The session is persistent and a message is acknowledged (QoS 1) only after Kafka
 * has what it means, so that the broker keeps what arrives while ingest is away. When Kafka stays away, the connection is
 * dropped and taken up again: the broker then delivers anew what was not acknowledged.
 */
export async function startMqttIntake({
  url,
  group,
  outbox,
  logger,
  now,
}: MqttIntakeOptions): Promise<{ close(): Promise<void> }> {
  const subscriptions = subscriptionsOf(group);
  const client = connect(url, {
    clientId: 'bellhop-ingest',
    clean: false,
    reconnectPeriod: 500,
    connectTimeout: 5_000,
  });
  client.on('error', (error) => logger.warn({ err: error }, 'the MQTT broker can not be reached'));

  const take = async ({ topic, payload, retain }: IPublishPacket) => {
    const subscription = subscriptions.find(({ filter }) => matches(filter, topic));
    if (!subscription) return;
    const { source, account } = subscription;
    const bytes = Buffer.from(payload);
    const receivedAt = now();
    const outcomes = source.normalise(
      { topic, payload: bytes, retained: retain },
      { group, account, receivedAt },
    );
    await outbox.take(outcomes, { account, receivedAt, origin: topic, contentType: null, payload: bytes });
  };
  // mqtt.js acknowledges when this calls back without an error.
  client.handleMessage = (packet, done) => {
    take(packet).then(
      () => done(),
      (error) => {
        logger.error({ err: error }, 'a device message could not be taken; the broker will deliver it again');
        client.stream.destroy();
        done(error);
      },
    );
  };
  const filters = subscriptions.map(({ filter }) => filter);
  if (filters.length > 0) await subscribeTo(client, filters, logger);
  return { close: () => client.endAsync() };
}

/**
 * Resolves once the broker has the subscriptions. A message that can't be taken drops the connection, also before the
 * broker has answered: then the next connection subscribes.
 */
function subscribeTo(client: MqttClient, filters: string[], logger: Logger): Promise<void> {
  return new Promise((resolve) => {
    const subscribe = () => {
      client.subscribeAsync(filters, { qos: 1 }).then(
        () => {
          client.off('connect', subscribe);
          resolve();
        },
        (error) => logger.warn({ err: error }, 'the MQTT broker has not answered the subscription'),
      );
    };
    client.on('connect', subscribe);
  });
}

function subscriptionsOf(group: HotelGroup): Subscription[] {
  return group.accounts.flatMap((account) => {
    const source = isVendor(account.vendor) ? sources[account.vendor] : undefined;
    if (source?.transport !== 'mqtt') return [];
    return source.topicFilters(account).map((filter) => ({ filter, source, account }));
  });
}

/** Whether a topic falls under a filter: MQTT 3.1.1, section 4.7. */
export function matches(filter: string, topic: string): boolean {
  if (topic.startsWith('$') && !filter.startsWith('$')) return false;
  const levels = topic.split('/');
  const wanted = filter.split('/');
  const rest = wanted.indexOf('#');
  if (rest === -1 && wanted.length !== levels.length) return false;
  const compared = rest === -1 ? wanted : wanted.slice(0, rest);
  return compared.every((level, index) =>
    level === '+' ? levels[index] !== undefined : level === levels[index],
  );
}
