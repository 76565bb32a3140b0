import { type Message, Partitioners } from 'kafkajs';
import { type Kafka, KafkaUnavailable } from './connection.js';

export interface OutgoingRecord {
  topic: string;
  key: string;
  value: Buffer;
  headers?: Record<string, string>;
}

export interface RecordProducer {
  /** Resolves when every in-sync replica has the record (`acks=all`). Throws KafkaUnavailable. */
  send(record: OutgoingRecord): Promise<void>;
  /** Sends what is queued and disconnects. */
  close(): Promise<void>;
}

interface Waiting {
  record: OutgoingRecord;
  resolve(): void;
  reject(error: unknown): void;
}

const MAX_BATCH_RECORDS = 2_000;
const MAX_BATCH_BYTES = 900_000;

/**
 * A producer for many callers that each send one record: while one request is under way the next records gather, and go
 * together. One request at a time also keeps the order of a key when a request is tried again.
 */
export async function createProducer(kafka: Kafka): Promise<RecordProducer> {
  /** Where the partitioner has put each message. */
  const partitionOf = new WeakMap<Message, number>();
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: () => {
      const choose = Partitioners.DefaultPartitioner();
      return (choice) => {
        const partition = choose(choice);
        partitionOf.set(choice.message, partition);
        return partition;
      };
    },
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const queue: Waiting[] = [];
  let sending: Promise<void> | undefined;

  /**
   * kafkajs remembers which brokers have answered a batch, and not for which partitions: when it tries again, a partition
   * whose new leader is a broker that has answered is left out, and the batch counts as sent. So every partition of the
   * batch is looked for in the answer.
   */
  const sendBatch = async (batch: Waiting[]) => {
    const messages = batch.map(
      ({ record: { key, value, headers = {} } }): Message => ({ key, value, headers }),
    );
    try {
      const answers = await producer.sendBatch({
        acks: -1,
        timeout: 5_000,
        topicMessages: byTopic(batch, messages),
      });
      const acknowledged = new Set(answers.map(({ topicName, partition }) => `${topicName}/${partition}`));
      for (const [index, { record, resolve, reject }] of batch.entries()) {
        const partition = `${record.topic}/${partitionOf.get(messages[index]!)}`;
        if (acknowledged.has(partition)) resolve();
        else
          reject(
            new KafkaUnavailable(`Kafka did not acknowledge the records of ${partition}: its leader moved`),
          );
      }
    } catch (cause) {
      const error = new KafkaUnavailable('Kafka did not acknowledge the records', { cause });
      for (const { reject } of batch) reject(error);
    }
  };
  const drain = async () => {
    while (queue.length > 0) await sendBatch(queue.splice(0, batchLength(queue)));
    sending = undefined;
  };
  return {
    send: (record) =>
      new Promise((resolve, reject) => {
        queue.push({ record, resolve, reject });
        // In the next turn, so that whatever arrived together leaves together.
        sending ??= new Promise((done) => setImmediate(() => drain().then(done)));
      }),
    close: async () => {
      await sending;
      await producer.disconnect();
    },
  };
}

function batchLength(queue: readonly Waiting[]): number {
  let bytes = 0;
  const end = queue.findIndex(({ record }, index) => {
    bytes += record.value.length;
    return index >= MAX_BATCH_RECORDS || (bytes > MAX_BATCH_BYTES && index > 0);
  });
  return end === -1 ? queue.length : end;
}

function byTopic(batch: readonly Waiting[], messages: Message[]) {
  const topics = [...new Set(batch.map(({ record }) => record.topic))];
  return topics.map((topic) => ({
    topic,
    messages: messages.filter((_, index) => batch[index]?.record.topic === topic),
  }));
}
