import { TOUCHPOINT_TYPE_VALUES } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import { stageOf } from './stage.js';

const stay = { arrivalDate: '2026-07-10', departureDate: '2026-07-12' };

describe('the stage of a touchpoint', () => {
  test.each([
    ['reservation_made', 'booking'],
    ['reservation_cancelled', 'booking'],
    ['profile_changed', 'booking'],
    ['room_assigned', 'arrival'],
    ['checked_in', 'arrival'],
    ['checked_out', 'departure'],
    ['review_posted', 'post_stay'],
    ['survey_answered', 'post_stay'],
  ] as const)('of type %s is %s, whatever the dates', (type, stage) => {
    expect(stageOf(type, '2026-01-01', undefined)).toBe(stage);
    expect(stageOf(type, '2026-07-11', stay)).toBe(stage);
  });

  test.each([
    ['2026-07-09', stay, 'pre_arrival'],
    ['2026-07-10', stay, 'in_stay'],
    ['2026-07-12', stay, 'in_stay'],
    ['2026-07-13', stay, 'post_stay'],
    ['2026-07-11', { ...stay, departureDate: null }, 'post_stay'],
    ['2026-07-11', { ...stay, arrivalDate: null }, 'unknown'],
    ['2026-07-11', undefined, 'unknown'],
  ] as const)('of a message on %s around %j is %s', (date, dates, stage) => {
    expect(stageOf('message_received', date, dates)).toBe(stage);
  });

  test('is told for every type of touchpoint', () => {
    for (const type of TOUCHPOINT_TYPE_VALUES) expect(stageOf(type, '2026-07-11', stay)).not.toBe('unknown');
  });
});
