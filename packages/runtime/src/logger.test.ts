import { expect, test } from '@jest/globals';
import { createLogger } from './logger.js';

const linesOf = (log: (logger: ReturnType<typeof createLogger>) => void) => {
  const lines: string[] = [];
  log(createLogger('ingest', 'info', { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

test('a line says the service, the message and its fields', () => {
  expect(linesOf((logger) => logger.info({ topic: 'touchpoints', offset: '7' }, 'recorded'))).toMatchObject([
    { service: 'ingest', msg: 'recorded', topic: 'touchpoints', offset: '7' },
  ]);
});

test('guests’ words, names and identifiers, payloads and secrets are covered', () => {
  const personal = {
    text: 'T',
    guestName: 'N',
    identifiers: ['I'],
    payload: 'P',
    body: 'B',
    secret: 'S',
    authorization: 'A',
  };
  const [line] = linesOf((logger) =>
    logger.info({ ...personal, touchpoint: personal, event: { touchpoint: personal } }, 'noted'),
  );
  const covered = Object.fromEntries(Object.keys(personal).map((field) => [field, '[redacted]']));
  expect(line).toMatchObject({ ...covered, touchpoint: covered, event: { touchpoint: covered } });
});

test('nothing below the level is written', () => {
  expect(linesOf((logger) => logger.debug('too small'))).toEqual([]);
});
