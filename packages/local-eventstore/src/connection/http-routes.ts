import { createServer, type Server } from 'node:http';
import { refusals } from '../rules/refusals.js';
import { protocolVersion, type ThisNode } from './this-node.js';

/** The little of EventStoreDB's HTTP interface that clients and probes ask for; the rest is refused. */
export function createHttpRoutes(node: ThisNode): Server {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const json = (statusCode: number, body: object): void => {
      response.writeHead(statusCode, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(body));
    };
    const refuse = (statusCode: number, message: string): void => {
      // The clients read no body of a refusal, and show the text behind the status.
      response.statusMessage = message;
      json(statusCode, { message });
    };
    if (path.startsWith('/subscriptions')) refuse(501, refusals.persistentSubscriptions);
    else if (path.startsWith('/projection')) refuse(501, refusals.projections);
    else if (request.method !== 'GET') refuse(404, 'Not Found');
    else if (path === '/ping') json(200, { msgTypeId: 4, text: 'Ping request successfully handled' });
    else if (path === '/health/live') response.writeHead(204, { connection: 'close' }).end();
    else if (path === '/gossip') json(200, gossipOf(node));
    else if (path === '/info') json(200, { esVersion: protocolVersion, state: 'leader' });
    else refuse(404, 'Not Found');
  });
  // A client that sends its request drop by drop, or never reads the answer, is let go.
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.timeout = 20_000;
  return server;
}

/**
 * `Gossip/Read` as the HTTP interface words it. Clients with strict types take it only with every field of
 * EventStoreDB's own, so those of TCP, which is not spoken here, are there with port 0.
 */
function gossipOf({ instanceId, epochId, address, lastPosition }: ThisNode): object {
  const { host, port } = address();
  const position = lastPosition();
  const member = {
    instanceId,
    timeStamp: new Date().toISOString(),
    state: 'Leader',
    isAlive: true,
    internalTcpIp: host,
    internalTcpPort: 0,
    internalSecureTcpPort: 0,
    externalTcpIp: host,
    externalTcpPort: 0,
    externalSecureTcpPort: 0,
    internalHttpEndPointIp: host,
    internalHttpEndPointPort: port,
    httpEndPointIp: host,
    httpEndPointPort: port,
    lastCommitPosition: position,
    writerCheckpoint: position,
    chaserCheckpoint: position,
    epochPosition: 0,
    epochNumber: 0,
    epochId,
    nodePriority: 0,
    isReadOnlyReplica: false,
  };
  return { members: [member], serverIp: host, serverPort: port };
}
