import type { KafkaRecord, RecordBatch } from '@bellhop/kafka';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createExactlyOnceSink } from './exactly-once-sink.js';

class Crash extends Error {}

/** Where something ends, or never comes back. The first three are boundaries of the sink itself. */
const POINTS = [
  'intent-written',
  'batch-inserted',
  'batch-committed',
  'commit-lost',
  'commit-unanswered',
  'insert-lost',
  'insert-unanswered',
] as const;

interface Accident {
  at: (typeof POINTS)[number];
  /** How often it passes there before it happens. */
  after: number;
  /** Whether the process ends, or the handler only throws and is given what is there once more. */
  ends: boolean;
}

/** One partition, its group's offset, and a table that remembers tokens, as they outlive any process. */
class World {
  readonly table: string[] = [];
  readonly #tokens = new Set<string>();
  readonly #records: KafkaRecord[];
  #accidents: Accident[];
  #committed: { offset: string; metadata: string } | undefined;
  #sink = this.#start();
  #fetched = 0;

  constructor(count: number, accidents: Accident[]) {
    // Offsets have gaps, as where control records lie between.
    this.#records = Array.from({ length: count }, (_, index) => ({
      topic: 'journey-events',
      partition: 0,
      offset: String(index * 2 + (index > 3 ? 5 : 0)),
      key: null,
      value: Buffer.alloc(0),
      headers: {},
    }));
    this.#accidents = accidents;
  }

  get offsets(): string[] {
    return this.#records.map(({ offset }) => offset);
  }

  /** Delivers batches of these sizes, over and over, until everything is committed. */
  async run(sizes: readonly number[]): Promise<void> {
    for (let turn = 0; ; turn++) {
      const records = this.#records.slice(this.#fetched, this.#fetched + sizes[turn % sizes.length]!);
      if (records.length === 0) return;
      try {
        await this.#sink(this.#batch(records));
        this.#fetched += records.length;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
    }
  }

  #start() {
    return createExactlyOnceSink({
      boundary: (name) => this.#pass(name as Accident['at']),
      insert: async (records, token) => {
        this.#pass('insert-lost');
        if (!this.#tokens.has(token)) this.table.push(...records.map(({ offset }) => offset));
        this.#tokens.add(token);
        this.#pass('insert-unanswered');
      },
    });
  }

  #pass(point: Accident['at']): void {
    const accident = this.#accidents[0];
    if (accident?.at !== point) return;
    accident.after -= 1;
    if (accident.after >= 0) return;
    this.#accidents = this.#accidents.slice(1);
    if (accident.ends) {
      this.#sink = this.#start();
      const from = BigInt(this.#committed?.offset ?? '0');
      const next = this.#records.findIndex(({ offset }) => BigInt(offset) >= from);
      this.#fetched = next === -1 ? this.#records.length : next;
    }
    throw new Crash(point);
  }

  #batch(records: KafkaRecord[]): RecordBatch {
    return {
      topic: 'journey-events',
      partition: 0,
      records,
      nextOffset: String(BigInt(records.at(-1)!.offset) + 1n),
      commit: async (offset, metadata = '') => {
        this.#pass('commit-lost');
        this.#committed = { offset, metadata };
        this.#pass('commit-unanswered');
      },
      committed: async () => this.#committed,
      isStale: () => false,
    };
  }
}

const accidents = fc.array(
  fc.record({ at: fc.constantFrom(...POINTS), after: fc.nat(3), ends: fc.boolean() }),
  { maxLength: 6 },
);

describe('the exactly-once sink', () => {
  test('inserts every record once, wherever it crashes or fails and however batches are cut afterwards', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), sizes, accidents, async (count, cuts, happening) => {
        const world = new World(
          count,
          happening.map((accident) => ({ ...accident })),
        );
        await world.run(cuts);
        expect(world.table).toEqual(world.offsets);
      }),
      { numRuns: 2000 },
    );
  });

  test('inserts nothing of a batch whose partition was taken away', async () => {
    const inserted: string[] = [];
    const sink = createExactlyOnceSink({
      boundary: () => undefined,
      insert: async (_records, token) => void inserted.push(token),
    });
    const records = [{ topic: 't', partition: 0, offset: '5', key: null, value: null, headers: {} }];
    const batch: RecordBatch = {
      topic: 't',
      partition: 0,
      records,
      nextOffset: '6',
      commit: () => Promise.reject(new Crash('not a member any more')),
      committed: async () => undefined,
      isStale: () => false,
    };
    await expect(sink(batch)).rejects.toThrow('not a member any more');
    await sink({ ...batch, isStale: () => true });
    expect(inserted).toEqual([]);
  });
});
