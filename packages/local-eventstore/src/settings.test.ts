import { expect, test } from '@jest/globals';
import { settings } from './settings.js';

test('users are a JSON object of passwords by name', () => {
  expect(settings.parse({ users: '{"admin":"changeit"}' })).toMatchObject({ users: { admin: 'changeit' } });
});

test.each(['admin:changeit', '{"admin":1}', '{}', '[]', '{"a:b":"c"}'])('users %s are refused', (users) => {
  expect(settings.safeParse({ users }).error?.issues[0]?.path).toEqual(['users']);
});

test('a certificate without its key is refused', () => {
  expect(settings.safeParse({ certificateFile: 'node.crt' }).success).toBe(false);
  expect(settings.safeParse({ certificatePrivateKeyFile: 'node.key' }).success).toBe(false);
  const both = { certificateFile: 'node.crt', certificatePrivateKeyFile: 'node.key' };
  expect(settings.parse(both)).toMatchObject(both);
});
