import { expect, test } from '@jest/globals';
import { choiceOf } from './topic-choice.js';
import type { TopicHead } from './topic-scores.js';

const head = (name: string, least: number): TopicHead => ({
  name,
  greatest: 1,
  line: { slope: 1, offset: 0 },
  least,
});
const HEADS = [head('bar', 0.3), head('wifi', 0.3), head('other', 0.3), head('urgent', 0.8)];
const chosen = (...probabilities: number[]) => choiceOf(HEADS, Float64Array.from(probabilities));

test('every topic that is likely enough is chosen, and other is not among them', () => {
  expect([...chosen(0.5, 0.4, 0.9, 0).topics]).toEqual(['bar', 'wifi']);
});

test('where none is, the likeliest is chosen unless other is likelier or it is hardly likely at all', () => {
  expect([...chosen(0.2, 0.25, 0.1, 0).topics]).toEqual(['wifi']);
  expect([...chosen(0.2, 0.25, 0.5, 0).topics]).toEqual(['other']);
  expect([...chosen(0.05, 0.02, 0, 0).topics]).toEqual(['other']);
});

test('urgency has a line of its own', () => {
  expect(chosen(0, 0, 0, 0.79).urgent).toBe(false);
  expect(chosen(0, 0, 0, 0.8).urgent).toBe(true);
});
