import { deserialize, serialize } from 'node:v8';
import {
  type HotelGroup,
  hotelGroupSchema,
  type Quarantined,
  TOPICS,
  type Touchpoint,
} from '@bellhop/contracts';
import { type Codec, KafkaUnavailable, type OutgoingRecord, type RecordProducer } from '@bellhop/kafka';
import { createLogger, Registry } from '@bellhop/runtime';
import type { AppDependencies } from './app-dependencies.js';
import { createOutbox, type Outbox } from './outbox.js';

export const group: HotelGroup = hotelGroupSchema.parse({
  name: 'Seaside Hotels',
  properties: [
    { propertyId: 'harbour', name: 'Harbour House', timeZone: 'Europe/Berlin', country: 'DE' },
    { propertyId: 'hilltop', name: 'Hilltop', timeZone: 'Asia/Yerevan', country: 'AM' },
  ],
  accounts: [
    {
      vendor: 'whatsapp',
      account: 'main',
      secret: 'a-secret-of-ours',
      verifyToken: 'open-sesame',
      properties: { 106540352242922: 'harbour' },
    },
    {
      vendor: 'shelly',
      account: 'rooms',
      secret: 'a-secret-of-ours',
      property: 'harbour',
      baseTopic: 'hotel/shelly',
      rooms: { F008D1D8B8B8: { propertyId: 'harbour', room: '112' } },
    },
  ],
});

/** A codec whose bytes are Node's own. */
const codecOf = <T>(): Codec<T> => ({
  encode: async (value) => serialize(value),
  decode: async (bytes) => deserialize(bytes) as T,
});

/** Kafka as ingest sees it: what was acknowledged, and whether it is there. */
export class MemoryProducer implements RecordProducer {
  readonly sent: OutgoingRecord[] = [];
  isAway = false;
  onAttempt: () => void = () => undefined;

  async send(record: OutgoingRecord): Promise<void> {
    this.onAttempt();
    if (this.isAway) throw new KafkaUnavailable('Kafka did not acknowledge the records');
    this.sent.push(record);
  }

  async close(): Promise<void> {}

  touchpoints(): (Touchpoint & { key: string })[] {
    return this.#values<Touchpoint>(TOPICS.touchpoints);
  }

  quarantined(): (Quarantined & { key: string })[] {
    return this.#values<Quarantined>(TOPICS.quarantine);
  }

  #values<T>(topic: string): (T & { key: string })[] {
    const own = this.sent.filter((record) => record.topic === topic);
    return own.map(({ key, value }) => ({ ...(deserialize(value) as T), key }));
  }
}

export function createTestOutbox(producer: RecordProducer): { outbox: Outbox; counted: string[] } {
  const counted: string[] = [];
  const outbox = createOutbox({
    producer,
    touchpoints: codecOf<Touchpoint>(),
    quarantine: codecOf<Quarantined>(),
    count: (...labels) => counted.push(labels.join(' ')),
  });
  return { outbox, counted };
}

export const NOW = Date.UTC(2026, 6, 10, 12);

export const dependencies = (outbox: Outbox): AppDependencies => ({
  group,
  outbox,
  logger: createLogger('ingest', 'silent'),
  metrics: new Registry(),
  maxBodyBytes: 20_000,
  publicUrl: () => 'https://hooks.example',
  now: () => NOW,
});
