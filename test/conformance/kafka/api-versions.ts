import { once } from 'node:events';
import { connect } from 'node:net';

export interface ApiVersionsAnswer {
  correlationId: number;
  errorCode: number;
  /** Lowest and highest version by API key. */
  apis: Map<number, { min: number; max: number }>;
}

/** Asks as a client does that knows nothing yet, byte by byte (kafka.apache.org/protocol, 'ApiVersions'). Reads an answer of version 0. */
export async function askApiVersions(port: number, version: number): Promise<ApiVersionsAnswer> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const header = Buffer.alloc(4 + 2 + 2 + 4 + 2);
  header.writeInt32BE(header.length - 4, 0);
  header.writeInt16BE(18, 4);
  header.writeInt16BE(version, 6);
  header.writeInt32BE(4_711, 8);
  header.writeInt16BE(-1, 12);
  socket.write(header);
  let answer = Buffer.alloc(0);
  while (answer.length < 4 || answer.length < 4 + answer.readInt32BE(0)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    answer = Buffer.concat([answer, chunk]);
  }
  socket.destroy();
  const count = answer.readInt32BE(10);
  const apis = Array.from({ length: count }, (_, index) => {
    const at = 14 + index * 6;
    const range = { min: answer.readInt16BE(at + 2), max: answer.readInt16BE(at + 4) };
    return [answer.readInt16BE(at), range] as const;
  });
  return { correlationId: answer.readInt32BE(4), errorCode: answer.readInt16BE(8), apis: new Map(apis) };
}
