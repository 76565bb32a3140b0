/** Sends back what it receives: what loopback alone allows. It runs as its own process, as the servers do. */
import { type AddressInfo, createServer } from 'node:net';

const server = createServer((socket) => {
  socket.setNoDelay(true).pipe(socket);
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
);
process.on('disconnect', () => process.exit());
