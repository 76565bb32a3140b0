import type { Payload } from '../delivery.js';
import type { Guest } from '../guest.js';
import { isoSeconds } from '../property-time.js';
import type { StayDates } from '../stage.js';
import { expectTouchpoint, type Occasion } from './expectation.js';

/** A reservation of an online travel agency, as a channel manager passes it on: OTA_HotelResNotifRQ without an envelope. */
export function otaReservation(occasion: Occasion & { guest: Guest; stay: StayDates }): Payload {
  const { guest, stay } = occasion;
  const madeAt = isoSeconds(occasion.occurredAt).replace('Z', '+00:00');
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OTA_HotelResNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" EchoToken="echo-${guest.reservationCode}" TimeStamp="${madeAt}" ResStatus="Commit" Version="1.0">
  <HotelReservations>
    <HotelReservation CreateDateTime="${madeAt}" ResStatus="Book">
      <UniqueID Type="14" ID="${guest.reservationCode}"/>
      <RoomStays>
        <RoomStay>
          <TimeSpan Start="${stay.arrivalDate}" End="${stay.departureDate}"/>
          <BasicPropertyInfo HotelCode="${occasion.wiring.idOf('ota')}"/>
        </RoomStay>
      </RoomStays>
      <ResGuests>
        <ResGuest>
          <Profiles>
            <ProfileInfo>
              <Profile ProfileType="1">
                <Customer>
                  <PersonName><GivenName>${guest.firstName}</GivenName><Surname>${guest.lastName}</Surname></PersonName>
                  <Telephone PhoneNumber="${guest.phone}"/>
                  <Email>${guest.email}</Email>
                </Customer>
              </Profile>
            </ProfileInfo>
          </Profiles>
        </ResGuest>
      </ResGuests>
      <ResGlobalInfo>
        <HotelReservationIDs>
          <HotelReservationID ResID_Type="8" ResID_Value="${guest.reservationCode}" ResID_Source="Agency"/>
        </HotelReservationIDs>
      </ResGlobalInfo>
    </HotelReservation>
  </HotelReservations>
</OTA_HotelResNotifRQ>
`;
  return {
    vendor: 'ota',
    body: Buffer.from(body),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'ota',
        id: guest.reservationCode,
        source: 'booking',
        channel: 'ota',
        type: 'reservation_made',
        actor: 'guest',
      }),
    ],
  };
}
