import type { MqttSource } from '../../source.js';
import { normaliseZigbee } from './normalise.js';
import { baseTopicOf } from './topics.js';

/** Zigbee2MQTT: the state of Zigbee devices, published to a topic each. */
export const zigbee2mqtt: MqttSource = {
  vendor: 'zigbee2mqtt',
  kind: 'room',
  transport: 'mqtt',
  topicFilters: (account) => [`${baseTopicOf(account)}/#`],
  normalise: normaliseZigbee,
  topicOf: (device, account) => `${baseTopicOf(account)}/${device}`,
};
