import { describe, expect, test } from '@jest/globals';
import { contextOf, touchpointsIn } from '../../context.fixture.js';
import type { SourceContext } from '../../source.js';
import { shelly } from './source.js';

const rooms = {
  'shellyhtg3-a1b2c3d4e5f6': { propertyId: 'harbour', room: '112' },
  AABBCCDDEEFF: { propertyId: 'hilltop', room: '7' },
  'home/Terrace': { propertyId: 'harbour', room: 'T1' },
};
const context = contextOf({ vendor: 'shelly', rooms });
const src = 'shellyhtg3-a1b2c3d4e5f6';
const ts = Date.UTC(2026, 6, 1, 11, 58, 20) / 1000 + 0.25;

const publish = (topic: string, payload: unknown, retained = false, at: SourceContext = context) =>
  shelly.normalise(
    {
      topic,
      payload: Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)),
      retained,
    },
    at,
  );
const notify = (params: object, method = 'NotifyStatus', from = src) =>
  publish(`${from}/events/rpc`, { src: from, dst: `${from}/events`, method, params });
const touchpoints = (params: object, method?: string, from?: string) =>
  touchpointsIn(notify(params, method, from));
const push = (event: string, at: number | null = ts, component = 'input:0') => ({
  ts: at,
  events: [{ component, id: 0, event, ts: at }],
});

