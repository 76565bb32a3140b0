import { randomUUID } from 'node:crypto';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsServicePb from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import timestampPb from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { collect, newStream, type RunningStore, rejectionOf, runStore } from './testing/running-store.js';
import { streamIdentifier, uuidMessage } from './wire/responses.js';

const { BatchAppendReq } = streamsPb;

let running: RunningStore;
let stub: StreamsClient;
beforeAll(async () => {
  running = await runStore();
  stub = new streamsServicePb.StreamsClient(`127.0.0.1:${running.port}`, credentials.createInsecure());
});
afterAll(async () => {
  stub.close();
  await running.stop();
});

interface Part {
  readonly id: string;
  readonly stream?: string;
  readonly deadlineMs?: number;
  readonly isFinal: boolean;
  readonly type?: string;
  readonly bytes?: number;
}

/** One message of a batch append with one event in it; `stream` makes it the first of its id. */
function part({ id, stream, deadlineMs, isFinal, type = 'noted', bytes = 2 }: Part) {
  const request = new BatchAppendReq();
  request.setCorrelationId(uuidMessage(id));
  request.setIsFinal(isFinal);
  if (stream !== undefined) {
    const options = new BatchAppendReq.Options();
    options.setStreamIdentifier(streamIdentifier(stream));
    options.setAny(new sharedPb.Empty());
    if (deadlineMs !== undefined) options.setDeadline(timestampPb.Timestamp.fromDate(new Date(deadlineMs)));
    request.setOptions(options);
  }
  const message = new BatchAppendReq.ProposedMessage();
  message.setId(uuidMessage(randomUUID(), 'structured'));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setData(Buffer.alloc(bytes, ' '));
  request.addProposedMessages(message);
  return request;
}

function openCall() {
  const call = stub.batchAppend();
  const answers: BatchAppendResp[] = [];
  call.on('data', (answer: BatchAppendResp) => answers.push(answer));
  const next = () => new Promise<BatchAppendResp>((resolve) => call.once('data', resolve));
  const ended = new Promise<void>((resolve, reject) => call.once('end', resolve).once('error', reject));
  return { call, answers, next, ended };
}

const errorName = (answer: BatchAppendResp | undefined) => answer?.getError()?.getDetails()?.getTypeName();

test('an append in several parts is written when its last part comes', async () => {
  const { call, next, ended } = openCall();
  const [id, stream] = [randomUUID(), newStream()];
  call.write(part({ id, stream, isFinal: false }));
  call.write(part({ id, isFinal: false }));
  const answered = next();
  call.write(part({ id, isFinal: true }));
  expect((await answered).getSuccess()?.getCurrentRevision()).toBe('2');
  call.end();
  await ended;
});

test('the deadline is kept by the server, and what comes later of that append is thrown away', async () => {
  const { call, answers, next, ended } = openCall();
  const [id, stream] = [randomUUID(), newStream()];
  const answered = next();
  call.write(part({ id, stream, deadlineMs: Date.now() + 50, isFinal: false }));
  expect(errorName(await answered)).toBe('event_store.client.Timeout');
  call.write(part({ id, isFinal: true }));
  call.end();
  await ended;
  expect(answers).toHaveLength(1);
  expect(await rejectionOf(collect(running.client.readStream(stream)))).toMatchObject({
    type: 'stream-not-found',
  });
});

test('an append that comes after its deadline is answered with Timeout and not written', async () => {
  const { call, answers, ended } = openCall();
  const stream = newStream();
  call.write(part({ id: randomUUID(), stream, deadlineMs: Date.now() - 1000, isFinal: true }));
  call.end();
  await ended;
  expect(answers.map(errorName)).toEqual(['event_store.client.Timeout']);
  expect(await rejectionOf(collect(running.client.readStream(stream)))).toMatchObject({
    type: 'stream-not-found',
  });
});

test('a deadline that has passed is the answer to an append that is too large as well', async () => {
  const { call, answers, ended } = openCall();
  const [late, inTime] = [Date.now() - 1000, Date.now() + 60_000];
  for (const deadlineMs of [late, inTime])
    call.write(part({ id: randomUUID(), stream: newStream(), deadlineMs, isFinal: true, bytes: 1_048_577 }));
  call.end();
  await ended;
  expect(answers.map(errorName)).toEqual([
    'event_store.client.Timeout',
    'event_store.client.MaximumAppendSizeExceeded',
  ]);
});

test('an event without a type refuses its own append only', async () => {
  const { call, answers, ended } = openCall();
  call.write(part({ id: randomUUID(), stream: newStream(), isFinal: true, type: '' }));
  call.write(part({ id: randomUUID(), stream: newStream(), isFinal: true }));
  call.end();
  await ended;
  expect(answers.map((answer) => answer.hasSuccess()).sort()).toEqual([false, true]);
  expect(answers.map(errorName)).toContain('event_store.client.BadRequest');
});

test('a stream name that nothing may be written to is refused', async () => {
  const { call, answers, ended } = openCall();
  call.write(part({ id: randomUUID(), stream: '$all', isFinal: true }));
  call.end();
  await ended;
  expect(answers.map(errorName)).toEqual(['event_store.client.BadRequest']);
});

test('a part without a beginning ends the call with INVALID_ARGUMENT', async () => {
  const { call, ended } = openCall();
  call.write(part({ id: randomUUID(), isFinal: true }));
  expect(await rejectionOf(ended)).toMatchObject({ code: 3 });
});
