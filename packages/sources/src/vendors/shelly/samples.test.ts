import { expect } from '@jest/globals';
import { contextOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { shelly } from './source.js';

const pressed = { propertyId: 'harbour', room: '112' };
const context = contextOf({ vendor: 'shelly', rooms: { F008D1D8B8B8: pressed } });

testSamples('iot/shelly', '.json', (name, payload) => {
  const topic = name.includes('-status-') ? 'a-shelly/status/switch:0' : 'a-shelly/events/rpc';
  expect(shelly.normalise({ topic, payload, retained: false }, context)).toMatchObject([
    name.includes('single-push') ? { touchpoint: { type: 'service_requested' } } : { kind: 'ignored' },
  ]);
});
