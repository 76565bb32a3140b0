import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { ota } from './source.js';
import { elementAt, parseXml } from './xml.js';

const context = contextOf({ vendor: 'ota', properties: { '880': 'harbour', '990': 'hilltop' } });
const outcomes = (xml: string | Buffer) => ota.normalise(requestOf(xml), context);
const touchpoint = (xml: string) => touchpointsIn(outcomes(xml))[0]!;

const customer = `<PersonName><NamePrefix>Ms</NamePrefix><GivenName>Zo&#235;</GivenName><Surname>O&apos;Neill</Surname></PersonName>
  <Telephone CountryAccessCode="49" AreaCityCode="30" PhoneNumber="5550123"/>`;
const profile = (content: string, type = '1') =>
  `<Profiles><ProfileInfo><Profile ProfileType="${type}"><Customer>${content}</Customer></Profile></ProfileInfo></Profiles>`;

interface Parts {
  name: string;
  attributes: string;
  own: string;
  id: string;
  room: string;
  guests: string;
  global: string;
}

const standard: Parts = {
  name: 'OTA_HotelResNotifRQ',
  attributes: 'EchoToken="E1" TimeStamp="2026-07-01T12:00:00+02:00" ResStatus="Commit"',
  own: 'CreateDateTime="2026-07-01T11:59:00+0200"',
  id: '<UniqueID Type="14" ID="7788"/>',
  room: '<TimeSpan Start="2026-07-10" End="2026-07-12"/><BasicPropertyInfo HotelCode="880"/>',
  guests: `<ResGuests><ResGuest>${profile(customer)}</ResGuest></ResGuests>`,
  global: '',
};

function message(parts: Partial<Parts> = {}): string {
  const { name, attributes, own, id, room, guests, global } = { ...standard, ...parts };
  const [list, item] =
    name === 'OTA_HotelResModifyNotifRQ'
      ? ['HotelResModifies', 'HotelResModify']
      : ['HotelReservations', 'HotelReservation'];
  return `<?xml version="1.0"?><${name} xmlns="http://www.opentravel.org/OTA/2003/05" ${attributes}>
    <POS><Source><RequestorID ID="Stayfinder"/></Source></POS>
    <${list}><${item} ${own}>${id}<RoomStays><RoomStay>${room}</RoomStay></RoomStays>${guests}
    <ResGlobalInfo>${global}</ResGlobalInfo></${item}></${list}></${name}>`;
}

const soap = (
  body: string,
  password = 'a-secret-of-ours',
) => `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
  <s:Header><e:Interface xmlns:e="http://www.newtrade.com/expedia/R14/header"><e:PayloadInfo RequestId="R&amp;9">
  <e:CommDescriptor RetryIndicator="false"><e:Authentication Username="x" Password="${password}"/></e:CommDescriptor>
  <e:PayloadDescriptor Name="any"><e:PayloadReference SupplierHotelCode="990"/></e:PayloadDescriptor>
  </e:PayloadInfo></e:Interface></s:Header><s:Body>${body.replace(/<\?.*?\?>/, '')}</s:Body></s:Envelope>`;

