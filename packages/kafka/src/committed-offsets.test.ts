import { describe, expect, test } from '@jest/globals';
import {
  type AskOffsets,
  askBehindBarrier,
  type CommitBarrier,
  type Committed,
  createCommittedOffsets,
} from './committed-offsets.js';

const at = (offset: string, metadata = ''): Committed => ({ offset, metadata });
const lost = () => Promise.reject(new Error('the connection closed'));
const noBarrier: CommitBarrier = async () => undefined;

describe('what a member knows that the group has committed', () => {
  /** A coordinator that answers in turn. */
  const offsetsOf = (...answers: (Committed | undefined)[]) => {
    let asked = 0;
    return createCommittedOffsets(async () => answers[asked++]);
  };

  test('is asked for once, and known from own commits since', async () => {
    const offsets = offsetsOf(at('3'));
    expect(await offsets.of(0, noBarrier)).toEqual(at('3'));
    await offsets.commit(0, at('5', 'half'), async () => undefined);
    expect(await offsets.of(0, noBarrier)).toEqual(at('5', 'half'));
  });

  test('is asked for again after a commit without an answer, after one that failed, and after a rebalance', async () => {
    const answers = [lost, async () => at('3'), async () => at('5'), async () => at('9')];
    const offsets = createCommittedOffsets(() => answers.shift()!());
    await expect(offsets.of(0, noBarrier)).rejects.toThrow('closed');
    expect(await offsets.of(0, noBarrier)).toEqual(at('3'));
    await expect(offsets.commit(0, at('5'), lost)).rejects.toThrow('closed');
    expect(await offsets.of(0, noBarrier)).toEqual(at('5'));
    offsets.forget();
    expect(await offsets.of(0, noBarrier)).toEqual(at('9'));
  });

  test('is asked for one partition after the other, since the last barrier is the only one that shows', async () => {
    const asking: number[] = [];
    const seen: number[][] = [];
    const offsets = createCommittedOffsets(async (partition) => {
      asking.push(partition);
      await new Promise(setImmediate);
      seen.push([...asking]);
      asking.pop();
      return undefined;
    });
    await Promise.all([0, 1, 2].map((partition) => offsets.of(partition, noBarrier)));
    expect(seen).toEqual([[0], [1], [2]]);
  });
});

/** A group's coordinator: what it shows lags behind what it has acknowledged by so many commits. */
class Coordinator {
  readonly #commits: { topic: string; partition: number; offset: string; metadata: string }[] = [];
  constructor(public lag = 0) {}

  readonly commit: CommitBarrier = async ({ topic, partition, offset, metadata }) => {
    this.#commits.push({ topic, partition, offset, metadata: metadata ?? '' });
  };

  readonly ask: AskOffsets = async (asked) => {
    const shown = this.#commits.slice(0, this.#commits.length - this.lag);
    return asked.map(({ topic, partition }) => {
      if (partition !== 0) return undefined;
      const { offset, metadata } = shown.findLast((commit) => commit.topic === topic) ?? at('-1');
      return { offset, metadata };
    });
  };
}

describe('what a group has committed', () => {
  const asked = { topic: 't', partition: 0 };

  test('is nothing where it has committed nothing, and else the offset with its metadata', async () => {
    const { ask, commit } = new Coordinator();
    expect(await askBehindBarrier(ask, asked, commit)).toBeUndefined();
    await commit({ topic: 't', partition: 0, offset: '7', metadata: 'half' });
    expect(await askBehindBarrier(ask, asked, commit)).toEqual(at('7', 'half'));
  });

  test.each([1, 2])(
    'is never what a coordinator shows that is %i commits behind: it is asked again',
    async (lag) => {
      const coordinator = new Coordinator(lag);
      const { ask, commit } = coordinator;
      await commit({ topic: 't', partition: 0, offset: '6' });
      await commit({ topic: 't', partition: 0, offset: '7' });
      let barriers = 0;
      const committed = await askBehindBarrier(ask, asked, async (barrier) => {
        barriers += 1;
        await commit(barrier);
        // It catches up after a while, as the other replicas fetch.
        if (barriers === 3) coordinator.lag = 0;
      });
      expect(committed).toEqual(at('7'));
    },
  );

  test('is asked again where another member’s barrier has taken the place of its own', async () => {
    const { ask, commit } = new Coordinator();
    let isFirst = true;
    const committed = await askBehindBarrier(ask, asked, async (barrier) => {
      await commit(barrier);
      if (isFirst) await commit({ ...barrier, metadata: 'of another member' });
      isFirst = false;
      await commit({ topic: 't', partition: 0, offset: '8' });
    });
    expect(committed).toEqual(at('8'));
  });

  test('is not known where the answer leaves its partition out', async () => {
    const { ask, commit } = new Coordinator();
    await expect(askBehindBarrier(ask, { ...asked, partition: 1 }, commit)).rejects.toThrow(
      'says nothing of t/1',
    );
  });
});
