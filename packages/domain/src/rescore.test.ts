import { describe, expect, test } from '@jest/globals';
import { decideRescore, recordedTouchpoints, sentimentOf } from './rescore.js';
import { recorded, sentiment } from './touchpoint.fixture.js';

const before = recorded({ touchpointId: 't1', text: 'Cold soup' }, { sentiment: sentiment({ model: 'm1' }) });

describe('scoring a text anew', () => {
  test('corrects the score and nothing else, with what held before', () => {
    const scored = sentiment({ score: -0.4, model: 'm2' });
    const { touchpoint, ...decided } = before;
    expect(decideRescore(before, scored)).toEqual([
      {
        type: 'TouchpointRescored',
        data: { guestId: 'g1', touchpoint, before: decided, after: { ...decided, sentiment: scored } },
      },
    ]);
  });

  test('by the model that scored it changes nothing', () => {
    expect(decideRescore(before, sentiment({ score: -0.4, model: 'm1' }))).toEqual([]);
  });
});

describe('what is recorded of the touchpoints of a stream', () => {
  test('is what the last event says of each', () => {
    const other = recorded({ touchpointId: 't2' });
    const events = [
      { type: 'TouchpointRecorded', data: before },
      { type: 'TouchpointRecorded', data: other },
      ...decideRescore(before, sentiment({ score: 0.1, model: 'm2' })),
      { type: 'RoomVacated', data: {} },
    ];
    expect([...recordedTouchpoints(events)]).toEqual([
      ['t1', { ...before, sentiment: sentiment({ score: 0.1, model: 'm2' }) }],
      ['t2', other],
    ]);
  });

  test('keeps of an analysis what the contract has', () => {
    const analysis = { ...sentiment(), mixed: true, probabilities: { positive: 1, neutral: 0, negative: 0 } };
    expect(sentimentOf(analysis)).toEqual(sentiment());
  });
});
