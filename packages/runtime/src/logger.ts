import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Fields that may hold a guest's personal data, or a secret. */
const COVERED = ['text', 'guestName', 'identifiers', 'payload', 'body', 'secret', 'authorization'];

/** A JSON logger, on standard output by default. What may hold personal data is covered, down to three levels. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: {
      paths: COVERED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
