import type streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import durationPb from 'google-protobuf/google/protobuf/duration_pb.js';
import timestampPb from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { BoundedReader } from './bounded-deserialization.js';

type StreamsService = typeof streamsService.StreamsService;

/** Where a `BatchAppendReq` has its options, and these the deadline as a duration. */
const optionsField = 2;
const durationField = 7;

/**
 * The service, with the deadline of a batch append read as a duration too: newer clients say it so, and the messages
 * here know points in time only. It counts from the arrival, since clocks differ.
 */
export function withDeadlineDurations(service: StreamsService): StreamsService {
  const { batchAppend } = service;
  const requestDeserialize = (bytes: Buffer): BatchAppendReq => {
    const request = batchAppend.requestDeserialize(bytes);
    const options = request.getOptions();
    const durationMs = options === undefined || options.hasDeadline() ? undefined : durationMsIn(bytes);
    if (durationMs !== undefined) {
      options?.setDeadline(timestampPb.Timestamp.fromDate(new Date(Date.now() + durationMs)));
    }
    return request;
  };
  return { ...service, batchAppend: { ...batchAppend, requestDeserialize } };
}

/** Undefined where there is none, and where it lies beyond what a date can hold. */
function durationMsIn(request: Uint8Array): number | undefined {
  const options = fieldIn(request, optionsField);
  const bytes = options && fieldIn(options, durationField);
  if (bytes === undefined) return undefined;
  const duration = durationPb.Duration.deserializeBinary(bytes);
  const durationMs = duration.getSeconds() * 1000 + duration.getNanos() / 1e6;
  return durationMs < 1e15 ? durationMs : undefined;
}

function fieldIn(message: Uint8Array, field: number): Uint8Array | undefined {
  const reader = new BoundedReader(message);
  while (reader.nextField()) {
    if (reader.getFieldNumber() === field && reader.isDelimited()) return reader.readBytes();
    reader.skipField();
  }
  return undefined;
}
