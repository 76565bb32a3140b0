import type { HotelGroup, Property, VendorAccount } from '@bellhop/contracts';
import type { Vendor } from '@bellhop/sources';

/** A room and the devices in it, by the names that their vendors give them. */
export interface Room {
  number: string;
  lock: string;
  button: string;
  shelly: string;
}

/** A property with what the vendors call it: the hotel group's mapping, read backwards. */
export interface Wiring {
  property: Property;
  /** The group's first account with a vendor. Throws where there is none. */
  account(vendor: Vendor): VendorAccount;
  /** The vendor's id for the property. Throws where the account lists none. */
  idOf(vendor: Vendor): string;
  rooms: Room[];
}

/** Every property must have an id with each vendor and a lock, a button and a Shelly in each room; throws otherwise. */
export function wiringsOf(group: HotelGroup): Wiring[] {
  const account = (vendor: Vendor) => {
    const found = group.accounts.find((candidate) => candidate.vendor === vendor);
    if (!found) throw new Error(`The hotel group has no account with ${vendor}, which the simulator needs`);
    return found;
  };
  return group.properties.map((property) => ({
    property,
    account,
    idOf: (vendor) => {
      const entry = Object.entries(account(vendor).properties).find(([, id]) => id === property.propertyId);
      if (!entry) throw new Error(`The account with ${vendor} lists no id for ${property.propertyId}`);
      return entry[0];
    },
    rooms: roomsOf(property, account),
  }));
}

function roomsOf({ propertyId }: Property, account: (vendor: Vendor) => VendorAccount): Room[] {
  const deviceIn = (vendor: Vendor, room: string) => {
    const entry = Object.entries(account(vendor).rooms).find(
      ([, place]) => place.propertyId === propertyId && place.room === room,
    );
    if (!entry) throw new Error(`The account with ${vendor} has no device in room ${room} of ${propertyId}`);
    return entry[0];
  };
  return Object.values(account('ttlock').rooms)
    .filter((place) => place.propertyId === propertyId)
    .map(({ room }) => ({
      number: room,
      lock: deviceIn('ttlock', room),
      button: deviceIn('zigbee2mqtt', room),
      shelly: deviceIn('shelly', room),
    }));
}
