import { describe, expect, test } from '@jest/globals';
import { hotelGroupSchema } from './hotel-group.js';

const property = { propertyId: 'harbour', name: 'Harbour House', timeZone: 'Europe/Berlin', country: 'DE' };
const account = { vendor: 'whatsapp', account: 'main', secret: 'a-secret-of-ours' };
const group = { name: 'Seaside', properties: [property], accounts: [account] };

describe('a hotel group', () => {
  test('needs little: the rest has defaults', () => {
    expect(hotelGroupSchema.parse({ name: 'Seaside', properties: [property] })).toEqual({
      name: 'Seaside',
      properties: [{ ...property, dayChangeHour: 4 }],
      accounts: [],
    });
    expect(hotelGroupSchema.parse(group).accounts).toEqual([{ ...account, properties: {}, rooms: {} }]);
  });

  test.each([
    ['no property', { ...group, properties: [] }, 'properties', /.+/],
    [
      'a name that is no time zone',
      { ...group, properties: [{ ...property, timeZone: 'Mars/Base' }] },
      'properties.0.timeZone',
      /not an IANA time zone/,
    ],
    [
      'a property id with capitals',
      { ...group, properties: [{ ...property, propertyId: 'Harbour' }] },
      'properties.0.propertyId',
      /lower-case/,
    ],
    [
      'a day that changes in the afternoon',
      { ...group, properties: [{ ...property, dayChangeHour: 13 }] },
      'properties.0.dayChangeHour',
      /.+/,
    ],
    [
      'a secret that is short',
      { ...group, accounts: [{ ...account, secret: 'short' }] },
      'accounts.0.secret',
      /.+/,
    ],
    ['a misspelt field', { ...group, accounts: [{ ...account, romms: {} }] }, 'accounts.0', /romms/],
    [
      'an account of a property that is not listed',
      { ...group, accounts: [account, { ...account, property: 'hilltop' }] },
      'accounts.1',
      /hilltop, which is not listed/,
    ],
    [
      'a hotel id of a property that is not listed',
      { ...group, accounts: [{ ...account, properties: { 7: 'hilltop' } }] },
      'accounts.0',
      /hilltop/,
    ],
    [
      'a room of a property that is not listed',
      { ...group, accounts: [{ ...account, rooms: { d1: { propertyId: 'hilltop', room: '1' } } }] },
      'accounts.0',
      /hilltop/,
    ],
  ])('is refused with %s, and the field is named', (_name, input, path, message) => {
    const { error } = hotelGroupSchema.safeParse(input);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
    expect(error?.issues[0]?.message).toMatch(message);
  });

  test('is refused with all of its mistakes together', () => {
    const { error } = hotelGroupSchema.safeParse({
      ...group,
      name: '',
      properties: [{ ...property, country: 'DEU' }],
    });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual(['name', 'properties.0.country']);
  });
});
