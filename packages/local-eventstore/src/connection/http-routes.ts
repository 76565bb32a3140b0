import { createServer, type Server } from 'node:http';
import { refusals } from '../rules/refusals.js';

/** The little of EventStoreDB's HTTP interface that clients and probes ask for; the rest is refused. */
export function createHttpRoutes(): Server {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const json = (statusCode: number, body: object): void => {
      response.writeHead(statusCode, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(body));
    };
    const refuse = (statusCode: number, message: string): void => json(statusCode, { message });
    if (path.startsWith('/subscriptions')) refuse(501, refusals.persistentSubscriptions);
    else if (path.startsWith('/projection')) refuse(501, refusals.projections);
    else if (request.method !== 'GET') refuse(404, 'Not Found');
    else if (path === '/ping') json(200, { msgTypeId: 4, text: 'Ping request successfully handled' });
    else if (path === '/health/live') response.writeHead(204, { connection: 'close' }).end();
    else refuse(404, 'Not Found');
  });
  // A client that sends its request drop by drop, or never reads the answer, is let go.
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.timeout = 20_000;
  return server;
}
