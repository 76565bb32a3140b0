import type { Write } from '../storage/store.js';
import { array, int16, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** Forgets groups and their offsets; a group with members is refused. */
export const deleteGroups = defineApi({
  key: 42,
  name: 'DeleteGroups',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: struct({ groups: array(string) }),
  response: struct({ throttleMs, groups: array(struct({ group: string, code: int16 })) }),
  async handle(broker, request) {
    const writes: Write[] = [];
    const groups = request.groups.map((group) => {
      const state = broker.groups.find(group);
      if (state === undefined && !broker.offsets.has(group))
        return { group, code: ErrorCode.groupIdNotFound };
      if (state !== undefined && state.phase !== 'empty') return { group, code: ErrorCode.nonEmptyGroup };
      broker.groups.forget(group);
      writes.push(...broker.offsets.stageGroupRemoval(group));
      return { group, code: 0 };
    });
    await broker.store.commit(writes);
    return { throttleMs: 0, groups };
  },
  failed: (request, code) => ({ throttleMs: 0, groups: request.groups.map((group) => ({ group, code })) }),
});