describe('shelly normalise', () => {
  test('a humid room is a breach of comfort, timed by the device', () => {
    expect(
      touchpoints({ ts, 'humidity:0': { id: 0, rh: 81.4 }, 'temperature:0': { id: 0, tC: 22 } }),
    ).toMatchObject([
      {
        source: 'room',
        channel: 'room_device',
        type: 'comfort_breached',
        actor: 'system',
        propertyId: 'harbour',
        room: '112',
        identifiers: [],
        occurredAt: ts * 1000,
        clock: 'vendor',
        vendorEventId: 'A1B2C3D4E5F6|comfort|humidity|2026-07-01T13',
        attributes: { metric: 'humidity', value: '81.4' },
      },
    ]);
  });

  test.each([
    [{ 'temperature:100': { tC: 16 } }, 'comfort_breached'],
    [{ 'thermostat:0': { current_C: 28 } }, 'comfort_breached'],
    [{ 'flood:0': { alarm: true } }, 'leak_detected'],
    [{ 'smoke:0': { alarm: true } }, 'smoke_detected'],
    [{ 'devicepower:0': { battery: { V: 2.4, percent: 4 } } }, 'device_faulted'],
    [{ 'switch:0': { errors: ['overtemp'] } }, 'device_faulted'],
    [{ 'thermostat:0': { target_C: 24, source: 'ui' } }, 'setpoint_changed'],
  ])('%j is %s', (status, type) => {
    expect(touchpoints({ ts, ...status })).toMatchObject([{ type, room: '112' }]);
  });

  test.each([
    { 'temperature:0': { tC: 21, tF: 69.8 } },
    { 'temperature:0': { tC: null, errors: null } },
    { 'switch:0': { output: true, apower: 60, temperature: { tC: 71.5 } } },
    { 'flood:0': { alarm: false } },
    { 'thermostat:0': { target_C: 24, source: 'timer' } },
    { 'thermostat:0': { target_C: 24 } },
    { bthome: { errors: ['bluetooth_disabled'] }, sys: { cfg_rev: 3 } },
    {},
  ])('%j is telemetry', (status) => {
    expect(notify({ ts, ...status })).toMatchObject([{ kind: 'ignored', reason: 'telemetry' }]);
    expect(notify({ ts, ...status }, 'NotifyFullStatus')).toMatchObject([{ kind: 'ignored' }]);
  });

  test('two sensors of a device that say the same are one breach', () => {
    expect(touchpoints({ ts, 'temperature:0': { tC: 29 }, 'temperature:100': { tC: 30 } })).toHaveLength(1);
  });

  test('each error of each component is a fault of its own, once a day', () => {
    const faulty = {
      'switch:0': { errors: ['overtemp', 'overpower'] },
      'switch:1': { errors: ['overtemp'] },
    };
    const ids = (at: number) => touchpoints({ ts: at, ...faulty }).map(({ touchpointId }) => touchpointId);
    expect(new Set(ids(ts)).size).toBe(3);
    expect(ids(ts + 3600)).toEqual(ids(ts));
    expect(ids(ts + 86_400)).not.toEqual(ids(ts));
  });

  test.each(['single_push', 'double_push', 'triple_push', 'long_push'])(
    'a %s is a request of the guest',
    (event) => {
      expect(touchpoints(push(event), 'NotifyEvent')).toMatchObject([
        {
          type: 'service_requested',
          actor: 'guest',
          room: '112',
          attributes: { action: `input:0 ${event}` },
        },
      ]);
    },
  );

  test('a push is known by its time: the same one again is the same request', () => {
    const id = (params: object) => touchpoints(params, 'NotifyEvent')[0]!.touchpointId;
    expect(id(push('single_push'))).toBe(id(push('single_push')));
    expect(id(push('single_push', ts + 0.5))).not.toBe(id(push('single_push')));
    expect(id(push('single_push', ts, 'input:1'))).not.toBe(id(push('single_push')));
  });

  test('each event of a notification is one outcome, in order', () => {
    const events = ['btn_down', 'single_push', 'config_changed'].map((event) => ({
      component: 'input:0',
      event,
      ts,
    }));
    expect(notify({ ts, events }, 'NotifyEvent').map(({ kind }) => kind)).toEqual([
      'ignored',
      'touchpoint',
      'ignored',
    ]);
  });

  test.each([null, undefined, 0, 51.2])('a device whose clock says %p is timed by receipt', (at) => {
    expect(touchpoints({ ts: at, 'smoke:0': { alarm: true } })).toMatchObject([
      { clock: 'receipt', occurredAt: context.receivedAt },
    ]);
    expect(touchpoints(push('single_push', at ?? null), 'NotifyEvent')).toMatchObject([{ clock: 'receipt' }]);
  });

  test('a device is found by its id, its MAC address or its topic', () => {
    const smoke = { ts, 'smoke:0': { alarm: true } };
    expect(touchpoints(smoke, 'NotifyStatus', 'shellyplussmoke-aabbccddeeff')).toMatchObject([{ room: '7' }]);
    const moved = { src: 'shellyplussmoke-111111111111', method: 'NotifyStatus', params: smoke };
    expect(publish('home/Terrace/events/rpc', moved)).toMatchObject([{ touchpoint: { room: 'T1' } }]);
  });

  test('the status topic of a component counts as the notification does', () => {
    const status = touchpointsIn(publish(`${src}/status/smoke:0`, { id: 0, alarm: true }));
    expect(status).toMatchObject([{ type: 'smoke_detected', room: '112' }]);
    const noon = { ts: context.receivedAt / 1000, 'smoke:0': { alarm: true } };
    expect(touchpoints(noon)[0]!.touchpointId).toBe(status[0]!.touchpointId);
  });

  test.each([
    [`${src}/online`, 'true'],
    [`${src}/debug/log`, 'any text'],
    [`${src}/status/smoke:0`, ''],
    [`${src}/events/rpc`, { id: 5, src, result: { 'smoke:0': { alarm: true } } }],
  ])('%s saying %j is about the system', (topic, payload) => {
    expect(publish(topic, payload)).toMatchObject([{ kind: 'ignored', reason: 'property-system' }]);
  });

  test('a retained message is an old state', () => {
    expect(publish(`${src}/status/smoke:0`, { alarm: true }, true)).toMatchObject([
      { reason: 'replayed-state' },
    ]);
  });

  test('a device without a room is quarantined only where a guest would be touched', () => {
    const other = 'shellyhtg3-000000000001';
    expect(notify({ ts, 'temperature:0': { tC: 21 } }, 'NotifyStatus', other)).toMatchObject([
      { kind: 'ignored' },
    ]);
    expect(notify({ ts, 'temperature:0': { tC: 12 } }, 'NotifyStatus', other)).toMatchObject([
      { kind: 'quarantine', code: 'unknown-room' },
    ]);
  });

  test.each([
    [{ src, method: 'NotifyWeather', params: {} }, 'unsupported-event'],
    [{ src, method: 'NotifyEvent', params: { ts } }, 'unexpected-shape'],
    ['{"src":', 'malformed-payload'],
    ['[1]', 'unexpected-shape'],
  ])('%j is quarantined', (payload, code) => {
    expect(publish(`${src}/events/rpc`, payload)).toMatchObject([{ kind: 'quarantine', code }]);
  });
});

test('shelly listens below the account’s base topic, or where devices publish by default', () => {
  const based = contextOf({ vendor: 'shelly', baseTopic: 'hotel/shelly', rooms });
  expect(shelly.topicFilters(based.account)).toEqual(['hotel/shelly/#']);
  expect(shelly.topicOf(src, based.account)).toBe(`hotel/shelly/${src}/events/rpc`);
  expect(shelly.topicOf(src, context.account)).toBe(`${src}/events/rpc`);
  expect(shelly.topicFilters(context.account)).toContain('+/events/rpc');
  expect(publish(`${src}/events/rpc`, {}, false, based)).toMatchObject([{ code: 'unsupported-event' }]);
  const frame = { src, method: 'NotifyStatus', params: { 'smoke:0': { alarm: true } } };
  expect(publish(shelly.topicOf(src, based.account), frame, false, based)).toMatchObject([
    { kind: 'touchpoint' },
  ]);
});
