import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type {
  AppendReq,
  BatchAppendReq,
  DeleteReq,
  ReadReq as ReadRequest,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { EventFilter } from '../rules/event-filter.js';
import type { ExpectedRevision } from '../rules/expected-revision.js';
import type { Direction } from '../storage/log-reader.js';
import type { ProposedEvent } from '../storage/write-command.js';
import { invalidArgument, requiredMetadataMissing } from './errors.js';
import { ReadReq } from './stubs.js';

const jsonContentType = 'application/json';

/** Where a read or a subscription starts: at an end of what there is, or at a position (in `$all`) or revision. */
export type ReadStart = 'start' | 'end' | number;

/** A `ReadReq` in the server's own words. */
export interface ReadRequestWords {
  /** Undefined for `$all`. */
  readonly stream: string | undefined;
  readonly from: ReadStart;
  readonly direction: Direction;
  /** How many events to read, or `'subscription'` for all that there are and all that will come. */
  readonly count: number | 'subscription';
  readonly filter:
    | (EventFilter & { readonly window: number | undefined; readonly multiplier: number })
    | undefined;
  readonly resolveLinks: boolean;
  readonly uuidForm: 'structured' | 'string';
  /** Whether a read of a stream is to end with the last revision: clients ask for it by a level of compatibility. */
  readonly wantsLastRevision: boolean;
}

export function streamNameOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

/** The UUID in lower case with dashes; refuses what is none with INVALID_ARGUMENT. */
export function uuidTextOf(uuid: UUID | undefined): string {
  const text = uuid?.hasStructured() ? structuredUuidText(uuid) : (uuid?.getString() ?? '').toLowerCase();
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)) {
    throw invalidArgument(`'${text}' is not a UUID.`);
  }
  return text;
}

function structuredUuidText(uuid: UUID): string {
  const structured = uuid.getStructured();
  const halves = [structured?.getMostSignificantBits(), structured?.getLeastSignificantBits()];
  const hex = halves
    .map((half) =>
      BigInt.asUintN(64, BigInt(half ?? 0))
        .toString(16)
        .padStart(16, '0'),
    )
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The expected revision of an append (both kinds of its options name it alike), a delete or a tombstone. */
export function expectedRevisionOf(
  options: AppendReq.Options | DeleteReq.Options | BatchAppendReq.Options,
): ExpectedRevision {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  if ('hasStreamPosition' in options) {
    return options.hasStreamPosition() ? BigInt(options.getStreamPosition()) : 'any';
  }
  return options.hasRevision() ? BigInt(options.getRevision()) : 'any';
}

export function proposedEventOf(
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
): ProposedEvent {
  const described = message.getMetadataMap();
  const type = described.get('type');
  if (type === undefined || type === '') throw requiredMetadataMissing('type');
  return {
    id: uuidTextOf(message.getId()),
    type,
    isJson: described.get('content-type') === jsonContentType,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** When a batch append is to be given up, in ms since the Unix epoch. */
export function deadlineMsOf(options: BatchAppendReq.Options): number {
  const deadline = options.getDeadline();
  if (deadline === undefined) return Number.POSITIVE_INFINITY;
  return deadline.getSeconds() * 1000 + deadline.getNanos() / 1e6;
}

/** Reads a `ReadReq`; refuses one that names nothing to read, or no count, with INVALID_ARGUMENT. */
export function readRequestOf(request: ReadRequest): ReadRequestWords {
  const options = request.getOptions();
  const { CountOptionCase } = ReadReq.Options;
  if (
    options?.getCountOptionCase() === undefined ||
    options.getCountOptionCase() === CountOptionCase.COUNT_OPTION_NOT_SET
  ) {
    throw invalidArgument('A read needs a count or has to be a subscription.');
  }
  return {
    ...placeOf(options),
    direction:
      options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS ? 'backwards' : 'forwards',
    count: options.hasSubscription() ? 'subscription' : Number(options.getCount()),
    filter: filterOf(options),
    resolveLinks: options.getResolveLinks(),
    wantsLastRevision: (options.getControlOption()?.getCompatibility() ?? 0) >= 1,
    uuidForm: options.getUuidOption()?.hasStructured() ? 'structured' : 'string',
  };
}

function placeOf(options: ReadRequest.Options): Pick<ReadRequestWords, 'stream' | 'from'> {
  const stream = options.getStream();
  if (stream !== undefined) {
    const from = stream.hasRevision() ? placeNumber(stream.getRevision()) : stream.hasEnd() ? 'end' : 'start';
    return { stream: streamNameOf(stream.getStreamIdentifier()), from };
  }
  const all = options.getAll();
  if (all === undefined) throw invalidArgument('A read needs a stream or $all.');
  if (all.hasPosition())
    return { stream: undefined, from: placeNumber(all.getPosition()?.getCommitPosition()) };
  return { stream: undefined, from: all.hasEnd() ? 'end' : 'start' };
}

/** A position or revision; those beyond what a number holds exactly lie behind every event anyway. */
function placeNumber(text: string | undefined): number {
  return Math.min(Number(text ?? 0), Number.MAX_SAFE_INTEGER - 1);
}

function filterOf(options: ReadRequest.Options): ReadRequestWords['filter'] {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  return {
    on: filter.hasStreamIdentifier() ? 'stream' : 'type',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [],
    window: filter.hasMax() ? filter.getMax() : undefined,
    multiplier: filter.getCheckpointintervalmultiplier(),
  };
}
