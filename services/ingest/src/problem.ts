import { CODES, type Code } from '@bellhop/contracts';

/** An answer other than success, as RFC 9457 describes it. */
export class Problem extends Error {
  override name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: Code,
    detail: string,
    /** The fields that are wrong, as paths into the request. */
    readonly fields: { field: string; detail: string }[] = [],
    readonly headers: Record<string, string> = {},
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }

  toJSON() {
    return {
      type: `urn:bellhop:problem:${this.code}`,
      title: this.code.replaceAll('-', ' '),
      status: this.status,
      code: this.code,
      detail: this.message,
      help: CODES[this.code],
      ...(this.fields.length > 0 ? { errors: this.fields } : {}),
    };
  }
}
