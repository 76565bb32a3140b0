import { expect, test } from '@jest/globals';
import { quarantineRow } from './quarantine-rows.js';

test('a row of the quarantine holds the bytes as base64', () => {
  expect(
    quarantineRow({
      quarantineId: 'q1',
      code: 'malformed-payload',
      detail: 'not JSON',
      step: 'ingest.normalise',
      vendor: 'whatsapp',
      vendorAccount: 'main',
      propertyId: null,
      origin: '/v1/sources/whatsapp/main',
      contentType: null,
      payload: Buffer.from([0, 255, 10]),
      receivedAt: 0,
    }),
  ).toEqual({
    quarantine_id: 'q1',
    code: 'malformed-payload',
    detail: 'not JSON',
    step: 'ingest.normalise',
    vendor: 'whatsapp',
    vendor_account: 'main',
    property_id: '',
    origin: '/v1/sources/whatsapp/main',
    content_type: '',
    payload: 'AP8K',
    received_at: '1970-01-01T00:00:00.000Z',
  });
});