describe('ota normalise', () => {
  test('a booking is made at the hotel of its code, by the guest, at the time of its creation', () => {
    expect(touchpoint(message())).toMatchObject({
      source: 'booking',
      channel: 'ota',
      type: 'reservation_made',
      actor: 'guest',
      propertyId: 'harbour',
      occurredAt: Date.UTC(2026, 6, 1, 9, 59),
      clock: 'vendor',
      guestName: "Zoë O'Neill",
      identifiers: [
        { kind: 'reservation', value: '7788', scope: 'harbour', verified: true },
        { kind: 'phone', value: '+49305550123', verified: true },
      ],
      reservation: {
        code: '7788',
        status: 'booked',
        arrivalDate: '2026-07-10',
        departureDate: '2026-07-12',
        room: null,
      },
      attributes: { bookedAt: 'Stayfinder' },
    });
  });

  test.each([
    ['Commit', 'reservation_made', 'booked'],
    ['Book', 'reservation_made', 'booked'],
    ['Modify', 'reservation_changed', 'booked'],
    ['Cancel', 'reservation_cancelled', 'cancelled'],
    ['Cancelled', 'reservation_cancelled', 'cancelled'],
  ])('the status %s means %s', (status, type, reservationStatus) => {
    expect(touchpoint(message({ attributes: `ResStatus="${status}"` }))).toMatchObject({
      type,
      reservation: { status: reservationStatus },
    });
    expect(touchpoint(message({ attributes: '', own: `ResStatus="${status}"` })).type).toBe(type);
  });

  test('a message that modifies is a change, timed by its last modification or by the message', () => {
    const changed = { name: 'OTA_HotelResModifyNotifRQ', attributes: 'TimeStamp="2026-07-02T08:00:00Z"' };
    expect(touchpoint(message(changed))).toMatchObject({
      type: 'reservation_changed',
      occurredAt: Date.UTC(2026, 6, 2, 8),
    });
    const own = 'CreateDateTime="2026-07-01T00:00:00Z" LastModifyDateTime="2026-07-02T09:00:00"';
    expect(touchpoint(message({ ...changed, own })).occurredAt).toBe(Date.UTC(2026, 6, 2, 7));
  });

  test('a cancellation in Expedia’s envelope names the hotel in its header, and the hotel’s own confirmation', () => {
    const cancel = `<OTA_CancelRQ xmlns="http://www.opentravel.org/OTA/2003/05" TimeStamp="2026-07-03T08:00:00Z">
      <UniqueID Type="10" ID="HOTEL-1"/><UniqueID Type="14" ID="7788"/></OTA_CancelRQ>`;
    expect(touchpoint(soap(cancel))).toMatchObject({
      type: 'reservation_cancelled',
      propertyId: 'hilltop',
      occurredAt: Date.UTC(2026, 6, 3, 8),
      reservation: { code: '7788', status: 'cancelled', arrivalDate: null },
      identifiers: [
        { kind: 'reservation', value: '7788' },
        { kind: 'reservation', value: 'HOTEL-1' },
      ],
    });
  });

  test('prefixes do not matter', () => {
    const prefixed = message()
      .replace('xmlns=', 'xmlns:ota=')
      .replace(/<(\/?)([A-Z])/g, '<$1ota:$2');
    expect(touchpoint(prefixed).touchpointId).toBe(touchpoint(message()).touchpointId);
  });

  test('a reservation without a room’s time span takes its nights, and a time without a zone is the hotel’s', () => {
    const night = (date: string) => `<RoomRate EffectiveDate="${date}" RatePlanCode="1"/>`;
    const global = `<HotelReservationIDs><HotelReservationID ResID_Value="4455" ResID_Date="2026-07-01T10:00:00"/>
      </HotelReservationIDs>${profile(`${customer}<Email>Zoe@Example.com</Email>`)}`;
    const polled = message({
      attributes: 'TimeStamp="2026-07-05T00:00:00+00:00"',
      own: '',
      id: '',
      room: `<RoomRates>${night('2026-07-31')}${night('2026-07-30')}</RoomRates><BasicPropertyInfo HotelCode="990"/>`,
      guests: '',
      global,
    });
    expect(touchpoint(polled)).toMatchObject({
      propertyId: 'hilltop',
      occurredAt: Date.UTC(2026, 6, 1, 6),
      guestName: "Zoë O'Neill",
      reservation: { code: '4455', arrivalDate: '2026-07-30', departureDate: '2026-08-01' },
    });
    expect(touchpoint(polled).identifiers.map(({ kind }) => kind)).toEqual(['reservation', 'email', 'phone']);
    // The same reservation in the next poll.
    const again = polled.replace('2026-07-05T00', '2026-07-05T01');
    expect(touchpoint(again).touchpointId).toBe(touchpoint(polled).touchpointId);
  });

  test('only a person is the guest, and a booker of another name gives no identifiers', () => {
    const agency = profile(
      '<PersonName><Surname>Agency</Surname></PersonName><Email>a@b.example</Email>',
      '4',
    );
    expect(touchpoint(message({ guests: '', global: agency }))).toMatchObject({
      guestName: null,
      identifiers: [{ kind: 'reservation' }],
    });
    const boss = profile('<PersonName><Surname>Boss</Surname></PersonName><Email>boss@b.example</Email>');
    expect(touchpoint(message({ global: boss })).identifiers).toHaveLength(2);
    const self = profile(`${customer}<Email>zoe@b.example</Email>`);
    expect(touchpoint(message({ global: self })).identifiers).toHaveLength(3);
  });

  test('the guest’s words are text, choices are attributes, and billing instructions are left out', () => {
    const request = (code: string, text: string) =>
      `<SpecialRequest RequestCode="${code}" Language="de-de"><Text>${text}</Text></SpecialRequest>`;
    const room = `${standard.room}<SpecialRequests>${request('1.14', '1 king bed')}${request('2.1', 'Non-Smoking')}
      ${request('5', 'Bill to card 4111 1111 1111 1111')}${request('4', 'Ein ruhiges Zimmer &amp; Meerblick')}</SpecialRequests>
      <Comments><Comment><Text><![CDATA[Ankunft um 23 Uhr]]></Text></Comment></Comments>`;
    const made = touchpoint(message({ room }));
    expect(made).toMatchObject({
      text: 'Ankunft um 23 Uhr\nEin ruhiges Zimmer & Meerblick',
      textLanguage: 'de',
      attributes: { choices: '1 king bed; Non-Smoking' },
    });
    expect(JSON.stringify(made)).not.toContain('Bill');
  });

  test('no card number, security code or password leaves', () => {
    const card = `<Guarantee><PaymentCard CardNumber="5500005555555559" SeriesCode="987" ExpireDate="0930">
      <CardHolderName>Zoe</CardHolderName></PaymentCard></Guarantee>`;
    const written = '<Comments><Comment><Text>my card is 5500 0055 5555 5559</Text></Comment></Comments>';
    const result = JSON.stringify(outcomes(soap(message({ room: `${standard.room}${card}${written}` }))));
    expect(result).not.toMatch(/5500|987|a-secret-of-ours|0930/);
  });

  test('people are counted by their codes over all rooms, rooms and types too', () => {
    const count = (code: number, times: number) =>
      `<GuestCount AgeQualifyingCode="${code}" Count="${times}"/>`;
    const type = '<RoomTypes><RoomType RoomTypeCode="DLX"/></RoomTypes>';
    const room = `${type}${standard.room}<GuestCounts>${count(10, 2)}${count(8, 1)}${count(7, 1)}</GuestCounts>
      </RoomStay><RoomStay>${type}<TimeSpan Start="2026-07-09" End="2026-07-11"/><GuestCounts>${count(10, 1)}</GuestCounts>`;
    expect(touchpoint(message({ room }))).toMatchObject({
      reservation: { arrivalDate: '2026-07-09', departureDate: '2026-07-12' },
      attributes: { adults: '3', children: '2', rooms: '2', roomType: 'DLX' },
    });
  });

  test('a retry is the same event; another message, reservation, or change under the same token is another', () => {
    const id = (parts: Partial<Parts>) => touchpoint(message(parts)).touchpointId;
    const first = id({});
    expect(id({ attributes: standard.attributes.replace('12:00:00', '12:05:00') })).toBe(first);
    expect(id({ attributes: standard.attributes.replace('E1', 'E2') })).not.toBe(first);
    expect(id({ id: '<UniqueID Type="14" ID="7789"/>' })).not.toBe(first);
    expect(id({ room: standard.room.replace('07-12', '07-13') })).not.toBe(first);
  });

  test('each reservation of a message is one outcome, in order', () => {
    const two = message().replace(
      '</HotelReservation>',
      '</HotelReservation><HotelReservation><RoomStays/></HotelReservation>',
    );
    expect(outcomes(two)).toMatchObject([
      { kind: 'touchpoint' },
      { kind: 'quarantine', code: 'unexpected-shape', detail: expect.stringContaining('UniqueID') },
    ]);
  });

  test.each([
    ['a ping', '<OTA_PingRQ><EchoData>x</EchoData></OTA_PingRQ>'],
    ['a booking for the target Test', message({ attributes: 'Target="Test"' })],
    ['a poll that found nothing', '<OTA_HotelResNotifRQ><HotelReservations/></OTA_HotelResNotifRQ>'],
  ])('%s is ignored', (_, xml) => {
    expect(outcomes(xml)).toMatchObject([{ kind: 'ignored', reason: 'connection-test' }]);
  });

  test.each([
    ['another message', '<OTA_HotelAvailRQ/>', 'unsupported-event'],
    ['an unknown hotel', message().replace('"880"', '"1"'), 'unknown-property'],
    ['a body that is no XML', '{"a":1}', 'malformed-payload'],
    ['an empty body', '', 'malformed-payload'],
    ['a message cut off', message().slice(0, 400), 'malformed-payload'],
    ['an empty envelope', '<Envelope><Body/></Envelope>', 'malformed-payload'],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><a/>', 'malformed-payload'],
    [
      'a declared entity',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>${message()}`,
      'malformed-payload',
    ],
    ['a name of the prototype', '<a><__proto__ b="1"/></a>', 'malformed-payload'],
  ])('%s is quarantined', (_, xml, code) => {
    expect(outcomes(xml)).toMatchObject([{ kind: 'quarantine', code }]);
  });

  test('the declared encoding is read', () => {
    const latin = message().replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>');
    const bytes = Buffer.from(latin.replace('Zo&#235;', 'Zoë'), 'latin1');
    expect(outcomes(bytes)).toMatchObject([{ touchpoint: { guestName: "Zoë O'Neill" } }]);
  });
});

describe('ota verify', () => {
  const { account } = context;
  const post = (body: string, url = 'https://hooks.example/v1/ota/main') => ({ ...requestOf(body), url });

  test('accepts what it signed, and the password of the envelope where the address has no token', () => {
    const signed = ota.sign(Buffer.from(message()), account, 'https://hooks.example/v1/ota/main');
    expect(ota.verify({ method: 'POST', ...signed }, account)).toEqual({ ok: true });
    expect(ota.verify(post(soap(message())), account)).toEqual({ ok: true });
  });

  test.each([
    ['a wrong token', post(soap(message()), 'https://hooks.example/?token=guess')],
    ['a wrong password', post(soap(message(), 'guess-guess'))],
    ['neither', post(message())],
    ['no XML', post('no XML')],
  ])('refuses %s', (_, request) => {
    expect(ota.verify(request, account).ok).toBe(false);
  });
});

describe('ota acknowledge', () => {
  const answerTo = (body: string) => {
    const answer = ota.acknowledge!(requestOf(body));
    const document = parseXml(Buffer.from(answer.body));
    if (!document.ok) throw new Error(document.detail);
    return { answer, ...document };
  };

  test('answers with the response of the same name and token', () => {
    const { answer, name, root } = answerTo(message({ name: 'OTA_HotelResModifyNotifRQ' }));
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml; charset=utf-8' });
    expect(name).toBe('OTA_HotelResModifyNotifRS');
    expect(root).toMatchObject({ attributes: { EchoToken: 'E1' }, children: { Success: [{}] } });
  });

  test('answers an envelope with an envelope, escaping what it repeats', () => {
    const { name, root } = answerTo(soap('<OTA_PingRQ><EchoData>a &lt; b</EchoData></OTA_PingRQ>'));
    expect(name).toBe('Envelope');
    expect(elementAt(root, 'Header', 'Interface', 'PayloadInfo')?.attributes.RequestId).toBe('R&9');
    expect(elementAt(root, 'Body', 'OTA_PingRS', 'EchoData')?.text).toBe('a < b');
  });

  test('answers what it can’t read with the plain response', () => {
    expect(ota.acknowledge!(requestOf('no XML'))).toEqual(ota.acknowledgement);
  });
});
