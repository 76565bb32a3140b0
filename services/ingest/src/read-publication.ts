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

/** A touchpoint of the body, and where in the body it stands. */
interface Part {
  input: TouchpointInput;
  path: (string | number)[];
}

/** Reads the body of POST /v1/touchpoints: one touchpoint, several, or CloudEvents in any of their three modes. Throws a Problem. */
export function readPublication(body: Buffer, headers: Headers, group: HotelGroup): TouchpointInput[] {
  const parts = partsOf(body, headers);
  const known = new Set(group.properties.map(({ propertyId }) => propertyId));
  const fields = parts
    .filter(({ input }) => !known.has(input.propertyId))
    .map(({ input, path }) => ({
      field: fieldPath([...path, 'propertyId']),
      detail: `no property ${input.propertyId}`,
    }));
  if (fields.length > 0) throw invalid(fields);
  return parts.map(({ input }) => input);
}

function partsOf(body: Buffer, headers: Headers): Part[] {
  const mediaType = String(headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  if (mediaType === 'application/cloudevents+json')
    return [{ input: inputOfCloudEvent(checked(cloudEvent, json(body))), path: ['data'] }];
  if (mediaType === 'application/cloudevents-batch+json') {
    const events = checked(cloudEventBatch, json(body));
    return events.map((event, index) => ({ input: inputOfCloudEvent(event), path: [index, 'data'] }));
  }
  if (mediaType !== 'application/json') {
    throw new Problem(
      415,
      'unsupported-media-type',
      `send application/json or CloudEvents, not ${mediaType || 'a body without a type'}`,
    );
  }
  const value = json(body);
  if (headers['ce-specversion'] !== undefined) {
    const event = checked(cloudEvent, { ...contextAttributes(headers), data: value });
    return [{ input: inputOfCloudEvent(event), path: ['data'] }];
  }
  if (!Array.isArray(value)) return [{ input: checked(touchpointInput, value), path: [] }];
  return checked(touchpointBatch, value).map((input, index) => ({ input, path: [index] }));
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
