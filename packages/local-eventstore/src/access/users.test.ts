import { expect, test } from '@jest/globals';
import { userOf } from './users.js';

const users = { admin: 'changeit', ada: 'pass:wörd' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['admin', basic('admin:changeit')],
  ['admin', basic('admin:changeit').replace('Basic', 'basic')],
  ['ada', basic('ada:pass:wörd')],
  [undefined, basic('admin:other')],
  [undefined, basic('admin:')],
  [undefined, basic('nobody:changeit')],
  [undefined, basic('constructor:')],
  [undefined, basic('admin')],
  [undefined, 'Basic ***'],
  [undefined, 'Bearer token'],
  [undefined, ''],
])('%s is whom the header %s names', (user, header) => {
  expect(userOf(users, header)).toBe(user);
});
