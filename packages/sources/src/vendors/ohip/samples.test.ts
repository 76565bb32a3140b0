import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { ohip } from './source.js';

const context = contextOf({ vendor: 'ohip', property: 'harbour' });

const types: Record<string, string[]> = {
  'v-business-events-by-hotel-poll-response.json': [
    'profile_created',
    'profile_changed',
    'reservation_made',
    'checked_in',
  ],
  't-streaming-event-update-reservation-THIRD-PARTY-INVENTED.json': ['reservation_changed'],
};

testSamples('checkin/oracle-ohip', '.json', (name, body) => {
  const expected = types[name]?.map((type) => ({ kind: 'touchpoint', touchpoint: { type } })) ?? [
    // Requests to OPERA and the resources that it answers with are no events.
    { kind: 'quarantine', code: 'unsupported-event' },
  ];
  expect(ohip.normalise(requestOf(body), context)).toMatchObject(expected);
});
