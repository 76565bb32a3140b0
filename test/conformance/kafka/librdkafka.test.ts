import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { consumeUntil } from './consume.js';
import { hasKcat, kcat, kcatNote } from './kcat.js';

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

(hasKcat ? describe : describe.skip)(`librdkafka, through kcat${kcatNote}`, () => {
  let broker: BrokerUnderTest;

  beforeAll(async () => {
    broker = await startBroker();
  });

  afterAll(() => broker.stop());

  const run = (args: string[], input = '') => kcat(broker.port, args, input);
  const create = (topic: string, numPartitions = 1, config: Record<string, string> = {}) =>
    broker.admin.createTopics({
      topics: [
        {
          topic,
          numPartitions,
          configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
        },
      ],
    });
  const produce = (topic: string, lines: string[], ...more: string[]) =>
    run(['-P', '-t', topic, ...more], lines.map((it) => `${it}\n`).join(''));
  /** With the checksums of the batches looked at: they stay right though the broker gives batches their offsets. */
  const consume = (topic: string, ...more: string[]) =>
    run(['-C', '-t', topic, '-e', '-q', '-X', 'check.crcs=true', ...more]);

  test('lists the broker and its topics', async () => {
    await create('listed', 3);
    const lines = (await run(['-L'])).join('\n');
    expect(lines).toContain(`broker 1 at 127.0.0.1:${broker.port} (controller)`);
    expect(lines).toContain('topic "listed" with 3 partitions');
  });

  test.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])(
    'produces with %s what comes back to it in order, and is looked up by time',
    async (codec) => {
      const topic = `codec-${codec}`;
      await create(topic);
      await produce(topic, numbers(500), '-z', codec);
      expect(await consume(topic)).toEqual(numbers(500));
      const [line] = await consume(topic, '-c', '1', '-f', '%T %o\n');
      const [firstMs] = line!.split(' ').map(Number);
      expect(await run(['-Q', '-t', `${topic}:0:${firstMs}`])).toEqual([`${topic} [0] offset 0`]);
      expect(await run(['-Q', '-t', `${topic}:0:${firstMs! + 86_400_000}`])).toEqual([
        `${topic} [0] offset -1`,
      ]);
    },
  );

  test('reads what kafkajs wrote, and kafkajs reads what it wrote', async () => {
    await create('both');
    const producer = broker.kafka.producer();
    await producer.connect();
    await producer.send({ topic: 'both', messages: [{ key: 'k', value: 'v', headers: { h: '1' } }] });
    await producer.disconnect();
    await produce('both', ['key=value'], '-K', '=', '-H', 'h=2');
    expect(await consume('both', '-f', '%k %s %h\n')).toEqual(['k v h=1', 'key value h=2']);
    const seen = await consumeUntil(broker.kafka, { topic: 'both', count: 2 });
    expect(seen.map((it) => `${it.key} ${it.value} ${it.headers!.h}`)).toEqual(['k v 1', 'key value 2']);
  });

  test('reads the times at which the broker took the records, where a topic has those', async () => {
    await create('stamped-kcat', 1, { 'message.timestamp.type': 'LogAppendTime' });
    const producer = broker.kafka.producer();
    await producer.connect();
    const messages = [{ value: 'x', timestamp: '1500000000000' }];
    const [sent] = await producer.send({ topic: 'stamped-kcat', messages });
    await producer.disconnect();
    expect(await consume('stamped-kcat', '-f', '%T\n')).toEqual([sent!.logAppendTime]);
  });

  test('is idempotent', async () => {
    await create('idempotent-kcat');
    await produce('idempotent-kcat', numbers(2_000), '-X', 'enable.idempotence=true', '-X', 'linger.ms=1');
    expect(await consume('idempotent-kcat')).toEqual(numbers(2_000));
  });

  test('commits a transaction that read_committed readers see whole', async () => {
    await create('transactional');
    await produce('transactional', numbers(100), '-X', 'transactional.id=kcat');
    expect(await consume('transactional', '-X', 'isolation.level=read_committed')).toEqual(numbers(100));
  });

  test.each(['range', 'roundrobin', 'cooperative-sticky'])(
    'consumes in a group with the %s assignor, and goes on where it was',
    async (strategy) => {
      const topic = `group-${strategy}`;
      await create(topic, 2);
      await produce(topic, numbers(50));
      const read = () =>
        run([
          ...['-X', `partition.assignment.strategy=${strategy}`, '-X', 'auto.offset.reset=earliest'],
          ...['-G', `readers-${strategy}`, topic, '-e', '-q'],
        ]);
      expect((await read()).sort()).toEqual(numbers(50).sort());
      await produce(topic, ['more']);
      expect(await read()).toEqual(['more']);
    },
  );

  test('comes back as a static member at once, with the partitions that it had', async () => {
    await create('static', 2);
    await produce('static', numbers(10));
    const read = () =>
      run([
        ...[
          '-X',
          'group.instance.id=one',
          '-X',
          'auto.offset.reset=earliest',
          '-X',
          'session.timeout.ms=30000',
        ],
        ...['-G', 'static-readers', 'static', '-e', '-q'],
      ]);
    expect(await read()).toHaveLength(10);
    const { groups } = await broker.admin.describeGroups(['static-readers']);
    // It left without a word, and keeps its place until its session ends.
    expect(groups[0]).toMatchObject({ state: 'Stable', members: [{}] });
    await produce('static', ['more']);
    const startedMs = performance.now();
    expect(await read()).toEqual(['more']);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  test('sees the start of the log move with DeleteRecords', async () => {
    await create('cut');
    for (const line of numbers(5)) await produce('cut', [line]);
    await broker.admin.fetchTopicOffsets('cut');
    await broker.admin.deleteTopicRecords({ topic: 'cut', partitions: [{ partition: 0, offset: '3' }] });
    expect(await consume('cut', '-o', 'beginning')).toEqual(['3', '4']);
  });

  test('reads a compacted topic with its gaps, and its tombstones as null', async () => {
    const compacting = await startBroker({ settings: { 'log.cleaner.backoff.ms': 20 } });
    await compacting.admin.createTopics({
      topics: [
        {
          topic: 'compacted',
          configEntries: [
            { name: 'cleanup.policy', value: 'compact' },
            { name: 'min.cleanable.dirty.ratio', value: '0' },
          ],
        },
      ],
    });
    for (const line of ['a=1', 'b=1', 'a=2', 'b=', 'c=1']) {
      await kcat(compacting.port, ['-P', '-t', 'compacted', '-K', '=', '-Z'], `${line}\n`);
    }
    const read = () => kcat(compacting.port, ['-C', '-t', 'compacted', '-e', '-q', '-Z', '-f', '%o %k %s\n']);
    let lines = await read();
    while (lines.length > 3) lines = await read();
    expect(lines).toEqual(['2 a 2', '3 b NULL', '4 c 1']);
    await compacting.stop();
  });
});
