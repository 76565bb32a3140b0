import { describe, expect, test } from '@jest/globals';
import { type Committed, createCommittedOffsets } from './committed-offsets.js';

const at = (offset: string, metadata = ''): Committed => ({ offset, metadata });
const lost = () => Promise.reject(new Error('the connection closed'));

/** A coordinator that answers in turn. */
function offsetsOf(...answers: (Committed | undefined)[]) {
  let asked = 0;
  return createCommittedOffsets(async () => answers[asked++]);
}

describe('what a group has committed', () => {
  test('is asked for once, and known from own commits since', async () => {
    const offsets = offsetsOf(at('3'));
    expect(await offsets.of(0)).toEqual(at('3'));
    await offsets.commit(0, at('5', 'half'), async () => undefined);
    expect(await offsets.of(0)).toEqual(at('5', 'half'));
  });

  test.each([
    ['what was there before', at('3')],
    ['what it brought', at('5', 'half')],
  ])('is, after a commit without an answer, %s', async (_what, answer) => {
    const offsets = offsetsOf(at('3'), answer);
    await offsets.of(0);
    await expect(offsets.commit(0, at('5', 'half'), lost)).rejects.toThrow('closed');
    expect(await offsets.of(0)).toEqual(answer);
  });

  test.each([
    ['nothing', undefined],
    ['what came before that', at('1')],
  ])('is never %s after a commit without an answer: that is asked for again', async (_what, stale) => {
    const offsets = offsetsOf(at('3'), stale, at('3'));
    await offsets.of(0);
    await expect(offsets.commit(0, at('5'), lost)).rejects.toThrow('closed');
    await expect(offsets.of(0)).rejects.toThrow('moved on');
    expect(await offsets.of(0)).toEqual(at('3'));
  });

  test('may be what any of several commits without an answer brought', async () => {
    const offsets = offsetsOf(undefined, at('6'));
    await offsets.of(0);
    for (const offset of ['5', '6', '7'])
      await expect(offsets.commit(0, at(offset), lost)).rejects.toThrow('closed');
    expect(await offsets.of(0)).toEqual(at('6'));
  });

  test('may be anything after a rebalance, when others may have committed', async () => {
    const offsets = offsetsOf(at('3'), at('9'));
    await offsets.of(0);
    await expect(offsets.commit(0, at('5'), lost)).rejects.toThrow('closed');
    offsets.forget();
    expect(await offsets.of(0)).toEqual(at('9'));
  });
});
