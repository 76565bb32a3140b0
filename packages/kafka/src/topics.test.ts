import { PARTITIONS } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import type { Kafka } from './connection.js';
import { ensureTopics } from './topics.js';

/** A cluster that answers in turn, when it is asked for the leaders of topics, with an error or not at all. */
function clusterOf({ existing, answers }: { existing: string[]; answers: (object | undefined)[] }) {
  const created: string[] = [];
  let asked = 0;
  const admin = {
    connect: async () => undefined,
    disconnect: async () => undefined,
    listTopics: async () => existing,
    createTopics: async ({ topics }: { topics: { topic: string }[] }) =>
      void created.push(...topics.map(({ topic }) => topic)),
    fetchTopicMetadata: async () => {
      const error = answers[asked++];
      if (error) throw error;
    },
  };
  return { kafka: { admin: () => admin } as unknown as Kafka, created, asked: () => asked };
}

const unheardOf = Object.assign(new Error('This server does not host this topic-partition'), {
  retriable: true,
});

describe('Bellhop’s topics', () => {
  test('are made where they are missing', async () => {
    const { kafka, created } = clusterOf({ existing: ['touchpoints', 'of others'], answers: [undefined] });
    await ensureTopics(kafka);
    expect(created.sort()).toEqual(
      Object.keys(PARTITIONS)
        .filter((topic) => topic !== 'touchpoints')
        .sort(),
    );
  });

  test('are waited for until the broker knows their leaders, whoever made them', async () => {
    const { kafka, created, asked } = clusterOf({
      existing: Object.keys(PARTITIONS),
      answers: [unheardOf, unheardOf, undefined],
    });
    await ensureTopics(kafka);
    expect([created, asked()]).toEqual([[], 3]);
  });

  test('are not waited for where the cluster refuses', async () => {
    const refused = Object.assign(new Error('not authorized'), { retriable: false });
    const { kafka, asked } = clusterOf({ existing: [], answers: [refused] });
    await expect(ensureTopics(kafka)).rejects.toThrow('not authorized');
    expect(asked()).toBe(1);
  });
});
