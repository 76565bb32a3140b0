import { describe, expect, test } from '@jest/globals';
import { mayAccess, type Operation, rolesOf } from './stream-access.js';

interface Case {
  readonly who: string | undefined;
  readonly operation: Operation;
  readonly stream: string;
  /** The metadata document of `guest-1`. */
  readonly document?: unknown;
  readonly may: boolean;
}

const cases: readonly Case[] = [
  { who: undefined, operation: 'write', stream: 'guest-1', may: true },
  { who: undefined, operation: 'read', stream: '$all', may: false },
  { who: 'ada', operation: 'read', stream: '$all', may: false },
  { who: 'admin', operation: 'read', stream: '$all', may: true },
  { who: 'ada', operation: 'write', stream: '$own', may: false },
  { who: 'ada', operation: 'read', stream: '$$guest-1', may: true },
  { who: 'ada', operation: 'read', stream: '$$$own', may: false },
  { who: 'ada', operation: 'write', stream: 'guest-1', document: { $acl: { $w: 'ada' } }, may: true },
  { who: 'bob', operation: 'write', stream: 'guest-1', document: { $acl: { $w: 'ada' } }, may: false },
  {
    who: 'bob',
    operation: 'write',
    stream: 'guest-1',
    document: { $acl: { $w: ['ada', 'bob'] } },
    may: true,
  },
  { who: undefined, operation: 'write', stream: 'guest-1', document: { $acl: { $w: ['$all'] } }, may: true },
  { who: 'ada', operation: 'read', stream: 'guest-1', document: { $acl: { $w: ['bob'] } }, may: true },
  { who: 'ada', operation: 'delete', stream: 'guest-1', document: { $acl: { $d: [] } }, may: false },
  { who: 'admin', operation: 'delete', stream: 'guest-1', document: { $acl: { $d: [] } }, may: true },
  { who: 'ada', operation: 'write', stream: '$$guest-1', document: { $acl: { $mw: 'bob' } }, may: false },
  { who: 'ada', operation: 'read', stream: '$$guest-1', document: { $acl: { $mr: 'bob' } }, may: false },
  { who: 'ada', operation: 'write', stream: '$$guest-1', document: { $acl: { $w: 'bob' } }, may: true },
  { who: 'ada', operation: 'write', stream: 'guest-1', document: { $acl: 'nobody' }, may: true },
];

describe('access to a stream', () => {
  test.each(cases)(
    'by $who to $operation $stream where its metadata is $document is $may',
    ({ who, operation, stream, document, may }) => {
      const metadataOf = (of: string) =>
        of === 'guest-1' && document !== undefined ? Buffer.from(JSON.stringify(document)) : undefined;
      const roles = who === undefined ? [] : rolesOf(who);
      expect(mayAccess({ roles, operation, stream, metadataOf })).toBe(may);
    },
  );
});
