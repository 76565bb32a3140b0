import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  identifierHashOf,
  PARTITIONS,
  STREAM_PREFIXES,
  STREAMS,
  stableUuid,
  stayIdOf,
  TOPICS,
  touchpointIdOf,
} from './names.js';

describe('ids', () => {
  test('never change: what was stored under them stays found', () => {
    expect(stableUuid('a', 'b')).toBe('e0b5419b-838c-54b7-be38-25ef04da94f9');
    expect(
      touchpointIdOf({ source: 'chat', vendor: 'whatsapp', vendorAccount: 'main', vendorEventId: 'wamid.1' }),
    ).toBe('e6b3148d-6adb-5a34-a89c-6aa9b6544332');
    expect(stayIdOf('harbour', 'R1')).toBe('4db9e158-1f65-5169-8428-19b88af42c00');
    expect(identifierHashOf({ kind: 'email', scope: '', value: 'ann@example.com' })).toBe(
      '9cb41bae6bf7f8fd469ae73e7ce784776cf9b5730a97a463588b629c50a7c68f',
    );
  });

  test('differ wherever their parts do, however the parts are cut', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '1', ':', '|', '-') }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(stableUuid(...one) === stableUuid(...other)).toBe(same);
      }),
      { numRuns: 1000 },
    );
    expect(stableUuid('ab', 'c')).not.toBe(stableUuid('a', 'bc'));
    expect(stableUuid('1:a')).not.toBe(stableUuid('1', 'a'));
    expect(stableUuid('a', '')).not.toBe(stableUuid('a'));
  });

  test('of a stay and of an identifier keep property, kind and scope apart', () => {
    expect(stayIdOf('harbour', 'R1')).not.toBe(stayIdOf('hilltop', 'R1'));
    const email = { kind: 'email', scope: '', value: 'x' } as const;
    const hashes = [email, { ...email, kind: 'other' as const }, { ...email, scope: 'x', value: '' }];
    expect(new Set(hashes.map(identifierHashOf)).size).toBe(3);
  });

  test('are UUIDs of version 5', () => {
    expect(stableUuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('names', () => {
  test('of streams begin with a prefix that the relay publishes', () => {
    const streams = [
      STREAMS.guest('g'),
      STREAMS.stay('s'),
      STREAMS.room('harbour', '101'),
      STREAMS.identifier('h'),
    ];
    expect(streams).toEqual(['guest-g', 'stay-s', 'room-harbour.101', 'identifier-h']);
    for (const stream of streams) {
      expect(STREAM_PREFIXES.filter((prefix) => stream.startsWith(prefix))).toHaveLength(1);
    }
  });

  test('of topics each have a number of partitions', () => {
    expect(Object.keys(PARTITIONS).sort()).toEqual(Object.values(TOPICS).sort());
  });
});
