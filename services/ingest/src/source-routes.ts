import type { VendorAccount } from '@bellhop/contracts';
import { type HttpAnswer, type HttpSource, type InboundRequest, isVendor, sources } from '@bellhop/sources';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppDependencies } from './app-dependencies.js';
import { Problem } from './problem.js';

/** For the documentation: an unknown vendor is 404, not an invalid request. */
const documentation = {
  params: {
    type: 'object',
    properties: {
      vendor: { type: 'string', enum: Object.keys(sources) },
      account: { type: 'string', description: 'The account of the hotel group file' },
    },
  },
};

const validatorCompiler = () => () => true;

/** POST and GET /v1/sources/{vendor}/{account}: what vendors call. */
export async function sourceRoutes(
  app: FastifyInstance,
  { group, outbox, publicUrl, now }: AppDependencies,
): Promise<void> {
  const accountOf = (request: FastifyRequest): { source: HttpSource; account: VendorAccount } => {
    const { vendor, account: name } = request.params as { vendor: string; account: string };
    const source = isVendor(vendor) ? sources[vendor] : undefined;
    if (source?.transport !== 'http')
      throw new Problem(404, 'unknown-source', `no source ${vendor} over HTTP`);
    const account = group.accounts.find(
      (candidate) => candidate.vendor === vendor && candidate.account === name,
    );
    if (!account)
      throw new Problem(404, 'unknown-account', `${vendor} has no account ${name} in the hotel group file`);
    return { source, account };
  };

  app.get(
    '/v1/sources/:vendor/:account',
    { schema: { ...documentation, summary: "A vendor's verification of the address" }, validatorCompiler },
    async (request, reply) => {
      const { source, account } = accountOf(request);
      if (!source.handshake)
        throw new Problem(404, 'not-found', `${source.vendor} verifies no address; it only posts`);
      return answer(reply, source.handshake(inboundRequest(request, publicUrl()), account));
    },
  );

  app.post(
    '/v1/sources/:vendor/:account',
    { schema: { ...documentation, summary: "A vendor's webhook" }, validatorCompiler },
    async (request, reply) => {
      const { source, account } = accountOf(request);
      const inbound = inboundRequest(request, publicUrl());
      const verification = source.verify(inbound, account);
      if (!verification.ok) throw new Problem(401, 'bad-signature', verification.detail);
      const receivedAt = now();
      const outcomes = source.normalise(inbound, { group, account, receivedAt });
      // Authentic but not understood is our problem: the vendor hears success, and the bytes are kept.
      await outbox.take(outcomes, {
        account,
        receivedAt,
        origin: `/v1/sources/${account.vendor}/${account.account}`,
        contentType: request.headers['content-type'] ?? null,
        payload: inbound.body,
      });
      return answer(reply, source.acknowledge?.(inbound) ?? source.acknowledgement);
    },
  );
}

const answer = (reply: FastifyReply, { status, contentType, body }: HttpAnswer) =>
  reply.code(status).type(contentType).send(body);

function inboundRequest(request: FastifyRequest, publicUrl: string): InboundRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return {
    method: request.method,
    url: publicUrl.replace(/\/$/, '') + request.url,
    headers: Object.fromEntries(headers),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}
