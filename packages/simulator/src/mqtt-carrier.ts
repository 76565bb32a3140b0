import { once } from 'node:events';
import type { VendorAccount } from '@bellhop/contracts';
import type { MqttSource } from '@bellhop/sources';
import mqtt from 'mqtt';
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
      if (!stop.aborted) {
        const stopped = new AbortController();
        const topic = source.topicOf(delivery.device ?? '', account);
        const published = client.publishAsync(topic, delivery.body, { qos: 1 });
        // Where the wait below ends first, closing the client rejects this, and nobody is left to hear it.
        published.catch(() => undefined);
        const aborted = once(stop, 'abort', { signal: stopped.signal }).catch(() => undefined);
        await Promise.race([published, aborted]).finally(() => stopped.abort());
      }
      if (refusal.signal.aborted) throw refusal.signal.reason;
    },
    async close() {
      await client?.endAsync(true);
    },
  };
}
