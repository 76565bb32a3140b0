import { refusal } from '../clickhouse-exception.js';
import { isKeyword, type SqlToken } from './sql-tokens.js';

/** Throws where these neighbours name a file: in the engine that is one of this machine, as it would not be over HTTP. */
export function refuseFiles(previous: SqlToken, token: SqlToken): void {
  if (token.kind !== 'word') return;
  if (isKeyword(previous, 'INTO') && isKeyword(token, 'OUTFILE')) {
    throw refusal('INTO_OUTFILE_NOT_ALLOWED', 'INTO OUTFILE is not allowed over HTTP.');
  }
  if (isKeyword(previous, 'FROM') && isKeyword(token, 'INFILE')) {
    throw refusal(
      'UNKNOWN_TYPE_OF_QUERY',
      'FROM INFILE is for clickhouse-client only; send the data as the body.',
    );
  }
}
