/** What lies on disk is not what was written there. It is reported and never served. */
export class DamagedDataError extends Error {
  override readonly name = 'DamagedDataError';
  readonly code = 'damaged-data';

  constructor(what: string, options?: ErrorOptions) {
    super(`${what} The data folder is damaged; restore it from a copy.`, options);
  }
}
