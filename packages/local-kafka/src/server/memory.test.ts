import { describe, expect, test } from '@jest/globals';
import { AnswerMemory } from './answer-memory.js';
import { RequestMemory } from './request-memory.js';

const mb = 1024 * 1024;

describe('the memory of requests', () => {
  test('is granted first come, first served, and never beyond its limit', () => {
    const memory = new RequestMemory(100 * mb);
    const granted: string[] = [];
    const ask = (name: string, bytes: number) => memory.request(bytes, () => granted.push(name));
    const releaseA = ask('a', 60 * mb);
    const releaseB = ask('b', 60 * mb);
    ask('c', 10 * mb);
    expect(granted).toEqual(['a']);
    releaseA();
    expect(granted).toEqual(['a', 'b', 'c']);
    releaseB();
  });

  test('is taken back from who goes away while waiting', () => {
    const memory = new RequestMemory(100 * mb);
    const granted: string[] = [];
    memory.request(90 * mb, () => granted.push('a'));
    const leave = memory.request(90 * mb, () => granted.push('b'));
    memory.request(5 * mb, () => granted.push('c'));
    leave();
    expect(granted).toEqual(['a', 'c']);
  });

  test('is not asked for small frames, and a frame beyond the limit is taken alone', () => {
    const memory = new RequestMemory(mb);
    const granted: string[] = [];
    memory.request(5 * mb, () => granted.push('huge'));
    memory.request(1_000, () => granted.push('small'));
    expect(granted).toEqual(['huge', 'small']);
  });
});

describe('the memory of answers', () => {
  test('gives each less the more is held, and never nothing', () => {
    const memory = new AnswerMemory(100 * mb);
    expect(memory.share(1_000)).toBe(1_000);
    expect(memory.share(50 * mb)).toBe(25 * mb);
    const release = memory.hold(96 * mb);
    expect(memory.share(50 * mb)).toBe(mb);
    memory.hold(100 * mb);
    expect(memory.share(50 * mb)).toBe(65_536);
    release();
    expect(memory.share(50 * mb)).toBe(65_536);
  });
});
