import {
  type HotelGroup,
  type Property,
  type QuarantineCode,
  type Quarantined,
  stableUuid,
  type Touchpoint,
} from '@bellhop/contracts';
import { type Codec, type KafkaRecord, type RecordBatch, UndecodableMessage } from '@bellhop/kafka';
import { type StepBoundary, sideBySide } from '@bellhop/runtime';
import { chainsOf, keysOf } from './chains.js';

export interface BatchDependencies {
  group: HotelGroup;
  codec: Codec<Touchpoint>;
  recordTouchpoint(touchpoint: Touchpoint, property: Property): Promise<boolean>;
  /** Resolves once Kafka has it. */
  quarantine(quarantined: Quarantined): Promise<void>;
  concurrency: number;
  boundary: StepBoundary;
  /** Counts what became of a record. */
  count(outcome: 'recorded' | 'known' | 'quarantined'): void;
}

interface Decoded {
  touchpoint: Touchpoint;
  property: Property;
}

/** Records a batch of the touchpoints topic, then commits it: a crash in between only repeats what is known already. */
export function createBatchHandler(dependencies: BatchDependencies) {
  const { codec, group, recordTouchpoint, quarantine, concurrency, boundary, count } = dependencies;

  const decode = async (record: KafkaRecord): Promise<Decoded | undefined> => {
    const refuse = async (code: QuarantineCode, detail: string, touchpoint?: Touchpoint) => {
      await quarantine(quarantinedRecord(record, { code, detail, touchpoint }));
      count('quarantined');
      return undefined;
    };
    try {
      const touchpoint = await codec.decode(record.value ?? Buffer.alloc(0));
      const property = group.properties.find(({ propertyId }) => propertyId === touchpoint.propertyId);
      if (property) return { touchpoint, property };
      return refuse(
        'unknown-property',
        `the hotel group has no property ${touchpoint.propertyId}`,
        touchpoint,
      );
    } catch (error) {
      if (error instanceof UndecodableMessage) return refuse('undecodable-message', error.message);
      throw error;
    }
  };

  return async function handleBatch(batch: RecordBatch): Promise<void> {
    const decoded = (await Promise.all(batch.records.map(decode))).filter((item) => item !== undefined);
    const chains = chainsOf(decoded, ({ touchpoint }) => keysOf(touchpoint));
    await sideBySide(chains, concurrency, async (chain) => {
      for (const { touchpoint, property } of chain) {
        if (batch.isStale()) return;
        count((await recordTouchpoint(touchpoint, property)) ? 'recorded' : 'known');
      }
    });
    boundary('batch-recorded');
    if (!batch.isStale()) await batch.commit(batch.nextOffset);
    boundary('batch-committed');
  };
}

function quarantinedRecord(
  { topic, partition, offset, value }: KafkaRecord,
  { code, detail, touchpoint }: { code: QuarantineCode; detail: string; touchpoint?: Touchpoint | undefined },
): Quarantined {
  const origin = `${topic}/${partition}/${offset}`;
  return {
    quarantineId: stableUuid('quarantined', origin, code),
    code,
    detail,
    step: 'recorder.decode',
    vendor: touchpoint?.vendor ?? 'unknown',
    vendorAccount: touchpoint?.vendorAccount ?? 'unknown',
    propertyId: touchpoint?.propertyId ?? null,
    origin,
    contentType: 'application/vnd.confluent.avro',
    payload: value ?? Buffer.alloc(0),
    receivedAt: touchpoint?.receivedAt ?? 0,
  };
}
