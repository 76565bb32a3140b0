import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startServerProcess } from '@bellhop/local-process';

/** Sends so many packets of so many bytes to another process, which sends them back; returns packets a second. */
export async function echo(packets: number, bytes: number): Promise<number> {
  const main = fileURLToPath(new URL('./echo-server.js', import.meta.url));
  const server = await startServerProcess({ main, dataDir: tmpdir() });
  const socket = connect(server.port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  let left = packets * bytes;
  const received = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      left -= chunk.length;
      if (left === 0) resolve();
    });
  });
  const packet = Buffer.alloc(bytes, 7);
  const startedAt = performance.now();
  for (let sent = 0; sent < packets; sent += 1) if (!socket.write(packet)) await once(socket, 'drain');
  await received;
  const seconds = (performance.now() - startedAt) / 1_000;
  socket.destroy();
  await server.end('SIGTERM');
  return packets / seconds;
}
