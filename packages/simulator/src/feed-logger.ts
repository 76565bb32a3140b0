/** The part of a pino logger that feed uses. */
export interface FeedLogger {
  warn(fields: object, message: string): void;
}
