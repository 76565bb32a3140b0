import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Broker } from './broker.mjs';
import { kafkaJars, kafkaVersion, requireJava } from './distribution.mjs';
import { serverProperties } from './server-properties.mjs';

/** @type {import('./start-kafka.d.mts').startKafka} */
export async function startKafka({ brokers: count, dataDir, ports = [], onStep = () => undefined }) {
  const java = requireJava();
  const jars = await kafkaJars({ onStep });
  const root = resolve(dataDir);
  mkdirSync(root, { recursive: true });
  const nodes = await layOut(count, ports);
  const guard = await startGuard();
  const brokers = nodes.map(({ id }) => {
    const dir = join(root, `broker-${id}`);
    const properties = serverProperties({ nodes, id, dataDir: join(dir, 'data') });
    return new Broker({ id, dir, properties, java, jars, onPid: (pid) => guard.send({ id, pid }) });
  });
  const stop = async () => {
    await stopAll(brokers);
    guard.end();
  };
  try {
    const id = clusterId(root);
    await Promise.all(brokers.map((broker) => broker.format(id)));
    onStep(`${count === 1 ? 'the data folder is' : 'the data folders are'} prepared`);
    await Promise.all(
      brokers.map(async (broker, index) => {
        await broker.start();
        onStep(`broker ${broker.id} of Apache Kafka ${kafkaVersion()} is up on port ${nodes[index].port}`);
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { bootstrap: nodes.map(({ port }) => `127.0.0.1:${port}`), stop, ...singles(brokers) };
}

function singles(brokers) {
  const at = (index) => {
    const broker = brokers[index];
    if (!broker) throw new RangeError(`no broker ${index}: there are ${brokers.length}, counted from 0`);
    return broker;
  };
  return {
    killBroker: async (index) => at(index).kill(),
    restartBroker: async (index) => {
      await at(index).stop();
      await at(index).start();
    },
  };
}

/** The last controllers can't agree on anything once their majority is gone, so they are not given long to try. */
async function stopAll(brokers) {
  const running = brokers.filter(({ isRunning }) => isRunning);
  await Promise.all(running.map((broker) => broker.stop({ deadlineMs: 10_000 })));
}

/** A process that ends the brokers when this one is gone, however it went. */
async function startGuard() {
  const guard = fork(fileURLToPath(new URL('./broker-guard.mjs', import.meta.url)), [], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(guard, 'spawn');
  return {
    send: (message) => guard.connected && guard.send(message),
    end: () => guard.connected && guard.disconnect(),
  };
}

async function layOut(count, ports) {
  if (ports.length > 0 && ports.length !== count)
    throw new RangeError(`${count} broker${count === 1 ? '' : 's'}, but ${ports.length} ports are given`);
  const free = await freePorts(2 * count);
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    port: ports[index] || free[index],
    controllerPort: free[count + index],
  }));
}

/** Ports that nothing listened on a moment ago; a KRaft quorum has to know them all before the first node is up. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

/** Kept in the data folder: a folder is of one cluster only. 16 bytes in base64url, as Kafka writes its ids. */
function clusterId(root) {
  const file = join(root, 'cluster-id');
  if (!existsSync(file)) writeFileSync(file, `A${randomBytes(16).toString('base64url').slice(1)}\n`);
  return readFileSync(file, 'utf8').trim();
}
