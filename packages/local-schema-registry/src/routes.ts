import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { compatibilityLevels } from './compatibility.js';
import type { Registry } from './registry.js';
import { registryErrors } from './registry-error.js';

const subjectParams = z.object({ subject: z.string() });
const versionParams = subjectParams.extend({ version: z.string() });
const idParams = z.object({ id: z.string() });
const flags = z.object({
  deleted: z.stringbool().default(false),
  permanent: z.stringbool().default(false),
  verbose: z.stringbool().default(false),
  defaultToGlobal: z.stringbool().default(false),
});
const schemaBody = z.object({
  schema: z.string(),
  schemaType: z.literal('AVRO').nullish(),
  references: z.array(z.unknown()).max(0, 'references are not supported here').nullish(),
});
const levelBody = z.object({ compatibility: z.string().toUpperCase().pipe(z.enum(compatibilityLevels)) });

const subjectOf = (request: FastifyRequest) => subjectParams.parse(request.params).subject;
const flagsOf = (request: FastifyRequest) => flags.parse(request.query);

function versionOf(request: FastifyRequest): number {
  const { version } = versionParams.parse(request.params);
  if (version === 'latest' || version === '-1') return -1;
  if (/^[1-9]\d{0,9}$/.test(version) && Number(version) < 2 ** 31) return Number(version);
  throw registryErrors.invalidVersion(version);
}

function schemaOf(request: FastifyRequest): string {
  const body = schemaBody.safeParse(request.body);
  if (!body.success) throw registryErrors.invalidSchema(z.prettifyError(body.error).replaceAll('\n', ' '));
  return body.data.schema;
}

function levelIn(request: FastifyRequest) {
  const body = levelBody.safeParse(request.body);
  if (!body.success) throw registryErrors.invalidCompatibility();
  return body.data.compatibility;
}

/** Subjects and their versions, by the paths of Confluent's REST API. */
export function subjectRoutes(app: FastifyInstance, registry: Registry): void {
  app.get('/subjects', (request) => registry.subjects(flagsOf(request)));
  app.post('/subjects/:subject', (request) => registry.lookUp(subjectOf(request), schemaOf(request)));
  app.delete('/subjects/:subject', (request) => registry.deleteSubject(subjectOf(request), flagsOf(request)));

  app.get('/subjects/:subject/versions', (request) =>
    registry.versions(subjectOf(request), flagsOf(request)),
  );
  app.post('/subjects/:subject/versions', (request) =>
    registry.register(subjectOf(request), schemaOf(request)),
  );
  const version = (request: FastifyRequest) =>
    registry.version(subjectOf(request), { version: versionOf(request), deleted: flagsOf(request).deleted });
  app.get('/subjects/:subject/versions/:version', (request) => version(request));
  app.get('/subjects/:subject/versions/:version/schema', (request) => JSON.parse(version(request).schema));
  app.delete('/subjects/:subject/versions/:version', (request) =>
    registry.deleteVersion(subjectOf(request), {
      version: versionOf(request),
      permanent: flagsOf(request).permanent,
    }),
  );
}

/** Schemas by their global ids. */
export function schemaRoutes(app: FastifyInstance, registry: Registry): void {
  const byId = (request: FastifyRequest) => {
    const id = Number(idParams.parse(request.params).id);
    return { id, schema: registry.schemaById(id) };
  };
  app.get('/schemas/types', () => ['AVRO']);
  app.get('/schemas/ids/:id', (request) => ({ schema: byId(request).schema }));
  app.get('/schemas/ids/:id/schema', (request) => JSON.parse(byId(request).schema));
  app.get('/schemas/ids/:id/versions', (request) => registry.usesOf(byId(request).id));
  app.get('/schemas/ids/:id/subjects', (request) => [
    ...new Set(registry.usesOf(byId(request).id).map(({ subject }) => subject)),
  ]);
}

/** Compatibility: the levels, and checks that register nothing. */
export function compatibilityRoutes(app: FastifyInstance, registry: Registry): void {
  app.get('/config', () => ({ compatibilityLevel: registry.globalLevel() }));
  app.put('/config', async (request) => {
    const compatibility = levelIn(request);
    await registry.setLevel(compatibility);
    return { compatibility };
  });
  app.get('/config/:subject', (request) => {
    const subject = subjectOf(request);
    const { defaultToGlobal } = flagsOf(request);
    return { compatibilityLevel: defaultToGlobal ? registry.levelOf(subject) : registry.ownLevelOf(subject) };
  });
  app.put('/config/:subject', async (request) => {
    const compatibility = levelIn(request);
    await registry.setLevel(compatibility, subjectOf(request));
    return { compatibility };
  });
  app.delete('/config/:subject', async (request) => {
    const subject = subjectOf(request);
    const compatibilityLevel = registry.ownLevelOf(subject);
    await registry.clearLevel(subject);
    return { compatibilityLevel };
  });

  const verdict = (request: FastifyRequest, reasons: string[]) => ({
    is_compatible: reasons.length === 0,
    ...(flagsOf(request).verbose ? { messages: reasons } : {}),
  });
  app.post('/compatibility/subjects/:subject/versions', (request) =>
    verdict(request, registry.check(subjectOf(request), schemaOf(request))),
  );
  app.post('/compatibility/subjects/:subject/versions/:version', (request) =>
    verdict(request, registry.check(subjectOf(request), schemaOf(request), versionOf(request))),
  );
}
