import type { Identifier } from '@bellhop/contracts';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A lower-cased email; undefined where the text is not an address. */
export function emailIdentifier(text: string | null | undefined, verified: boolean): Identifier | undefined {
  const value = text?.trim().toLowerCase();
  if (!value || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return undefined;
  return { kind: 'email', value, scope: '', verified };
}

/** An E.164 phone number; undefined where the text is not a possible number. `country` is how a number without a country code is read. */
export function phoneIdentifier(
  text: string | null | undefined,
  verified: boolean,
  country?: string,
): Identifier | undefined {
  const parsed = text ? parsePhoneNumberFromString(text, country as CountryCode | undefined) : undefined;
  return parsed?.isPossible() ? { kind: 'phone', value: parsed.number, scope: '', verified } : undefined;
}

/** A reservation code, unique in its property. */
export function reservationIdentifier(propertyId: string, code: string, verified: boolean): Identifier {
  return { kind: 'reservation', value: code, scope: propertyId, verified };
}

/** Those that could be read, each once. */
export function known(...identifiers: (Identifier | undefined)[]): Identifier[] {
  const byName = new Map<string, Identifier>();
  for (const identifier of identifiers) {
    if (!identifier) continue;
    const name = JSON.stringify([identifier.kind, identifier.scope, identifier.value]);
    // Of two that are the same, the one that somebody vouches for stays.
    if (!byName.get(name)?.verified) byName.set(name, identifier);
  }
  return [...byName.values()];
}
