import { once } from 'node:events';
import type { VendorAccount } from '@bellhop/contracts';
import type { MqttSource } from '@bellhop/sources';
import mqtt from 'mqtt';
import { backOffMs, pause } from './back-off.js';
import type { Delivery } from './delivery.js';
import { DeliveryRefused } from './delivery-refused.js';
import type { FeedLogger } from './feed-logger.js';

const RECONNECT_MS = 500;

interface Carried {
  delivery: Delivery;
  source: MqttSource;
  account: VendorAccount;
}

/** Publishes deliveries as devices would, with QoS 1. Connects with the first one. */
export interface MqttCarrier {
  /** Resolves once the broker has acknowledged, or the signal aborts. Throws DeliveryRefused where the broker lets us not in. */
  carry(carried: Carried, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export function createMqttCarrier({
  mqttUrl,
  logger,
}: {
  mqttUrl: string;
  logger?: FeedLogger | undefined;
}): MqttCarrier {
  let client: mqtt.MqttClient | undefined;
  const refusal = new AbortController();

  const connect = () => {
    // The client keeps what is not acknowledged, and sends it again whenever it has connected anew.
    const connecting = mqtt.connect(mqttUrl, { reconnectPeriod: RECONNECT_MS });
    connecting.on('error', (error) => {
      const { code } = error as Error & { code?: unknown };
      logger?.warn({ code: code ?? error.name }, 'the MQTT broker is not to be had');
      // A number is the broker's own refusal (CONNACK); after it the client gives up.
      if (typeof code === 'number') refusal.abort(new DeliveryRefused(`the MQTT broker: ${error.message}`));
    });
    return connecting;
  };

  return {
    async carry({ delivery, source, account }, signal) {
      client ??= connect();
      const stop = AbortSignal.any([signal, refusal.signal]);
      const topic = source.topicOf(delivery.device ?? '', account);
      for (let attempt = 1; !stop.aborted; attempt++) {
        const refused = await publish(client, { topic, body: delivery.body }, stop);
        if (!refused) break;
        const waitMs = backOffMs(attempt);
        logger?.warn(
          { vendor: delivery.vendor, attempt, waitMs, reason: refused.message },
          'publishing again',
        );
        await pause(waitMs, stop);
      }
      if (refusal.signal.aborted) throw refusal.signal.reason;
    },
    async close() {
      await client?.endAsync(true);
    },
  };
}

/**
 * Resolves when the broker has acknowledged or the signal aborts, or with what the client refused the message for. The
 * client keeps what it has taken and sends it again by itself, but while it does so it only queues what is new, and lets
 * go of that queue where the connection closes first.
 */
async function publish(
  client: mqtt.MqttClient,
  { topic, body }: { topic: string; body: Delivery['body'] },
  stop: AbortSignal,
): Promise<Error | undefined> {
  const waiting = new AbortController();
  // Both end in a value: closing the client refuses what nobody waits for any more.
  const published = client.publishAsync(topic, body, { qos: 1 }).then(
    () => undefined,
    (error: Error) => error,
  );
  const aborted = once(stop, 'abort', { signal: waiting.signal }).then(
    () => undefined,
    () => undefined,
  );
  return await Promise.race([published, aborted]).finally(() => waiting.abort());
}
