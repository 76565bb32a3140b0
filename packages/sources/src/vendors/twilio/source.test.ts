import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { twilio } from './source.js';

const context = contextOf({
  vendor: 'twilio',
  properties: { '+4930123456': 'harbour', MG77: 'hilltop', '384387': 'hilltop' },
});

const sms = {
  MessageSid: 'SM01',
  SmsSid: 'SM01',
  SmsStatus: 'received',
  AccountSid: 'AC1',
  From: '+491511234567',
  To: '+4930123456',
  Body: 'Can I check in + park early?',
  NumMedia: '0',
};
const outcomes = (form: Record<string, string>) =>
  twilio.normalise(requestOf(new URLSearchParams(form).toString()), context);
const message = (more: Record<string, string>) => touchpointsIn(outcomes({ ...sms, ...more }))[0]!;
const whatsapp = { From: 'whatsapp:+491511234567', To: 'whatsapp:+4930123456', ProfileName: 'Ada' };

describe('twilio normalise', () => {
  test('an SMS is a message of a guest whose phone the network vouches for, at the time of receipt', () => {
    expect(message({})).toMatchObject({
      source: 'chat',
      channel: 'sms',
      type: 'message_received',
      actor: 'guest',
      propertyId: 'harbour',
      vendorEventId: 'SM01',
      occurredAt: context.receivedAt,
      clock: 'receipt',
      identifiers: [{ kind: 'phone', value: '+491511234567', scope: '', verified: true }],
      text: 'Can I check in + park early?',
      conversationId: 'sms:+4930123456:+491511234567',
      attributes: {},
    });
  });

  test('an address with the prefix whatsapp: is on WhatsApp', () => {
    expect(message(whatsapp)).toMatchObject({
      channel: 'whatsapp',
      propertyId: 'harbour',
      guestName: 'Ada',
      identifiers: [{ kind: 'phone', value: '+491511234567', verified: true }],
      conversationId: 'whatsapp:+4930123456:+491511234567',
    });
  });

  test('a WhatsApp user without a phone is known by the business-scoped id', () => {
    expect(message({ ...whatsapp, From: 'whatsapp:DE.77aB', ExternalUserId: 'DE.77aB' }).identifiers).toEqual(
      [{ kind: 'messaging', value: 'DE.77aB', scope: 'whatsapp', verified: true }],
    );
    expect(message({ ...whatsapp, ExternalUserId: 'DE.77aB' }).identifiers).toHaveLength(2);
  });

  test('media without a body is a message without words', () => {
    const media = { Body: '', NumMedia: '2', MediaUrl0: 'https://x/1', MediaContentType0: 'image/png' };
    expect(message(media)).toMatchObject({
      text: null,
      attributes: { attachments: '2', attachmentTypes: 'image/png' },
    });
  });

  test('a button’s text is the guest’s word, once', () => {
    expect(message({ ...whatsapp, Body: 'Confirm', ButtonText: 'Confirm' }).text).toBe('Confirm');
    expect(message({ ...whatsapp, Body: 'Hello', ButtonText: 'Confirm' }).text).toBe('Hello\nConfirm');
  });

  test('a body that looks like base64 stays as it is', () => {
    expect(message({ Body: 'SGVsbG8gV29ybGQ=' }).text).toBe('SGVsbG8gV29ybGQ=');
  });

  test('an opt-out is kept and named', () => {
    expect(message({ Body: 'Stop ' })).toMatchObject({ text: 'Stop ', attributes: { optOut: 'STOP' } });
  });

  test('a short code and a messaging service can stand for a property', () => {
    expect(message({ To: '384387' })).toMatchObject({
      propertyId: 'hilltop',
      conversationId: 'sms:384387:+491511234567',
    });
    expect(message({ To: '2021', MessagingServiceSid: 'MG77' }).propertyId).toBe('hilltop');
  });

  test('a sender that is no phone number has no identifier', () => {
    expect(message({ From: '2021' })).toMatchObject({
      identifiers: [],
      conversationId: 'sms:+4930123456:2021',
    });
  });

  test('a redelivery has the same id', () => {
    expect(message({}).touchpointId).toBe(message({ SmsMessageSid: 'SM01' }).touchpointId);
  });
});

describe('twilio payloads that are no message', () => {
  test.each([
    [{ MessageSid: 'SM02', MessageStatus: 'delivered' }, 'SM02 delivered'],
    [{ MessageSid: 'SM02', MessageStatus: 'huh' }, 'SM02 huh'],
    [{ MessageSid: 'SM02', SmsStatus: 'sent' }, 'SM02 sent'],
    [{ MessageSid: 'SM02', MessageStatus: 'failed', ErrorCode: '63018' }, 'SM02 failed, error 63018'],
    [
      { MessageSid: 'SM02', MessageStatus: 'failed', ErrorCode: '21610' },
      'SM02 failed, error 21610: the guest has opted out',
    ],
  ])('the callback %j is a delivery status', (form, detail) => {
    expect(outcomes(form as Record<string, string>)).toEqual([
      { kind: 'ignored', reason: 'delivery-status', detail },
    ]);
  });

  test.each([
    ['no MessageSid', { ...sms, MessageSid: '', SmsSid: '' }, 'unexpected-shape', 'MessageSid'],
    ['no From', { ...sms, From: '' }, 'unexpected-shape', 'From'],
    ['a number that is nobody’s', { ...sms, To: '+49999' }, 'unknown-property', '+49999'],
  ])('%s is quarantined', (_, form, code, detail) => {
    expect(outcomes(form)).toMatchObject([
      { kind: 'quarantine', code, detail: expect.stringContaining(detail) },
    ]);
  });

  test('JSON and nothing at all are quarantined', () => {
    expect(twilio.normalise(requestOf({ MessageSid: 'SM1' }), context)).toMatchObject([
      { code: 'malformed-payload' },
    ]);
    expect(twilio.normalise(requestOf(''), context)).toMatchObject([{ code: 'unexpected-shape' }]);
  });
});

test('twilio verifies what it signs, and hears empty TwiML', () => {
  const body = Buffer.from(new URLSearchParams(sms).toString());
  const signed = twilio.sign(body, context.account, 'https://hooks.example/in/twilio/main');
  expect(twilio.verify({ method: 'POST', ...signed }, context.account)).toEqual({ ok: true });
  expect(twilio.acknowledgement).toEqual({ status: 200, contentType: 'text/xml', body: '<Response/>' });
});
