import { describe, expect, test } from '@jest/globals';
import { advertisedAddress, settingsSchema } from './settings.js';

describe('settings', () => {
  test('have the names of the real broker, and take texts from a command line', () => {
    const settings = settingsSchema.parse({ 'num.partitions': '2', 'auto.create.topics.enable': 'false' });
    expect(settings).toMatchObject({ 'num.partitions': 2, 'auto.create.topics.enable': false });
  });

  test.each<[string, unknown]>([
    ['no.such.setting', '1'],
    ['numPartitions', '1'],
    ['num.partitions', 'many'],
    ['num.partitions', '0'],
    ['auto.create.topics.enable', 'maybe'],
    ['log.cleanup.policy', 'forget'],
    ['advertised.listeners', 'SASL_SSL://host:1'],
    ['advertised.listeners', 'PLAINTEXT://a:1,PLAINTEXT://b:2'],
  ])('refuse %s=%s by its name', (name, value) => {
    const { error } = settingsSchema.safeParse({ [name]: value });
    expect(JSON.stringify(error?.issues)).toContain(name);
  });

  test('say where clients are to connect to, where that is not where the broker listens', () => {
    const address = (text: string) =>
      advertisedAddress(settingsSchema.parse({ 'advertised.listeners': text }));
    expect(address('PLAINTEXT://127.0.0.1:9092')).toEqual({ host: '127.0.0.1', port: 9092 });
    expect(address('')).toBeNull();
  });
});
