import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { joinGroup, type RunningKafka, runKafka, textOf } from './running-kafka.fixture.js';
import { createTransactionalPublisher, type TransactionalPublisher } from './transactional-publisher.js';

let running: RunningKafka;
beforeAll(async () => {
  running = await runKafka();
});
afterAll(() => running.stop());

const open: TransactionalPublisher[] = [];
const publisherOn = async (topic: string) => {
  const publisher = await createTransactionalPublisher({
    kafka: running.kafka,
    transactionalId: `relay-${topic}`,
    group: `relay-${topic}`,
    topic,
  });
  open.push(publisher);
  return publisher;
};
afterAll(() => Promise.all(open.map((publisher) => publisher.close())));

const records = (topic: string, ...values: string[]) =>
  values.map((value) => ({ topic, key: value, value: Buffer.from(value) }));

/** What a reader of committed transactions sees, up to a last record that is published for this. */
async function visible(topic: string, publisher: TransactionalPublisher): Promise<string[]> {
  await publisher.publish(records(topic, 'end'), 'end');
  const reader = await joinGroup(running.kafka, { group: `read-${topic}`, topic });
  await reader.until(() => reader.records.some((record) => textOf(record) === 'end'));
  await reader.close();
  return reader.records.map(textOf).filter((text) => text !== 'end');
}

describe('the transactional publisher', () => {
  test('publishes records and position together, and goes on from the position', async () => {
    const topic = await running.topic();
    const first = await publisherOn(topic);
    expect(first.position).toBeUndefined();
    await first.publish(records(topic, 'a', 'b'), '17');
    await first.publish(records(topic, 'c'), '23');
    const second = await publisherOn(topic);
    expect(second.position).toBe('23');
    expect(await visible(topic, second)).toEqual(['a', 'b', 'c']);
  });

  test.each(['records-sent', 'position-sent'] as const)(
    'shows nothing of a batch that fails after %s',
    async (at) => {
      const topic = await running.topic();
      const publisher = await publisherOn(topic);
      await publisher.publish(records(topic, 'a'), '1');
      const failing = publisher.publish(records(topic, 'lost'), '2', (step) => {
        if (step === at) throw new Error(`failed after ${step}`);
      });
      await expect(failing).rejects.toThrow(`failed after ${at}`);
      await publisher.publish(records(topic, 'b'), '3');
      const next = await publisherOn(topic);
      expect(next.position).toBe('3');
      expect(await visible(topic, next)).toEqual(['a', 'b']);
    },
  );

  test('keeps the position of before a batch that failed', async () => {
    const topic = await running.topic();
    const publisher = await publisherOn(topic);
    await publisher.publish(records(topic, 'a'), '1');
    const failing = publisher.publish(records(topic, 'lost'), '2', () => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    expect((await publisherOn(topic)).position).toBe('1');
  });

  test('keeps a position that moves without any records', async () => {
    const topic = await running.topic();
    const publisher = await publisherOn(topic);
    await publisher.publish([], '99');
    expect((await publisherOn(topic)).position).toBe('99');
  });

  test('is fenced by a newer one, in mid-transaction too', async () => {
    const topic = await running.topic();
    const older = await publisherOn(topic);
    await older.publish(records(topic, 'a'), '1');
    let reached: () => void = () => undefined;
    const inTransaction = new Promise<void>((resolve) => (reached = resolve));
    const overtaken = older.publish(records(topic, 'b from the older'), '2', (step) => {
      if (step === 'records-sent') reached();
    });
    const outcome = overtaken.then(
      () => 'committed',
      () => 'failed',
    );
    await inTransaction;
    const newer = await publisherOn(topic);
    const { position } = newer;
    // Either the older one's commit came first, and the newer one knows of it, or none of it is there.
    expect(position).toBe((await outcome) === 'committed' ? '2' : '1');
    await newer.publish(records(topic, 'c'), '3');
    await expect(older.publish(records(topic, 'd from the older'), '4')).rejects.toThrow();
    const last = await publisherOn(topic);
    expect(last.position).toBe('3');
    const seen = await visible(topic, last);
    expect(seen).toEqual(position === '2' ? ['a', 'b from the older', 'c'] : ['a', 'c']);
  });
});
