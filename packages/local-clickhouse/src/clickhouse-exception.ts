/**
 * An error in ClickHouse's own terms: what a server answers as `Code: <code>. DB::Exception: <message> (<name>)`.
 * The text of an error from the engine is kept as it is; the front's own refusals are built with `refusal`.
 */
export class ClickHouseException extends Error {
  readonly code: number;

  constructor(code: number, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'ClickHouseException';
    this.code = code;
  }
}

/** The codes that the front itself raises, by ClickHouse's names (src/Common/ErrorCodes.cpp). */
const errorCodes = {
  BAD_ARGUMENTS: 36,
  TOO_LARGE_SIZE_COMPRESSED: 39,
  CHECKSUM_DOESNT_MATCH: 40,
  NOT_IMPLEMENTED: 48,
  SYNTAX_ERROR: 62,
  UNKNOWN_FORMAT: 73,
  UNKNOWN_TYPE_OF_QUERY: 78,
  UNKNOWN_COMPRESSION_METHOD: 89,
  UNKNOWN_SETTING: 115,
  READONLY: 164,
  UNKNOWN_USER: 192,
  TOO_MANY_SIMULTANEOUS_QUERIES: 202,
  SOCKET_TIMEOUT: 209,
  QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING: 216,
  NOT_ENOUGH_SPACE: 243,
  CORRUPTED_DATA: 246,
  CANNOT_DECOMPRESS: 271,
  UNKNOWN_FORMAT_VERSION: 287,
  INTO_OUTFILE_NOT_ALLOWED: 358,
  SESSION_NOT_FOUND: 372,
  SESSION_IS_LOCKED: 373,
  INVALID_SESSION_TIMEOUT: 374,
  QUERY_WAS_CANCELLED: 394,
  SETTING_CONSTRAINT_VIOLATION: 452,
  ACCESS_ENTITY_ALREADY_EXISTS: 493,
  ACCESS_DENIED: 497,
  UNKNOWN_ROLE: 511,
  SET_NON_GRANTED_ROLE: 512,
  AUTHENTICATION_FAILED: 516,
  UNKNOWN_EXCEPTION: 1002,
} as const;

export function refusal(name: keyof typeof errorCodes, message: string): ClickHouseException {
  const code = errorCodes[name];
  return new ClickHouseException(code, `Code: ${code}. DB::Exception: ${message} (${name})`);
}

/** Whatever was thrown, as a ClickHouse exception; the engine's code is read from the text that it always starts with. */
export function toClickHouseException(thrown: unknown): ClickHouseException {
  if (thrown instanceof ClickHouseException) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const fromEngine = /Code: (\d+)\. DB::Exception/.exec(text);
  if (fromEngine) return new ClickHouseException(Number(fromEngine[1]), text, { cause: thrown });
  const isFull = (thrown as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC';
  const exception = refusal(isFull ? 'NOT_ENOUGH_SPACE' : 'UNKNOWN_EXCEPTION', text);
  exception.cause = thrown;
  return exception;
}

export function rethrow(thrown: unknown): never {
  throw toClickHouseException(thrown);
}

const statusByCodes: ReadonlyArray<readonly [number, readonly number[]]> = [
  [401, [194]],
  [403, [192, 193, 497, 512, 516]],
  [
    400,
    [6, 8, 10, 15, 25, 26, 27, 36, 38, 41, 44, 53, 62, 72, 117, 167, 168, 223, 246, 321, 376, 427, 675, 676],
  ],
  [404, [46, 47, 50, 60, 63, 73, 78, 81, 115, 56, 325, 336, 511]],
  [408, [159]],
  [413, [66]],
  [501, [48]],
  [503, [76, 209, 439]],
];

const statusByCode = new Map(
  statusByCodes.flatMap(([status, codes]) => codes.map((code) => [code, status] as const)),
);

/** The HTTP status that a server answers an error code with (src/Server/HTTP/exceptionCodeToHTTPStatus.cpp). */
export function httpStatusOf(code: number): number {
  return statusByCode.get(code) ?? 500;
}
