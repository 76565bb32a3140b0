import { fetch } from '../apis/fetch.js';
import { offsetFetch } from '../apis/offset-fetch.js';
import { fetchRequest } from '../conformance/fetch-request.js';
import type { RawClient } from '../conformance/raw-client.js';
import { Reader } from '../wire/reader.js';
import { isIntact, readBatchHeader } from '../wire/record-batch.js';
import { readRecords } from '../wire/records.js';
import { numberIn } from './writers.js';

export interface ReadNumber {
  offset: number;
  key: string;
  /** NaN where the value is not what was written. */
  number: number;
}

export interface ReadTopic {
  logStart: number;
  end: number;
  numbers: ReadNumber[];
  /** Batches whose CRC or length does not fit. */
  torn: number;
}

const valueIn = (content: Buffer): string => {
  const reader = new Reader(content);
  const keyLength = reader.varint();
  if (keyLength > 0) reader.slice(keyLength);
  return reader.slice(reader.varint()).toString();
};

const split = (records: Buffer): Buffer[] => {
  const batches: Buffer[] = [];
  for (let at = 0; at < records.length; ) {
    const length = records.readInt32BE(at + 8) + 12;
    batches.push(records.subarray(at, at + length));
    at += length;
  }
  return batches;
};

type Aborted = { producerId: number; firstOffset: number }[];

/** The batches that a `read_committed` reader takes: without markers, and without what they aborted. */
const committedOf = (batches: Buffer[], aborted: Aborted): Buffer[] => {
  const waiting = [...aborted].sort((a, b) => a.firstOffset - b.firstOffset);
  const ignored = new Set<number>();
  return batches.filter((batch) => {
    const { isControl, isTransactional, producerId, baseOffset } = readBatchHeader(batch);
    while (waiting.length > 0 && waiting[0]!.firstOffset <= baseOffset)
      ignored.add(waiting.shift()!.producerId);
    if (isControl) ignored.delete(producerId);
    return !isControl && !(isTransactional && ignored.has(producerId));
  });
};

/** Reads a topic from its start to its last stable offset. */
export const readTopic = async (client: RawClient, topic: string): Promise<ReadTopic> => {
  const result: ReadTopic = { logStart: 0, end: 0, numbers: [], torn: 0 };
  for (let offset = 0; ; ) {
    const request = fetchRequest({ topic, offset, readCommitted: true, maxBytes: 8_000_000 });
    const answer = (await client.call(fetch, 11, request)).topics[0]!.partitions[0]!;
    result.logStart = answer.logStartOffset;
    result.end = answer.lastStableOffset;
    if (answer.code === 1 && offset < answer.logStartOffset) {
      offset = answer.logStartOffset;
      result.numbers = [];
      continue;
    }
    if (answer.code !== 0) throw new Error(`Fetch of ${topic} at ${offset} was answered with ${answer.code}`);
    const batches = split(Buffer.concat(answer.records));
    if (batches.length === 0)
      return { ...result, numbers: result.numbers.filter((it) => it.offset >= result.logStart) };
    result.torn += batches.filter((it) => !isIntact(it)).length;
    for (const batch of committedOf(batches, answer.aborted ?? [])) {
      for (const record of readRecords(batch)) {
        if (record.offset < offset) continue;
        const number = numberIn(valueIn(record.content));
        result.numbers.push({ offset: record.offset, key: record.key?.toString() ?? '', number });
      }
    }
    offset = readBatchHeader(batches.at(-1)!).lastOffset + 1;
  }
};

export const readOffset = async (client: RawClient, group: string) => {
  const topics = [{ name: 'source', partitions: [0] }];
  const answer = await client.call(offsetFetch, 7, { group, topics, groups: [], requireStable: false });
  return answer.topics[0]!.partitions[0]!;
};
