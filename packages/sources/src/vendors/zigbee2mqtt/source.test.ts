import { describe, expect, test } from '@jest/globals';
import { contextOf, touchpointsIn } from '../../context.fixture.js';
import type { SourceContext } from '../../source.js';
import { zigbee2mqtt } from './source.js';

const context = contextOf({
  vendor: 'zigbee2mqtt',
  rooms: {
    'floor 1/112/climate': { propertyId: 'harbour', room: '112' },
    '0x00158d0001a2b3c4': { propertyId: 'hilltop', room: '7' },
  },
});

const climate = 'floor 1/112/climate';
const publish = (
  name: string,
  payload: unknown,
  more: Partial<{ retained: boolean; context: SourceContext }> = {},
) =>
  zigbee2mqtt.normalise(
    {
      topic: `zigbee2mqtt/${name}`,
      payload: Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)),
      retained: more.retained ?? false,
    },
    more.context ?? context,
  );
const touchpoints = (payload: unknown, name = climate) => touchpointsIn(publish(name, payload));
const later = (minutes: number): SourceContext => ({
  ...context,
  receivedAt: context.receivedAt + minutes * 60_000,
});

describe('zigbee2mqtt normalise', () => {
  test('a room that is too warm is a breach of comfort, of the room and of no guest', () => {
    expect(touchpoints({ temperature: 27.34, humidity: 44, linkquality: 90 })).toMatchObject([
      {
        source: 'room',
        channel: 'room_device',
        type: 'comfort_breached',
        actor: 'system',
        propertyId: 'harbour',
        room: '112',
        identifiers: [],
        text: null,
        vendorEventId: 'floor 1/112/climate|comfort|temperature|2026-07-01T14',
        clock: 'receipt',
        attributes: { device: climate, metric: 'temperature', value: '27.34', limit: 'above 27', unit: '°C' },
      },
    ]);
  });

  test.each([
    [{ temperature: 16.9 }, 'temperature'],
    [{ local_temperature: 30 }, 'temperature'],
    [{ humidity: 75.1 }, 'humidity'],
    [{ co2: 1401 }, 'co2'],
  ])('%j breaks the limit of %s', (state, metric) => {
    expect(touchpoints(state)).toMatchObject([{ type: 'comfort_breached', attributes: { metric } }]);
  });

  test.each([
    { temperature: 17, humidity: 75, co2: 1400, battery: 10 },
    { temperature: 27 },
    { temperature: 327.67, humidity: 655.35 },
    { device_temperature: 60 },
    { temperature: null },
    { occupancy: true, contact: false },
    { action: '' },
    { water_leak: false, smoke: false },
    { occupied_heating_setpoint: 21, setpoint_change_source: 'schedule' },
    { occupied_heating_setpoint: 21 },
    {},
  ])('%j is telemetry', (state) => {
    expect(publish(climate, state)).toMatchObject([{ kind: 'ignored', reason: 'telemetry' }]);
  });

  test('a breach counts once for each device, metric and hour on the hotel’s clock', () => {
    const idOf = (state: object, at: SourceContext) =>
      touchpointsIn(publish(climate, state, { context: at })).map(({ touchpointId }) => touchpointId);
    const first = idOf({ temperature: 28 }, context);
    expect(idOf({ temperature: 29.5 }, later(59))).toEqual(first);
    expect(idOf({ temperature: 29.5 }, later(60))).not.toEqual(first);
    expect(idOf({ humidity: 90 }, context)).not.toEqual(first);
  });

  test('a leak and smoke count once an hour, since the state repeats them', () => {
    const both = touchpoints({ water_leak: true, smoke: true, linkquality: 4 });
    expect(both.map(({ type, actor }) => [type, actor])).toEqual([
      ['leak_detected', 'system'],
      ['smoke_detected', 'system'],
    ]);
    const repeated = touchpointsIn(
      publish(climate, { water_leak: true, smoke: true }, { context: later(20) }),
    );
    expect(repeated.map(({ touchpointId }) => touchpointId)).toEqual(
      both.map(({ touchpointId }) => touchpointId),
    );
  });

  test.each([{ action: 'single' }, { action: 'hold' }, { click: 'double' }])(
    'the button of %j is a request of the guest',
    (state) => {
      expect(touchpoints(state)).toMatchObject([{ type: 'service_requested', actor: 'guest' }]);
    },
  );

  test('two presses with their own times are two requests, a redelivered one is one', () => {
    const press = (last_seen: unknown) => touchpoints({ action: 'single', last_seen })[0]!;
    const first = press('2026-07-01T14:00:05+02:00');
    expect(first).toMatchObject({ occurredAt: Date.UTC(2026, 6, 1, 12, 0, 5), clock: 'vendor' });
    expect(press('2026-07-01T14:00:05+02:00').touchpointId).toBe(first.touchpointId);
    expect(press('2026-07-01T14:00:09+02:00').touchpointId).not.toBe(first.touchpointId);
    expect(press(Date.UTC(2026, 6, 1, 12, 0, 5)).occurredAt).toBe(first.occurredAt);
    expect(press(1e18)).toMatchObject({ clock: 'receipt' });
  });

  test('a battery that is nearly empty is a fault once a day', () => {
    const [fault] = touchpoints({ battery: 9 });
    expect(fault).toMatchObject({
      type: 'device_faulted',
      attributes: { fault: 'battery', batteryPercent: '9' },
    });
    const evening = touchpointsIn(publish(climate, { battery: 8 }, { context: later(9 * 60) }))[0]!;
    expect(evening.touchpointId).toBe(fault!.touchpointId);
    const tomorrow = touchpointsIn(publish(climate, { battery: 8 }, { context: later(11 * 60) }))[0]!;
    expect(tomorrow.touchpointId).not.toBe(fault!.touchpointId);
    expect(touchpoints({ battery_low: true })).toMatchObject([{ type: 'device_faulted' }]);
  });

  test('a setpoint is a change where the payload says that a hand set it', () => {
    expect(
      touchpoints({
        occupied_heating_setpoint: 23.5,
        setpoint_change_source: 'manual',
        local_temperature: 20,
      }),
    ).toMatchObject([{ type: 'setpoint_changed', actor: 'guest', attributes: { setpoint: '23.5' } }]);
  });

  test('one attribute a topic is read like a state', () => {
    expect(touchpoints('29.1', `${climate}/temperature`)).toMatchObject([
      { room: '112', type: 'comfort_breached' },
    ]);
    expect(touchpoints('single', '0x00158d0001a2b3c4/action')).toMatchObject([
      { room: '7', propertyId: 'hilltop' },
    ]);
    expect(publish(`${climate}/linkquality`, '80')).toMatchObject([{ reason: 'telemetry' }]);
  });

  test('a retained message is an old state, whatever it says', () => {
    expect(publish(climate, { smoke: true }, { retained: true })).toMatchObject([
      { reason: 'replayed-state' },
    ]);
  });

  test.each([
    ['bridge/state', 'online'],
    ['bridge/event', { type: 'device_leave' }],
    ['floor 1/112/climate/availability', { state: 'offline' }],
    ['floor 1/112/climate/set', { state: 'ON' }],
    ['floor 1/112/climate/get/temperature', ''],
    ['floor 1/112/climate', ''],
  ])('%s is about the system, not about a guest', (name, payload) => {
    expect(publish(name, payload)).toMatchObject([{ kind: 'ignored', reason: 'property-system' }]);
  });

  test('a device without a room is quarantined only where a guest would be touched', () => {
    expect(publish('hallway', { temperature: 21 })).toMatchObject([{ kind: 'ignored' }]);
    expect(publish('hallway', { temperature: 31, smoke: true })).toMatchObject([
      { kind: 'quarantine', code: 'unknown-room', detail: expect.stringContaining('hallway') },
    ]);
  });

  test.each([
    [climate, '{"temperature":', 'malformed-payload'],
    [climate, [1, 2], 'unexpected-shape'],
    ['lamp', 'ON', 'unexpected-shape'],
  ])('%s saying %j is quarantined', (name, payload, code) => {
    expect(publish(name, payload)).toMatchObject([{ kind: 'quarantine', code }]);
  });
});

test('zigbee2mqtt listens below the account’s base topic, or the vendor’s own', () => {
  const { account } = contextOf({ vendor: 'zigbee2mqtt', baseTopic: 'hotel/zigbee' });
  expect(zigbee2mqtt.topicFilters(account)).toEqual(['hotel/zigbee/#']);
  expect(zigbee2mqtt.topicOf('lamp', account)).toBe('hotel/zigbee/lamp');
  expect(zigbee2mqtt.topicFilters(context.account)).toEqual(['zigbee2mqtt/#']);
  const elsewhere = { topic: 'other/lamp', payload: Buffer.from('{}'), retained: false };
  expect(zigbee2mqtt.normalise(elsewhere, context)).toMatchObject([{ code: 'unsupported-event' }]);
});
