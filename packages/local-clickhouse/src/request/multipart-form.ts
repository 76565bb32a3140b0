import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { ClickHouseException, refusal } from '../clickhouse-exception.js';
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

type Form = InstanceType<typeof Busboy>;

interface Parts {
  readonly fields: ReadonlyArray<readonly [string, string]>;
  readonly files: ReadonlyArray<{ name: string; file: string }>;
}

async function readParts(request: IncomingMessage, folder: string): Promise<Parts> {
  const fields: Array<readonly [string, string]> = [];
  const files: Array<{ name: string; file: string }> = [];
  const form = openForm(request);
  const contents: Readable[] = [];
  const written: Array<Promise<void>> = [];
  let fieldBytes = 0;
  form.on('field', (name: string, value: string, _isNameCut: boolean, isValueCut: boolean) => {
    fieldBytes += name.length + value.length;
    if (isValueCut || fieldBytes > maxFieldBytes) form.destroy(tooLong(name));
    else fields.push([name, value]);
  });
  form.on('file', (name: string, content: Readable) => {
    const file = join(folder, randomUUID());
    files.push({ name, file });
    contents.push(content);
    const done = pipeline(content, createWriteStream(file));
    done.catch((fault: Error) => form.destroy(fault));
    written.push(done);
  });
  try {
    await readThrough(request, form);
    await Promise.all(written);
    return { fields, files };
  } catch (thrown) {
    // A file whose end has not come would be waited for for ever.
    for (const content of contents) content.destroy();
    await Promise.allSettled(written);
    await Promise.all(files.map(({ file }) => rm(file, { force: true })));
    throw thrown;
  }
}

/** Fields are kept in memory, all of them. */
const maxFieldBytes = 8 * maxStatementBytes;

function openForm({ headers }: IncomingMessage): Form {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: { fieldSize: maxStatementBytes },
      isPartAFile: (_field, _type, fileName) => fileName !== undefined,
    });
  } catch (thrown) {
    throw refusal('BAD_ARGUMENTS', `The form can't be read: ${(thrown as Error).message}.`);
  }
}

/** Rejects for a form that is broken, or that its client breaks off. The rest of a broken one is read and dropped. */
async function readThrough(request: IncomingMessage, form: Form): Promise<void> {
  const gone = () => {
    if (!request.complete) form.destroy(new Error('the client broke off'));
  };
  request.once('close', gone);
  try {
    await new Promise<void>((resolve, reject) => {
      // It may tell a second fault, of a part, after the first.
      form.once('finish', resolve).on('error', (fault: Error) => reject(asRefusal(fault)));
      request.pipe(form);
    });
  } finally {
    request.off('close', gone);
    request.unpipe(form);
    request.resume();
  }
}

const asRefusal = (fault: Error): Error =>
  fault instanceof ClickHouseException || 'code' in fault
    ? fault
    : refusal('BAD_ARGUMENTS', `The form can't be read: ${fault.message}.`);

const tooLong = (field: string) =>
  refusal(
    'BAD_ARGUMENTS',
    `The form's field ${field} is too long: one has at most ${maxStatementBytes} bytes, and all together ${maxFieldBytes}.`,
  );
