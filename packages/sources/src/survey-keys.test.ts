import { describe, expect, test } from '@jest/globals';
import { contextOf } from './context.fixture.js';
import { surveyedReservation, surveyIdentifiers, surveyKeysIn } from './survey-keys.js';

const property = contextOf({ vendor: 'typeform' }).group.properties[0]!;

describe('surveyKeysIn', () => {
  test('takes each key from the first record that has it, numbers too', () => {
    expect(
      surveyKeysIn({ reservation_id: 815, email: ' ' }, undefined, { email: 'ada@example.com', hotel: 'H1' }),
    ).toMatchObject({
      reservationCode: '815',
      email: 'ada@example.com',
      hotel: 'H1',
    });
  });

  test.each(['xxxxx', '', 'No response', '{{reservation}}', null, ['R1']])(
    '%j states nothing',
    (reservation) => {
      expect(surveyKeysIn({ reservation }).reservationCode).toBeUndefined();
    },
  );
});

test('survey keys become identifiers that nobody vouches for, national phone numbers by the property’s country', () => {
  const keys = { reservationCode: 'R1', email: 'Ada@Example.com', phone: '0151 1234567' };
  expect(surveyIdentifiers(keys, property)).toEqual([
    { kind: 'email', value: 'ada@example.com', scope: '', verified: false },
    { kind: 'phone', value: '+491511234567', scope: '', verified: false },
    { kind: 'reservation', value: 'R1', scope: 'harbour', verified: false },
  ]);
  expect(surveyedReservation(keys)).toMatchObject({ code: 'R1', status: null });
  expect(surveyedReservation({})).toBeNull();
});
