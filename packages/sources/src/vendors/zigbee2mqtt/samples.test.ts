import { expect } from '@jest/globals';
import { contextOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { zigbee2mqtt } from './source.js';

const context = contextOf({ vendor: 'zigbee2mqtt', rooms: { lamp: { propertyId: 'harbour', room: '112' } } });

/** The samples' own topics: an event of the bridge, its state, or a device. */
const topicOf = (name: string) =>
  name.includes('bridge') || name.includes('event') ? 'zigbee2mqtt/bridge/event' : 'zigbee2mqtt/lamp';

const touched: Record<string, string> = {
  'v-temp-humidity-WSDCGQ01LM.json': 'comfort_breached',
  'v-switch-WXKG01LM.json': 'service_requested',
};

testSamples('iot/zigbee2mqtt', '.json', (name, payload) => {
  const [outcome] = zigbee2mqtt.normalise({ topic: topicOf(name), payload, retained: false }, context);
  const type = touched[name];
  expect(outcome).toMatchObject(type ? { touchpoint: { type } } : { kind: 'ignored' });
});
