import type { HotelGroup } from '@bellhop/contracts';
import type { z } from 'zod';
import { Problem } from './problem.js';
import {
  cloudEvent,
  cloudEventBatch,
  inputOfCloudEvent,
  type TouchpointInput,
  touchpointBatch,
  touchpointInput,
} from './touchpoint-input.js';

type Headers = Record<string, string | string[] | undefined>;

/** Reads the body of POST /v1/touchpoints: one touchpoint, several, or CloudEvents in any of their three modes. Throws a Problem. */
export function readPublication(body: Buffer, headers: Headers, group: HotelGroup): TouchpointInput[] {
  const inputs = parsePublication(body, headers);
  const known = new Set(group.properties.map(({ propertyId }) => propertyId));
  const fields = inputs.flatMap(({ propertyId }, index) =>
    known.has(propertyId)
      ? []
      : [
          {
            field: fieldPath(inputs.length > 1 ? [index, 'propertyId'] : ['propertyId']),
            detail: `no property ${propertyId}`,
          },
        ],
  );
  if (fields.length > 0) throw invalid(fields);
  return inputs;
}

function parsePublication(body: Buffer, headers: Headers): TouchpointInput[] {
  const mediaType = String(headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  if (mediaType === 'application/cloudevents+json')
    return [inputOfCloudEvent(checked(cloudEvent, json(body)))];
  if (mediaType === 'application/cloudevents-batch+json')
    return checked(cloudEventBatch, json(body)).map(inputOfCloudEvent);
  if (mediaType !== 'application/json') {
    throw new Problem(
      415,
      'unsupported-media-type',
      `send application/json or CloudEvents, not ${mediaType || 'a body without a type'}`,
    );
  }
  if (headers['ce-specversion'] !== undefined)
    return [inputOfCloudEvent(checked(cloudEvent, { ...contextAttributes(headers), data: json(body) }))];
  const value = json(body);
  return Array.isArray(value) ? checked(touchpointBatch, value) : [checked(touchpointInput, value)];
}

/** Binary mode: the context attributes are headers with the prefix `ce-`, percent-encoded. */
function contextAttributes(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith('ce-'))
      .map(([name, value]) => [name.slice('ce-'.length), decoded(String(value))]),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Problem(422, 'invalid-touchpoint', `the body is not JSON: ${(error as Error).message}`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message }) => ({ field: fieldPath(path), detail: message })),
  );
}

const fieldPath = (path: readonly PropertyKey[]) => path.map(String).join('.') || '(the whole body)';

const invalid = (fields: { field: string; detail: string }[]) =>
  new Problem(422, 'invalid-touchpoint', `${fields[0]?.field}: ${fields[0]?.detail}`, fields.slice(0, 50));
