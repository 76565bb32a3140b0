import type { MethodDefinition, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import protobuf from 'google-protobuf';

/** The wire type of what begins with its length. */
const delimited = 2;

/** A message class as `protoc` generates it. */
interface MessageClass {
  new (): unknown;
  deserializeBinaryFromReader(message: unknown, reader: protobuf.BinaryReader): unknown;
}

/**
 * google-protobuf takes lengths on trust, and runs for minutes through memory that isn't there where four bytes claim
 * 4 GiB. This reader checks the length of each message, text and run of bytes against what holds it.
 */
export class BoundedReader extends protobuf.BinaryReader {
  #end: number;

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.#end = bytes.length;
  }

  override readMessage: protobuf.BinaryReader['readMessage'] = (message, read) => {
    const outerEnd = this.#end;
    this.#end = this.#endOfField();
    protobuf.BinaryReader.prototype.readMessage.call(this, message, read);
    this.#end = outerEnd;
  };

  override readString(): string {
    this.#endOfField();
    return super.readString();
  }

  override readBytes(): Uint8Array {
    this.#endOfField();
    return super.readBytes();
  }

  override skipField(): void {
    if (this.getWireType() === delimited) this.#endOfField();
    super.skipField();
  }

  /** Where the field ends whose length comes next. */
  #endOfField(): number {
    const { length, start } = lengthAt(this.getBuffer(), this.getCursor());
    if (start + length > this.#end) throw new Error('A field is longer than the message that holds it.');
    return start + length;
  }
}

/** A varint of at most 32 bits, and where it ends; one that goes on behind that is no length. */
function lengthAt(bytes: Uint8Array, cursor: number): { length: number; start: number } {
  let length = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[cursor + index] ?? 0xff;
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { length, start: cursor + index + 1 };
  }
  return { length: Number.POSITIVE_INFINITY, start: cursor };
}

/** The service, with requests read by a reader that checks their lengths; grpc answers what it throws with INTERNAL. */
export function withBoundedRequests<Service extends ServiceDefinition<UntypedServiceImplementation>>(
  service: Service,
): Service {
  const bounded = Object.entries<MethodDefinition<unknown, unknown>>(service).map(([name, method]) => {
    const { requestType } = method as unknown as { requestType: MessageClass };
    const requestDeserialize = (bytes: Buffer): unknown =>
      requestType.deserializeBinaryFromReader(new requestType(), new BoundedReader(new Uint8Array(bytes)));
    return [name, { ...method, requestDeserialize }];
  });
  return Object.fromEntries(bounded) as Service;
}
