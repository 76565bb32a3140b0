import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { ota } from './source.js';

const context = contextOf({ vendor: 'ota', property: 'harbour' });

for (const folder of ['booking/expedia', 'booking/ota-htng']) {
  testSamples(folder, '.xml', (name, body) => {
    expect(ota.normalise(requestOf(body), context)).toMatchObject([
      name.includes('response')
        ? { kind: 'quarantine', code: 'unsupported-event' }
        : { touchpoint: { type: 'reservation_made', guestName: expect.any(String) } },
    ]);
  });
}
