import streamsServicePb from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { expect, test } from '@jest/globals';
import protobuf from 'google-protobuf';
import durationPb from 'google-protobuf/google/protobuf/duration_pb.js';
import timestampPb from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { withDeadlineDurations } from './deadline-duration.js';
import { streamIdentifier, uuidMessage } from './responses.js';

const { batchAppend } = withDeadlineDurations(streamsServicePb.StreamsService);

function delimited(field: number, content: Uint8Array): Uint8Array {
  const writer = new protobuf.BinaryWriter();
  writer.writeBytes(field, content);
  return writer.getResultBuffer();
}

/** A request on the wire: options with a point in time, a duration, or neither, behind the correlation id. */
function request({ at, seconds, nanos = 0 }: { at?: Date; seconds?: number; nanos?: number }): Buffer {
  const options = new streamsPb.BatchAppendReq.Options();
  options.setStreamIdentifier(streamIdentifier('guest-1'));
  if (at !== undefined) options.setDeadline(timestampPb.Timestamp.fromDate(at));
  const duration = new durationPb.Duration();
  duration.setSeconds(seconds ?? 0);
  duration.setNanos(nanos);
  const durationField = seconds === undefined ? new Uint8Array() : delimited(7, duration.serializeBinary());
  const id = uuidMessage('00000000-0000-4000-8000-000000000001').serializeBinary();
  return Buffer.concat([
    delimited(1, id),
    delimited(2, Buffer.concat([options.serializeBinary(), durationField])),
  ]);
}

const deadlineOf = (bytes: Buffer) =>
  batchAppend.requestDeserialize(bytes).getOptions()?.getDeadline()?.toDate();

test('a deadline as a duration counts from now on', () => {
  const before = Date.now();
  const deadlineMs = deadlineOf(request({ seconds: 90, nanos: 500_000_000 }))?.getTime() ?? 0;
  expect(deadlineMs).toBeGreaterThanOrEqual(before + 90_500);
  expect(deadlineMs).toBeLessThanOrEqual(Date.now() + 90_500);
});

test('a deadline as a point in time stays what it is', () => {
  const at = new Date('2030-01-02T03:04:05.678Z');
  expect(deadlineOf(request({ at }))).toEqual(at);
});

test.each([{}, { seconds: 9_007_199_254_740_000 }])('%j is no deadline', (deadline) => {
  expect(deadlineOf(request(deadline))).toBeUndefined();
});

test('a part without options stays readable', () => {
  const part = new streamsPb.BatchAppendReq();
  part.setIsFinal(true);
  expect(batchAppend.requestDeserialize(Buffer.from(part.serializeBinary())).getIsFinal()).toBe(true);
});
