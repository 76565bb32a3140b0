/** A server-side filter of `$all`, by stream name or event type, by a regular expression or by any of several prefixes. */
export interface EventFilter {
  readonly on: 'stream' | 'type';
  readonly regex: string;
  readonly prefixes: readonly string[];
}

export type EventPredicate = (event: { readonly stream: string; readonly type: string }) => boolean;

export class InvalidFilterError extends Error {
  override readonly name = 'InvalidFilterError';
}

/**
 * Makes the test that a filter stands for. The expression is tried where there is one, the prefixes otherwise.
 * Throws InvalidFilterError for a filter with neither, and for an expression that JavaScript can't read.
 */
export function predicateOf(filter: EventFilter): EventPredicate {
  const matches = textPredicate(filter);
  return filter.on === 'stream' ? (event) => matches(event.stream) : (event) => matches(event.type);
}

function textPredicate({ regex, prefixes }: EventFilter): (text: string) => boolean {
  if (regex !== '') {
    const expression = compile(regex);
    return (text) => expression.test(text);
  }
  if (prefixes.length === 0)
    throw new InvalidFilterError('The filter names neither a prefix nor a regular expression.');
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}

function compile(regex: string): RegExp {
  try {
    return new RegExp(regex, 'u');
  } catch {
    return compileLoosely(regex);
  }
}

/** .NET accepts escapes such as `\-` that JavaScript refuses in Unicode mode only. */
function compileLoosely(regex: string): RegExp {
  try {
    return new RegExp(regex);
  } catch (cause) {
    throw new InvalidFilterError(`'${regex}' is not a regular expression that can be used here.`, { cause });
  }
}
