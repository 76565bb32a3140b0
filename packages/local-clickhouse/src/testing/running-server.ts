import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type LocalClickHouse, type LocalClickHouseOptions, startLocalClickHouse } from '../index.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface SentRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A server in this process, on a folder of its own. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** A POST, unless another method is named; its answer as it came over the wire, which fetch would unpack. */
  send(parameters: Readonly<Record<string, string>>, sent?: SentRequest): Promise<Answer>;
  /** The text of an answer. Throws one that is not 200. */
  query(sql: string, parameters?: Readonly<Record<string, string>>): Promise<string>;
  /** What comes back for these bytes until the server closes, or has sent what matches. */
  raw(bytes: string, until?: RegExp): Promise<string>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startRunningServer(
  options: Omit<LocalClickHouseOptions, 'dataDir'> = {},
): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-clickhouse-'));
  const start = () => startLocalClickHouse({ ...options, dataDir });
  let server: LocalClickHouse = await start();
  const urlOf = () => `http://127.0.0.1:${server.port}`;
  const send: RunningServer['send'] = (parameters, { method = 'POST', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const target = `${urlOf()}/?${new URLSearchParams(parameters)}`;
      const sent = request(target, { method, headers: { ...headers } }, (response) => {
        const answered = (bytes: Buffer) =>
          resolve({
            status: response.statusCode!,
            headers: response.headers as Record<string, string>,
            bytes,
            text: bytes.toString(),
          });
        buffer(response).then(answered, reject);
      });
      sent.once('error', reject).end(body);
    });
  return {
    get url() {
      return urlOf();
    },
    get port() {
      return server.port;
    },
    dataDir,
    send,
    async query(sql, parameters = {}) {
      const { status, text } = await send(parameters, { body: sql });
      if (status !== 200) throw new Error(text);
      return text;
    },
    raw: (bytes, until) => rawAnswer(server.port, bytes, until),
    async restart() {
      await server.close();
      server = await start();
    },
    async close() {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function rawAnswer(port: number, bytes: string, until?: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
      if (until?.test(answer)) socket.destroy();
    });
    socket.once('error', reject).once('close', () => resolve(answer));
    socket.write(bytes);
  });
}
