import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { refusal } from './clickhouse-exception.js';
import { maxStatementBytes } from './request-body.js';

/** A table that a query brings along, which it sees as a temporary one. */
export interface ExternalTable {
  readonly name: string;
  readonly file: string;
  readonly format: string;
  /** As in `a UInt8, b String`. */
  readonly structure: string;
}

export interface MultipartForm {
  /** Fields, which count like URL parameters. */
  readonly fields: ReadonlyArray<readonly [string, string]>;
  readonly tables: readonly ExternalTable[];
  /** Removes the tables' files. */
  discard(): Promise<void>;
}

export const isMultipart = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data/i.test(headers['content-type'] ?? '');

/**
 * Reads a form: its fields, and external data as its files, described by the parameters `<name>_structure` or
 * `<name>_types` and `<name>_format`, TabSeparated by default (ExternalTable.cpp). What the client breaks off is thrown.
 */
export async function readMultipart(
  request: IncomingMessage,
  options: { folder: string; parameters: URLSearchParams },
): Promise<MultipartForm> {
  const parts = await readParts(request, options.folder);
  const discard = async () => {
    await Promise.all(parts.files.map(({ file }) => rm(file, { force: true })));
  };
  try {
    const described = new Map([...options.parameters, ...parts.fields]);
    const tables = parts.files.map(({ name, file }) => externalTable(name, file, described));
    const own = new Set(tables.flatMap(({ name }) => descriptions.map((suffix) => `${name}_${suffix}`)));
    for (const name of own) options.parameters.delete(name);
    return { fields: parts.fields.filter(([name]) => !own.has(name)), tables, discard };
  } catch (thrown) {
    await discard();
    throw thrown;
  }
}

const descriptions = ['structure', 'types', 'format'];

function externalTable(name: string, file: string, described: ReadonlyMap<string, string>): ExternalTable {
  const types = described.get(`${name}_types`);
  const structure = described.get(`${name}_structure`) ?? (types && unnamedColumns(types));
  if (!structure) {
    throw refusal(
      'BAD_ARGUMENTS',
      `Neither structure nor types have not been provided for external table ${name}. Use fields ${name}_structure or ${name}_types to do so.`,
    );
  }
  return { name, file, structure, format: described.get(`${name}_format`) ?? 'TabSeparated' };
}

/** `UInt8, Tuple(Int8, String)` as `_1 UInt8, _2 Tuple(Int8, String)`. */
function unnamedColumns(types: string): string {
  return types
    .split(/,(?![^(]*\))/)
    .map((type, index) => `_${index + 1} ${type.trim()}`)
    .join(', ');
}

interface Parts {
  readonly fields: Array<readonly [string, string]>;
  readonly files: Array<{ name: string; file: string }>;
}

async function readParts(request: IncomingMessage, folder: string): Promise<Parts> {
  const parts: Parts = { fields: [], files: [] };
  const written: Array<Promise<void>> = [];
  const form = new Busboy({
    headers: request.headers as BusboyHeaders,
    limits: { fieldSize: maxStatementBytes },
    isPartAFile: (_field, _type, fileName) => fileName !== undefined,
  });
  let tooLong: string | undefined;
  form.on('field', (name: string, value: string, _isNameCut: boolean, isValueCut: boolean) => {
    if (isValueCut) tooLong = name;
    parts.fields.push([name, value]);
  });
  form.on('file', (name: string, content: Readable) => {
    const file = join(folder, randomUUID());
    parts.files.push({ name, file });
    const done = pipeline(content, createWriteStream(file));
    done.catch((fault: Error) => form.destroy(fault));
    written.push(done);
  });
  try {
    await pipeline(request, form);
    await Promise.all(written);
    if (tooLong) {
      throw refusal('BAD_ARGUMENTS', `The form's field ${tooLong} has more than ${maxStatementBytes} bytes.`);
    }
    return parts;
  } catch (thrown) {
    await Promise.allSettled(written);
    await Promise.all(parts.files.map(({ file }) => rm(file, { force: true })));
    throw thrown;
  }
}
