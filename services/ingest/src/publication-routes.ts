import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppDependencies } from './app-dependencies.js';
import { Problem } from './problem.js';
import { readPublication } from './read-publication.js';
import {
  cloudEvent,
  cloudEventBatch,
  touchpointBatch,
  touchpointInput,
  touchpointOf,
} from './touchpoint-input.js';

const content = (schema: z.ZodType) => ({
  schema: z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0' }),
});

const documentation = {
  summary: 'Publishes touchpoints: one, up to 1000, or CloudEvents (structured, binary, batch)',
  body: {
    content: {
      'application/json': content(z.union([touchpointInput, touchpointBatch])),
      'application/cloudevents+json': content(cloudEvent),
      'application/cloudevents-batch+json': content(cloudEventBatch),
    },
  },
  response: {
    202: content(z.object({ accepted: z.array(z.object({ id: z.string(), touchpointId: z.string() })) }))
      .schema,
  },
};

/** POST /v1/touchpoints: our own contract, checked at once. All of a batch is accepted, or none. */
export async function publicationRoutes(
  app: FastifyInstance,
  { group, outbox, publisherToken, now }: AppDependencies,
): Promise<void> {
  const expected = publisherToken === undefined ? undefined : digest(`Bearer ${publisherToken}`);
  // The schema is for the documentation; the body is bytes, and readPublication checks it with the same zod types.
  const route = { schema: documentation, validatorCompiler: () => () => true };
  app.post('/v1/touchpoints', route, async (request, reply) => {
    if (expected && !timingSafeEqual(expected, digest(request.headers.authorization ?? ''))) {
      throw new Problem(401, 'bad-signature', 'send Authorization: Bearer with the publisher token');
    }
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const receivedAt = now();
    const touchpoints = readPublication(body, request.headers, group).map((input) =>
      touchpointOf(input, group, receivedAt),
    );
    await outbox.publish(touchpoints);
    return reply.code(202).send({
      accepted: touchpoints.map(({ vendorEventId, touchpointId }) => ({ id: vendorEventId, touchpointId })),
    });
  });
}

const digest = (text: string) => createHash('sha256').update(text).digest();
