import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { whatsapp } from './source.js';

const context = contextOf({ vendor: 'whatsapp', properties: { '100200': 'harbour', '300400': 'hilltop' } });

const text = {
  from: '491511234567',
  id: 'wamid.A1',
  timestamp: '1782900000',
  type: 'text',
  text: { body: 'Is breakfast included?' },
};
const value = (more: object, line = '100200') => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '+49 30 123 456', phone_number_id: line },
  contacts: [{ wa_id: '491511234567', profile: { name: 'Ada Okoro' } }],
  ...more,
});
const changes = (...list: object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '555', changes: list.map((one) => ({ field: 'messages', value: one })) }],
});
const outcomes = (payload: object) => whatsapp.normalise(requestOf(payload), context);
const message = (more: object) =>
  touchpointsIn(outcomes(changes(value({ messages: [{ ...text, ...more }] }))))[0]!;
const oddMessage = (more: object, contacts: object[] = []) =>
  outcomes(changes(value({ contacts, messages: [{ ...text, ...more }] })))[0]!;

describe('whatsapp normalise', () => {
  test('a text is a message of a guest whose phone WhatsApp vouches for', () => {
    expect(message({})).toMatchObject({
      source: 'chat',
      channel: 'whatsapp',
      type: 'message_received',
      actor: 'guest',
      propertyId: 'harbour',
      vendorEventId: 'wamid.A1',
      occurredAt: 1782900000000,
      clock: 'vendor',
      identifiers: [{ kind: 'phone', value: '+491511234567', scope: '', verified: true }],
      guestName: 'Ada Okoro',
      text: 'Is breakfast included?',
      conversationId: 'whatsapp:100200:491511234567',
      attributes: {},
    });
  });

  test('all entries, changes, messages and statuses are taken, in their order, each line at its own property', () => {
    const first = changes(
      value({ messages: [text, { ...text, id: 'wamid.A2' }] }),
      value({ statuses: [{ id: 'wamid.S', status: 'read' }] }),
    );
    const second = changes(value({ messages: [{ ...text, id: 'wamid.B1' }] }, '300400'));
    const all = outcomes({ ...first, entry: [...first.entry, ...second.entry] });
    expect(
      all.map((outcome) => (outcome.kind === 'touchpoint' ? outcome.touchpoint.vendorEventId : outcome.kind)),
    ).toEqual(['wamid.A1', 'wamid.A2', 'ignored', 'wamid.B1']);
    expect(touchpointsIn(all).map(({ propertyId }) => propertyId)).toEqual(['harbour', 'harbour', 'hilltop']);
  });

  test.each([
    ['a button', { type: 'button', button: { text: 'Yes', payload: 'p' } }, 'Yes'],
    [
      'a reply button',
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'x', title: 'Late' } },
      },
      'Late',
    ],
    [
      'a list choice',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'x', title: 'Spa' } } },
      'Spa',
    ],
    [
      'a form',
      {
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: { response_json: '{"flow_token":"t","wish":"a cot","nights":2}' },
        },
      },
      'wish: a cot\nnights: 2',
    ],
    [
      'a caption',
      { type: 'image', image: { caption: 'The tap drips', mime_type: 'image/jpeg' } },
      'The tap drips',
    ],
  ])('%s gives its words', (_, more, words) => {
    expect(message({ text: undefined, ...more })).toMatchObject({ type: 'message_received', text: words });
  });

  test.each([
    ['audio', { audio: { mime_type: 'audio/ogg' } }, { mediaType: 'audio/ogg' }],
    ['sticker', { sticker: { id: '1' } }, {}],
    ['hologram', {}, {}],
    [
      'location',
      { location: { latitude: 52.5, longitude: 13.4, name: 'Zoo' } },
      { location: '52.5, 13.4', place: 'Zoo' },
    ],
    ['unsupported', { errors: [{ code: 131051, title: 'Unsupported' }] }, { errors: '131051 Unsupported' }],
  ])('a message of type %s is kept, without words', (type, more, attributes) => {
    expect(message({ text: undefined, type, ...more })).toMatchObject({
      type: 'message_received',
      text: null,
      attributes: { messageType: type, ...attributes },
    });
  });

  test('a reaction is one; taking it back is not', () => {
    const reaction = { text: undefined, type: 'reaction', reaction: { message_id: 'wamid.Z', emoji: '👍' } };
    expect(message(reaction)).toMatchObject({
      type: 'reaction_added',
      attributes: { reaction: '👍', reactedTo: 'wamid.Z' },
    });
    expect(oddMessage({ ...reaction, reaction: { message_id: 'wamid.Z' } })).toMatchObject({
      kind: 'ignored',
      reason: 'not-published',
    });
  });

  test('a notice of the system is not a message that waits for an answer', () => {
    expect(
      message({ text: undefined, type: 'system', system: { type: 'user_changed_number' } }),
    ).toMatchObject({ type: 'other', actor: 'system' });
  });

  test('a card number that a guest writes is not kept', () => {
    expect(message({ text: { body: 'card 4111 1111 1111 1111' } }).text).toBe('card [card number removed]');
  });

  test('every status, known or not, is a delivery status', () => {
    const statuses = [
      { id: 'wamid.S', status: 'failed', errors: [{ code: 131026, title: 'Undeliverable' }] },
      { id: 'wamid.S', status: 'in_orbit' },
    ];
    expect(outcomes(changes(value({ statuses })))).toEqual([
      { kind: 'ignored', reason: 'delivery-status', detail: 'wamid.S failed; 131026 Undeliverable' },
      { kind: 'ignored', reason: 'delivery-status', detail: 'wamid.S in_orbit' },
    ]);
  });

  test('a message that the hotel wrote in the business app is the staff’s, in the guest’s conversation', () => {
    const echo = { ...text, from: '4930123456', to: '491511234567', id: 'wamid.E' };
    const payload = {
      object: 'whatsapp_business_account',
      entry: [
        { id: '555', changes: [{ field: 'smb_message_echoes', value: value({ message_echoes: [echo] }) }] },
      ],
    };
    expect(touchpointsIn(outcomes(payload))).toMatchObject([
      {
        type: 'message_sent',
        actor: 'staff',
        conversationId: 'whatsapp:100200:491511234567',
        identifiers: [{ value: '+491511234567' }],
      },
    ]);
  });
});

