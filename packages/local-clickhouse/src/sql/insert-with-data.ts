import { refuseFiles } from './refuse-files.js';
import { isKeyword, type SqlToken, sqlTokens } from './sql-tokens.js';

/** An INSERT whose data follows its text. */
export interface InsertWithData {
  readonly kind: 'insertData';
  /** `INSERT INTO t (a, b)`: what comes before the settings and the format. */
  readonly target: string;
  /** `SETTINGS …` or empty. */
  readonly settings: string;
  readonly format: string;
  /** Where the data starts in the text that was read. */
  readonly dataStart: number;
  /** The call of `input(structure)` through which a SELECT in the target reads the data. */
  readonly input: InputCall | undefined;
}

/** The target before the call, what is between its parentheses, and the target after it. */
export interface InputCall {
  readonly before: string;
  readonly structure: string;
  readonly after: string;
}

/** `WITH … INSERT INTO`, which is no SELECT. A SELECT that is not in parentheses ends the list that WITH opens. */
export function findInsertAfterWith(text: string, keyword: string): SqlToken | undefined {
  if (keyword !== 'WITH') return undefined;
  let depth = 0;
  let previous: SqlToken | undefined;
  for (const token of sqlTokens(text)) {
    if (token.text === '(' || token.text === '{') depth++;
    else if (token.text === ')' || token.text === '}') depth--;
    if (depth > 0) continue;
    if (previous && isKeyword(previous, 'INSERT') && isKeyword(token, 'INTO')) return previous;
    if (isKeyword(token, 'SELECT')) return undefined;
    previous = token;
  }
  return undefined;
}

/** Undefined for an INSERT that brings no data, such as one with a SELECT. */
export function findInsertData(text: string, insert: SqlToken): InsertWithData | undefined {
  let depth = 0;
  let settingsStart: number | undefined;
  let selects = false;
  let previous: PlacedToken = { token: insert, isName: false };
  for (const token of sqlTokens(text)) {
    if (token.start <= insert.start) continue;
    if (token.text === ';') return undefined;
    refuseFiles(previous.token, token);
    const isName = followsNamePlace(previous.token, token);
    if (token.text === '(' || token.text === '{') depth++;
    else if (token.text === ')' || token.text === '}') depth--;
    else if (depth === 0 && !isName) {
      if (isKeyword(token, 'SELECT') || isKeyword(token, 'WITH')) selects = true;
      else if (isKeyword(token, 'SETTINGS')) settingsStart ??= token.start;
      const data = dataClause(previous, token);
      const input = data && selects ? findInput(text.slice(0, settingsStart ?? data.clauseStart)) : undefined;
      if (data && selects && !input) return undefined;
      // Without a SELECT nothing refers to what WITH names, and the engine takes no data behind it.
      const targetStart = selects ? 0 : insert.start;
      if (data) return insertData(text, { ...data, targetStart, settingsStart, clauseEnd: token.end, input });
    }
    previous = { token, isName };
  }
  return undefined;
}

function findInput(target: string): InputCall | undefined {
  const tokens = [...sqlTokens(target)];
  const name = tokens.findIndex(
    (token, index) => isKeyword(token, 'INPUT') && tokens[index + 1]?.text === '(',
  );
  if (name < 0) return undefined;
  const open = tokens[name + 1]!;
  const close = tokens.slice(name).find((token) => token.text === ')');
  if (!close) return undefined;
  return {
    before: target.slice(0, tokens[name]!.start),
    structure: target.slice(open.end, close.start),
    after: target.slice(close.end),
  };
}

interface PlacedToken {
  readonly token: SqlToken;
  /** The token names a table or a database, whatever word it is. */
  readonly isName: boolean;
}

function followsNamePlace(previous: SqlToken, token: SqlToken): boolean {
  if (previous.text === '.' || isKeyword(previous, 'TABLE')) return true;
  if (isKeyword(previous, 'INTO')) return !isKeyword(token, 'TABLE') && !isKeyword(token, 'FUNCTION');
  return isKeyword(previous, 'INSERT') && !isKeyword(token, 'INTO');
}

/** `VALUES` opens data at once; `FORMAT x` does after its name. */
function dataClause(
  previous: PlacedToken,
  token: SqlToken,
): { format: string; clauseStart: number } | undefined {
  if (token.kind !== 'word') return undefined;
  if (isKeyword(previous.token, 'FORMAT') && !previous.isName) {
    return { format: token.text, clauseStart: previous.token.start };
  }
  return isKeyword(token, 'VALUES') ? { format: 'Values', clauseStart: token.start } : undefined;
}

function insertData(
  text: string,
  found: {
    format: string;
    clauseStart: number;
    clauseEnd: number;
    targetStart: number;
    settingsStart: number | undefined;
    input: InputCall | undefined;
  },
): InsertWithData {
  const settingsStart = found.settingsStart ?? found.clauseStart;
  let dataStart = found.clauseEnd;
  while (/[ \t\f]/.test(text[dataStart] ?? '')) dataStart++;
  if (text[dataStart] === ';' && text.slice(dataStart + 1).trim() === '') dataStart = text.length;
  if (text[dataStart] === '\r') dataStart++;
  if (text[dataStart] === '\n') dataStart++;
  return {
    kind: 'insertData',
    target: text.slice(found.targetStart, settingsStart),
    settings: text.slice(settingsStart, found.clauseStart),
    format: found.format,
    dataStart,
    input: found.input,
  };
}
