import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Quarantined, TOPICS, type Touchpoint } from '@bellhop/contracts';
import { type Codec, createCodec, type RecordBatch } from '@bellhop/kafka';
import { type LocalSchemaRegistry, startLocalSchemaRegistry } from '@bellhop/local-schema-registry';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BatchDependencies, createBatchHandler } from './handle-batch.js';
import { group, loyalty, touchpoint } from './touchpoint.fixture.js';

const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-recorder-'));
let server: LocalSchemaRegistry;
let codec: Codec<Touchpoint>;
beforeAll(async () => {
  server = await startLocalSchemaRegistry({ dataDir });
  const registryUrl = `http://127.0.0.1:${server.port}`;
  codec = await createCodec<Touchpoint>({ registryUrl, subject: 'touchpoint', topic: TOPICS.touchpoints });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A handler whose doings are noted in order. */
function noted(record: (given: Touchpoint) => Promise<boolean> = async () => true) {
  const notes: string[] = [];
  const quarantined: Quarantined[] = [];
  const dependencies: BatchDependencies = {
    group,
    codec,
    concurrency: 4,
    boundary: (name) => notes.push(name),
    recordTouchpoint: async (given) => {
      const isNew = await record(given);
      notes.push(given.vendorEventId);
      return isNew;
    },
    quarantine: async (given) => {
      quarantined.push(given);
    },
    count: (outcome) => notes.push(outcome),
  };
  return { handle: createBatchHandler(dependencies), notes, quarantined };
}

function batchOf(values: (Buffer | null)[], notes: string[], isStale = () => false): RecordBatch {
  const common = { topic: TOPICS.touchpoints, partition: 2, key: 'harbour', headers: {} };
  return {
    topic: TOPICS.touchpoints,
    partition: 2,
    records: values.map((value, index) => ({ ...common, offset: String(40 + index), value })),
    nextOffset: String(40 + values.length),
    commit: async (offset) => void notes.push(`committed ${offset}`),
    committed: async () => undefined,
    isStale,
  };
}

describe('a batch of touchpoints', () => {
  test('is recorded and then committed, those of one guest in order', async () => {
    const { handle, notes } = noted(async ({ vendorEventId }) => vendorEventId !== 'b');
    const given = ['a', 'b', 'c'].map((id) => touchpoint(id, { identifiers: [loyalty('L1')] }));
    await handle(batchOf(await Promise.all(given.map(codec.encode)), notes));
    expect(notes).toEqual([
      'a',
      'recorded',
      'b',
      'known',
      'c',
      'recorded',
      'batch-recorded',
      'committed 43',
      'batch-committed',
    ]);
  });

  test('leaves in quarantine, with its bytes, what can not be recorded, and goes on', async () => {
    const { handle, notes, quarantined } = noted();
    const elsewhere = await codec.encode(touchpoint('elsewhere', { propertyId: 'nowhere' }));
    const garbage = Buffer.from('not Avro');
    await handle(batchOf([garbage, elsewhere, null, await codec.encode(touchpoint('fine'))], notes));
    expect(notes).toEqual(expect.arrayContaining(['fine', 'recorded', 'committed 44']));
    const common = { step: 'recorder.decode', contentType: 'application/vnd.confluent.avro' };
    expect([...quarantined].sort((a, b) => (a.origin < b.origin ? -1 : 1))).toEqual([
      expect.objectContaining({
        ...common,
        code: 'undecodable-message',
        origin: 'touchpoints/2/40',
        payload: garbage,
        vendor: 'unknown',
      }),
      expect.objectContaining({
        ...common,
        code: 'unknown-property',
        origin: 'touchpoints/2/41',
        payload: elsewhere,
        vendor: 'test',
        propertyId: 'nowhere',
      }),
      expect.objectContaining({
        ...common,
        code: 'undecodable-message',
        origin: 'touchpoints/2/42',
        payload: Buffer.alloc(0),
      }),
    ]);
    const again = noted();
    await again.handle(batchOf([garbage], again.notes));
    expect(again.quarantined[0]?.quarantineId).toBe(
      quarantined.find(({ payload }) => payload === garbage)?.quarantineId,
    );
  });

  test('is not committed when one of it fails; those under way end first', async () => {
    const { handle, notes } = noted(async ({ vendorEventId }) => {
      if (vendorEventId === 'bad') throw new Error('the store is away');
      return true;
    });
    const values = await Promise.all(['bad', 'a', 'b'].map((id) => codec.encode(touchpoint(id))));
    await expect(handle(batchOf(values, notes))).rejects.toThrow('the store is away');
    expect([...notes].sort()).toEqual(['a', 'b', 'recorded', 'recorded']);
  });

  test('ends early, uncommitted, when the partition is taken away', async () => {
    const { handle, notes } = noted();
    const given = ['a', 'b', 'c'].map((id) => touchpoint(id, { identifiers: [loyalty('L1')] }));
    const values = await Promise.all(given.map(codec.encode));
    await handle(batchOf(values, notes, () => notes.includes('a')));
    expect(notes).toEqual(['a', 'recorded', 'batch-recorded', 'batch-committed']);
  });
});