describe('whatsapp identity', () => {
  const both = [{ wa_id: '491511234567', user_id: 'DE.77aB', profile: { name: 'Ada' } }];

  test('a phone and a business-scoped id both name the guest, and the phone names the conversation', () => {
    const [outcome] = outcomes(
      changes(value({ contacts: both, messages: [{ ...text, from_user_id: 'DE.77aB' }] })),
    );
    expect(outcome).toMatchObject({
      touchpoint: {
        conversationId: 'whatsapp:100200:491511234567',
        identifiers: [
          { kind: 'phone', value: '+491511234567', verified: true },
          { kind: 'messaging', value: 'DE.77aB', scope: 'whatsapp', verified: true },
        ],
      },
    });
  });

  test.each([
    ['from is absent', { from: undefined, from_user_id: 'DE.77aB' }],
    ['from holds the id', { from: 'DE.77aB' }],
  ])('a guest without a phone is known by the business-scoped id where %s', (_, more) => {
    expect(oddMessage(more)).toMatchObject({
      touchpoint: {
        conversationId: 'whatsapp:100200:DE.77aB',
        identifiers: [{ kind: 'messaging', value: 'DE.77aB' }],
      },
    });
  });

  test('an enterprise id is one too', () => {
    expect(oddMessage({ from: 'US.ENT.5678' })).toMatchObject({
      touchpoint: { identifiers: [{ value: 'US.ENT.5678' }] },
    });
  });

  test('digits that are no phone number stay an id of WhatsApp’s', () => {
    expect(oddMessage({ from: '5678' })).toMatchObject({
      touchpoint: { identifiers: [{ kind: 'messaging', value: '5678' }] },
    });
  });

  test('a group has one conversation', () => {
    expect(message({ group_id: 'G9' })).toMatchObject({
      conversationId: 'whatsapp:100200:G9',
      attributes: { group: 'G9' },
    });
  });
});

describe('whatsapp payloads that are not understood', () => {
  test.each([
    ['no sender', { from: undefined }, 'without from'],
    ['a sender that is neither phone nor id', { from: 'bla' }, 'bla is neither a phone number'],
    ['a time that is none', { timestamp: 'asdf' }, 'timestamp is "asdf"'],
    ['a text without body', { text: {} }, 'text.body'],
  ])('a message with %s is quarantined, and the next one is taken', (_, more, detail) => {
    const [first, second] = outcomes(
      changes(value({ contacts: [], messages: [{ ...text, ...more }, text] })),
    );
    expect(first).toMatchObject({
      kind: 'quarantine',
      code: 'unexpected-shape',
      detail: expect.stringContaining(detail),
    });
    expect(first).toMatchObject({ detail: expect.stringContaining('entry.0.changes.0.value.messages.0') });
    expect(second).toMatchObject({ kind: 'touchpoint' });
  });

  test.each([
    ['another object', { object: 'instagram', entry: [{ id: '1' }] }, 'quarantine', 'unsupported-event'],
    ['no entry', { object: 'whatsapp_business_account', entry: [] }, 'quarantine', 'unexpected-shape'],
    [
      'an entry without changes',
      { object: 'whatsapp_business_account', entry: [{ id: '1' }] },
      'quarantine',
      'unexpected-shape',
    ],
    ['a value without parts', changes(value({})), 'quarantine', 'unexpected-shape'],
    ['an unknown line', changes(value({ messages: [text] }, '999')), 'quarantine', 'unknown-property'],
    [
      'an unknown field',
      {
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes: [{ field: 'history', value: {} }] }],
      },
      'quarantine',
      'unsupported-event',
    ],
    [
      'a field of the account',
      {
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes: [{ field: 'account_update', value: {} }] }],
      },
      'ignored',
      'property-system',
    ],
    [
      'an error of the account',
      changes(value({ errors: [{ code: 130429, title: 'Rate limit hit' }] })),
      'ignored',
      'property-system',
    ],
    [
      'a dashboard test',
      { object: 'whatsapp_business_account', entry: [{ id: '0', changes: [] }] },
      'ignored',
      'connection-test',
    ],
  ])('%s has its outcome', (_, payload, kind, why) => {
    const [outcome, ...others] = outcomes(payload);
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({ kind, [kind === 'ignored' ? 'reason' : 'code']: why });
  });

  test('a body that is not JSON is malformed', () => {
    expect(whatsapp.normalise(requestOf('<html>'), context)).toMatchObject([
      { kind: 'quarantine', code: 'malformed-payload' },
    ]);
  });
});

test('whatsapp verifies what it signs, and keeps the address', () => {
  const body = Buffer.from('{"object":"x"}');
  const signed = whatsapp.sign(body, context.account, 'https://hooks.example/in/whatsapp/main');
  expect(signed.headers['x-hub-signature-256']).toHaveLength(71);
  expect(whatsapp.verify({ method: 'POST', ...signed }, context.account)).toEqual({ ok: true });
});
