import { refusal } from '../clickhouse-exception.js';
import { quoteString } from '../sql/sql-literal.js';

/** The parameters that are the interface's own; every other one is a setting (src/Server/HTTPHandler.cpp). */
const ownParameters = new Set([
  'query',
  'user',
  'password',
  'quota_key',
  'database',
  'default_format',
  'query_id',
  'session_id',
  'session_timeout',
  'session_check',
  'stacktrace',
  'compress',
  'decompress',
  'role',
  'close_session',
  'client_protocol_version',
  'enable_http_compression',
  'http_zlib_compression_level',
  'wait_end_of_query',
  'buffer_size',
  'http_response_buffer_size',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'http_native_compression_disable_checksumming_on_decompress',
  'http_write_exception_in_output_format',
]);

/** What a request asks for beside its SQL. */
export interface RequestParameters {
  /** One name-value pair per setting; a repeated one counts as its last. */
  readonly settings: ReadonlyMap<string, string>;
  /** Query parameters without their `param_`, as escaped text. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Throws UNKNOWN_SETTING for what can't be a setting's name, so that nothing else reaches the text of a SET. */
export function splitParameters(entries: Iterable<readonly [string, string]>): RequestParameters {
  const settings = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of entries) {
    const isParameter = name.startsWith('param_');
    if (!isParameter && ownParameters.has(name)) continue;
    if (!/^[A-Za-z_][\w.]*$/.test(name)) throw refusal('UNKNOWN_SETTING', `Unknown setting '${name}'.`);
    if (isParameter) parameters.set(name.slice('param_'.length), value);
    else settings.set(name, value);
  }
  return { settings, parameters };
}

/** One SET for all of them, or nothing. */
export function setStatement(values: ReadonlyMap<string, string>, prefix = ''): string | undefined {
  if (values.size === 0) return undefined;
  return `SET ${[...values].map(([name, value]) => `${prefix}${name} = ${quoteString(value)}`).join(', ')}`;
}

export const isOn = (parameters: URLSearchParams, name: string): boolean =>
  ['1', 'true'].includes(parameters.get(name) ?? '');

/** Of a setting that is on where nobody says otherwise. */
export const isOff = (parameters: URLSearchParams, name: string): boolean =>
  ['0', 'false'].includes(parameters.get(name) ?? '');
