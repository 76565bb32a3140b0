import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newStream, noted, type RunningStore, runStore } from '../testing/running-store.js';

let running: RunningStore;
beforeAll(async () => {
  running = await runStore();
});
afterAll(() => running.stop());

const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${running.port}${path}`, { method });

test('gossip over HTTP names the one node, which leads', async () => {
  const response = await ask('/gossip');
  expect(await response.json()).toMatchObject({
    members: [
      { state: 'Leader', isAlive: true, httpEndPointIp: '127.0.0.1', httpEndPointPort: running.port },
    ],
  });
});

test('gossip over HTTP holds every field that strictly typed clients insist on', async () => {
  const id = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const here = '127.0.0.1';
  const { position } = await running.client.appendToStream(newStream(), noted(1));
  const at = Number(position?.commit);
  expect(await (await ask('/gossip')).json()).toMatchObject({
    members: [
      {
        ...{ instanceId: id, timeStamp: expect.any(String), isReadOnlyReplica: false, nodePriority: 0 },
        ...{ internalTcpIp: here, internalTcpPort: 0, internalSecureTcpPort: 0 },
        ...{ externalTcpIp: here, externalTcpPort: 0, externalSecureTcpPort: 0 },
        ...{ internalHttpEndPointIp: here, internalHttpEndPointPort: running.port },
        ...{ lastCommitPosition: at, writerCheckpoint: at, chaserCheckpoint: at },
        ...{ epochPosition: 0, epochNumber: 0, epochId: id },
      },
    ],
  });
});

test('info over HTTP names the version whose protocol is spoken', async () => {
  expect(await (await ask('/info')).json()).toMatchObject({ esVersion: '23.10.0', state: 'leader' });
});

test.each([
  ['/subscriptions', 'GET', 501, /use a catch-up subscription/],
  ['/projections/all', 'POST', 501, /follow \$all with a filter/],
  ['/anything', 'POST', 404, /^Not Found$/],
  ['/anything', 'GET', 404, /^Not Found$/],
])('%s by %s is refused with %d and a text that clients show', async (path, method, code, text) => {
  const response = await ask(path, method);
  expect(response.status).toBe(code);
  expect(response.statusText).toMatch(text);
});
