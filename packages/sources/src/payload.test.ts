import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readJson, readShape } from './payload.js';

test('readJson says that a body is not JSON without quoting the guest', () => {
  for (const body of [
    '{"email":ada@example.com}',
    '{"a":1}ada@example.com',
    'ada@example.com',
    '{"a":"ada@example.com',
  ]) {
    const read = readJson(Buffer.from(body), z.unknown());
    expect(read).toMatchObject({ ok: false, outcome: { code: 'malformed-payload' } });
    expect(JSON.stringify(read)).not.toContain('example');
  }
});

test('readShape names the field that does not fit, and where it stands', () => {
  const read = readShape(
    { guest: { age: 'ten' } },
    z.object({ guest: z.object({ age: z.number() }) }),
    'list.3',
  );
  expect(read).toMatchObject({
    outcome: { code: 'unexpected-shape', detail: expect.stringMatching(/^list\.3\.guest\.age: /) },
  });
});
