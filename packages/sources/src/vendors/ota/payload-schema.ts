import { z } from 'zod';
import { attributeOf, elementAt, elementsAt, type XmlElement } from './xml.js';

/** What Bellhop needs of a reservation. The names are those of the XML, since a person reads them in the quarantine. */
export const otaReservation = z.object({
  UniqueID: z.string({ error: 'no reservation id (UniqueID Type 14, or HotelReservationID)' }),
  /** The hotel's own confirmation number, where the sender knows it. */
  confirmation: z.string().optional(),
  HotelCode: z.string().optional(),
  ResStatus: z.string().optional(),
});

export type OtaReservation = z.infer<typeof otaReservation>;

/** The fields of a reservation as they stand in the XML, to be checked. */
export function reservationFields(
  reservation: XmlElement,
  message: XmlElement,
  supplierHotel: string | undefined,
) {
  const own = elementsAt(reservation, 'UniqueID');
  const listed = elementsAt(reservation, 'ResGlobalInfo', 'HotelReservationIDs', 'HotelReservationID');
  const uniqueId = (type: string | undefined) =>
    attributeOf(
      own.find((id) => attributeOf(id, 'Type') === type),
      'ID',
    );
  const listedId = (type: string | undefined) =>
    attributeOf(
      listed.find((id) => attributeOf(id, 'ResID_Type') === type),
      'ResID_Value',
    );
  const propertyInfo =
    elementAt(reservation, 'RoomStays', 'RoomStay', 'BasicPropertyInfo') ??
    elementAt(reservation, 'ResGlobalInfo', 'BasicPropertyInfo') ??
    elementAt(reservation, 'Verification', 'BasicPropertyInfo');
  return {
    UniqueID: uniqueId('14') ?? listedId('8') ?? listedId('14') ?? listedId(undefined) ?? uniqueId(undefined),
    confirmation: listedId('3') ?? uniqueId('10') ?? listedId('10'),
    HotelCode: attributeOf(propertyInfo, 'HotelCode') ?? supplierHotel,
    ResStatus: attributeOf(reservation, 'ResStatus') ?? attributeOf(message, 'ResStatus'),
  };
}
