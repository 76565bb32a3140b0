import { refusal } from '../clickhouse-exception.js';
import { textOfBytes } from '../sql/sql-literal.js';
import { parseStatement, type Statement } from '../sql/statement.js';
import { maxStatementBytes, type RequestBody } from './request-body.js';

/** A request's statement, and where an INSERT's data is. */
export interface LocatedStatement {
  readonly statement: Statement;
  /** As the client wrote it, without an INSERT's data. */
  readonly text: string;
  /** Data of the URL's query, put before the body's from the byte `from`. */
  readonly data: { readonly from: number; readonly before: string };
}

/** The statement is the URL's query and then the body, as one text; an INSERT's data may start in either. */
export function locateStatement(urlQuery: string, body: RequestBody): LocatedStatement {
  const before = urlQuery === '' ? '' : `${urlQuery}\n`;
  // latin1 keeps one character per byte, so that a place in the text is a place in the bytes.
  const text = Buffer.from(before).toString('latin1') + body.head.toString('latin1');
  const statement = parseStatement(text);
  if (statement.kind !== 'insertData') {
    if (!body.isWhole) {
      throw refusal(
        'SYNTAX_ERROR',
        `Max query size exceeded: a statement has at most ${maxStatementBytes} bytes.`,
      );
    }
    const { sql, unformatted, tail } = statement;
    const decoded = { sql: textOfBytes(sql), unformatted: textOfBytes(unformatted), tail: textOfBytes(tail) };
    return { statement: { ...statement, ...decoded }, text: decoded.sql, data: { from: 0, before: '' } };
  }
  const beforeBytes = Buffer.byteLength(before);
  const { target, settings, dataStart, input } = statement;
  const decodedInput = input && {
    before: textOfBytes(input.before),
    structure: textOfBytes(input.structure),
    after: textOfBytes(input.after),
  };
  return {
    text: textOfBytes(text.slice(0, dataStart)),
    statement: {
      ...statement,
      target: textOfBytes(target),
      settings: textOfBytes(settings),
      input: decodedInput,
    },
    data: {
      from: Math.max(0, dataStart - beforeBytes),
      before: Buffer.from(text.slice(Math.min(dataStart, beforeBytes), beforeBytes), 'latin1').toString(
        'utf8',
      ),
    },
  };
}
