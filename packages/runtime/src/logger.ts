import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** A JSON logger on standard output. What may hold a guest's personal data is covered, wherever it turns up. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    redact: {
      paths: ['*.text', '*.guestName', '*.identifiers', '*.payload', '*.body', '*.secret', '*.authorization'],
      censor: '[redacted]',
    },
  });
}
