import { describe, expect, test } from '@jest/globals';
import { createSlots } from './slots.js';

const gate = () => {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe('createSlots', () => {
  test('keeps one slot from reads, so that a write starts at once beside as many reads as there may be', async () => {
    const slots = createSlots(4);
    const reads = gate();
    const started: string[] = [];
    const running = ['r1', 'r2', 'r3'].map((name) =>
      slots.use('read', async () => {
        started.push(name);
        await reads.opened;
      }),
    );
    await slots.use('write', async () => void started.push('w'));
    expect(started).toEqual(['r1', 'r2', 'w']);
    reads.open();
    await Promise.all([...running, slots.drained()]);
    expect(started).toEqual(['r1', 'r2', 'w', 'r3']);
  });

  test('frees its slot when the work fails', async () => {
    const slots = createSlots(3);
    await expect(slots.use('read', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(slots.use('read', async () => 1)).resolves.toBe(1);
    await slots.drained();
  });
});
