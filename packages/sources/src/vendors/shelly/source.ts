import type { MqttSource } from '../../source.js';
import { normaliseShelly } from './normalise.js';
import { topicFiltersOf } from './topics.js';

/** Shelly devices (Gen2 and later) with MQTT switched on. */
export const shelly: MqttSource = {
  vendor: 'shelly',
  kind: 'room',
  transport: 'mqtt',
  topicFilters: topicFiltersOf,
  normalise: normaliseShelly,
  topicOf: (device, { baseTopic }) =>
    baseTopic === undefined ? `${device}/events/rpc` : `${baseTopic}/${device}/events/rpc`,
};
