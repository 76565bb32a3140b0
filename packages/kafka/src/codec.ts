import { schemaVersions } from '@bellhop/contracts';
import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';

/** A value in the Confluent wire format: a zero byte, the schema's id in four bytes, Avro. */
export interface Codec<T> {
  encode(value: T): Promise<Buffer>;
  /** Reads what any version of the schema wrote. Throws UndecodableMessage. */
  decode(bytes: Buffer): Promise<T>;
}

/** Bytes that are not in the Confluent Avro format, of a schema that is not registered, or of another contract. */
export class UndecodableMessage extends Error {
  override name = 'UndecodableMessage';
  readonly code = 'undecodable-message';
  readonly retryable = false;
}

type Subject = keyof typeof schemaVersions;

/** Registers every version of a contract under `<topic>-value`, oldest first, and returns the codec of the newest. */
export async function createCodec<T>({
  registryUrl,
  subject,
  topic,
  retries = 8,
}: {
  registryUrl: string;
  subject: Subject;
  topic: string;
  retries?: number;
}): Promise<Codec<T>> {
  const registry = new SchemaRegistry({
    host: registryUrl,
    retry: { initialRetryTimeInSecs: 0.2, maxRetryTimeInSecs: 2, retries },
  });
  let id = 0;
  for (const version of schemaVersions[subject]) {
    const schema = { type: SchemaType.AVRO as const, schema: JSON.stringify(version) };
    ({ id } = await registry.register(schema, {
      subject: `${topic}-value`,
      compatibility: COMPATIBILITY.BACKWARD_TRANSITIVE,
    }));
  }
  const newest = schemaVersions[subject].at(-1) as object;
  const readerOptions = { [SchemaType.AVRO]: { readerSchema: newest } } as Parameters<
    SchemaRegistry['decode']
  >[1];
  return {
    encode: (value) => registry.encode(id, value),
    decode: async (bytes) => {
      const isConfluent = bytes.length >= 5 && bytes[0] === 0;
      if (!isConfluent)
        throw new UndecodableMessage('the value does not begin with a zero byte and a schema id');
      try {
        return (await registry.decode(bytes, bytes.readInt32BE(1) === id ? undefined : readerOptions)) as T;
      } catch (cause) {
        if (isUnreachable(cause)) throw cause;
        throw new UndecodableMessage(`schema ${bytes.readInt32BE(1)}: ${(cause as Error).message}`, {
          cause,
        });
      }
    },
  };
}

/** A registry that can't be reached is no fault of the message. */
function isUnreachable(error: unknown): boolean {
  const { name, status } = error as { name?: string; status?: number };
  return name === 'ResponseError' && status !== 404;
}
