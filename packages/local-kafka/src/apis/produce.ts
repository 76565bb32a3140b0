import type { Staged } from '../log/partition.js';
import { checkTimestamps, timestampLimits } from '../log/timestamps.js';
import { cleanupPolicy, topicConfigValue } from '../log/topic-config.js';
import {
  array,
  int16,
  int32,
  int64,
  nullableBytes,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  topicsOf,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { MalformedFrame } from '../wire/reader.js';
import { checkBatch, readBatchHeader, stampBatch } from '../wire/record-batch.js';
import { readRecords } from '../wire/records.js';
import { answerOf, type Broker, defineApi, HangUp, perPartition } from './api.js';

/**
 * Appends one record batch a partition, and answers once it is synced (acks 1 and −1 are the same on one broker; with
 * acks 0 there is no answer, and what fails closes the connection). Versions below 3 are listed, because librdkafka takes a minimum above 0 for a broker
 * without compression (KAFKA-18659); their old message formats are refused with UNSUPPORTED_FOR_MESSAGE_FORMAT.
 */
export const produce = defineApi({
  key: 0,
  name: 'Produce',
  minVersion: 0,
  maxVersion: 11,
  flexibleSince: 9,
  request: struct({
    transactionalId: since(3, nullableString, null),
    acks: int16,
    timeoutMs: int32,
    topics: topicsOf({ index: int32, records: nullableBytes }),
  }),
  response: struct({
    topics: array(
      struct({
        name: string,
        partitions: array(
          struct({
            index: int32,
            code: int16,
            baseOffset: int64,
            logAppendTimeMs: since(2, int64, -1),
            logStartOffset: since(5, int64, -1),
            recordErrors: since(8, array(struct({ index: int32, message: nullableString })), []),
            message: since(8, nullableString, null),
          }),
        ),
      }),
    ),
    throttleMs: since(1, throttleMs, 0),
  }),
  async handle(broker, request) {
    const staged: Staged[] = [];
    const topics = perPartition(request.topics, (topic, { index, records }) => {
      try {
        if (![-1, 0, 1].includes(request.acks)) {
          throw new ProtocolError(ErrorCode.invalidRequiredAcks, 'acks is -1, 0 or 1');
        }
        if (request.acks === -1) checkReplicas(broker, topic);
        const append = stageBatch(broker, topic, index, records);
        staged.push(append);
        const { baseOffset, logAppendTimeMs } = append;
        const { logStart } = broker.topics.needPartition(topic, index);
        return { ...result(index, ErrorCode.none), baseOffset, logAppendTimeMs, logStartOffset: logStart };
      } catch (error) {
        // What was staged before must still be committed, so even a fault stays with its partition.
        if (!(error instanceof ProtocolError)) broker.report(error);
        const { code, message } = answerOf(error);
        return { ...result(index, code), message };
      }
    });
    // A batch that was there already has no writes, but may not be synced yet: then the commit waits for it.
    await broker.store.commit(staged.flatMap((it) => it.writes));
    for (const it of staged) it.publish();
    if (request.acks !== 0) return { topics, throttleMs: 0 };
    const isRefused = topics.some((it) => it.partitions.some(({ code }) => code !== ErrorCode.none));
    if (isRefused) throw new HangUp('a batch without acknowledgement was refused');
    return null;
  },
  failed(request, code) {
    if (request.acks === 0) throw new HangUp('batches without acknowledgement failed');
    const topics = perPartition(request.topics, (_topic, { index }) => result(index, code));
    return { topics, throttleMs: 0 };
  },
});

const result = (index: number, code: number) => ({
  recordErrors: [],
  message: null as string | null,
  index,
  code,
  baseOffset: -1,
  logAppendTimeMs: -1,
  logStartOffset: -1,
});

/** Throws NOT_ENOUGH_REPLICAS where a topic wants more replicas in sync than the one there is. */
const checkReplicas = (broker: Broker, topic: string): void => {
  const least = broker.topics.find(topic)?.config['min.insync.replicas'];
  if (least === undefined || least === '1') return;
  throw new ProtocolError(ErrorCode.notEnoughReplicas, `the topic wants ${least} replicas in sync`);
};

/** Its time of append is −1 where the records keep the producer's timestamps. */
const stageBatch = (
  broker: Broker,
  topic: string,
  index: number,
  records: Buffer | null,
): Staged & { logAppendTimeMs: number } => {
  const partition = broker.topics.needPartition(topic, index);
  const { config } = broker.topics.need(topic);
  const limit = config['max.message.bytes'] ?? broker.settings['message.max.bytes'];
  let header = checkBatch(records, Number(limit));
  const batch = records!;
  if (cleanupPolicy(config, broker.settings).isCompacted) checkKeys(batch);
  const isStamped = topicConfigValue(config, broker.settings, 'message.timestamp.type') === 'LogAppendTime';
  const nowMs = Date.now();
  if (isStamped) {
    stampBatch(batch, nowMs);
    header = readBatchHeader(batch);
  } else {
    const limits = timestampLimits(config);
    if (limits !== null) checkTimestamps(batch, limits, nowMs);
  }
  if (header.isTransactional) {
    broker.transactions.checkBatch(
      { producerId: header.producerId, epoch: header.producerEpoch },
      topic,
      index,
    );
  }
  return { ...partition.append(batch, header), logAppendTimeMs: isStamped ? nowMs : -1 };
};

/** Throws INVALID_RECORD where a record of a compacted topic has no key: it could never be replaced. */
const checkKeys = (batch: Buffer): void => {
  try {
    if (readRecords(batch).every((it) => it.key !== null)) return;
  } catch (error) {
    if (!(error instanceof MalformedFrame)) throw error;
    throw new ProtocolError(ErrorCode.corruptMessage, error.message);
  }
  throw new ProtocolError(ErrorCode.invalidRecord, 'a compacted topic takes records with a key only');
};
