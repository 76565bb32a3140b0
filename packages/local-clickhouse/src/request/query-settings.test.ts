import { describe, expect, test } from '@jest/globals';
import { querySettings } from './query-settings.js';

const all = { name: 'default', password: '', readonly: false, limits: {} };
const analyst = { ...all, name: 'analyst', readonly: true, limits: { max_result_rows: 100 } };
const settings = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe('querySettings', () => {
  test('passes settings on as they are for a user with all rights', () => {
    const asked = settings({ async_insert: '1', insert_deduplication_token: 'x' });
    expect([...querySettings({ settings: asked, user: all, method: 'POST' })]).toEqual([...asked]);
  });

  test('makes a GET read-only, as a server does', () => {
    expect(querySettings({ settings: new Map(), user: all, method: 'GET' }).get('readonly')).toBe('2');
  });

  test('puts readonly last, because nothing can be set after it', () => {
    const result = querySettings({
      settings: settings({ readonly: '1', max_threads: '1' }),
      user: all,
      method: 'POST',
    });
    expect([...result.keys()]).toEqual(['max_threads', 'readonly']);
  });

  test('holds a read-only user to its limits, which a query can lower but not raise', () => {
    const ask = (entries: Record<string, string>) =>
      querySettings({ settings: settings(entries), user: analyst, method: 'POST' });
    expect(Object.fromEntries(ask({}))).toEqual({ max_result_rows: '100', readonly: '1' });
    expect(ask({ max_result_rows: '10' }).get('max_result_rows')).toBe('10');
    for (const raised of ['101', '0', '-1', 'x']) {
      expect(() => ask({ max_result_rows: raised })).toThrow(/Code: 452/);
    }
    expect(() => ask({ readonly: '0' })).toThrow(/Code: 164/);
  });
});
