/**
 * What a lock record is about, by its `recordType` (TTLock Open Platform, lock records).
 * - `opened`: a person at the door opened it, from either side.
 * - `remote`: it was opened from afar, through a gateway or a remote control.
 * - `alarm`: somebody or something works on the lock itself.
 * - `other`: locking, and the door sensor, which only repeats what an opening already said.
 */
export type RecordMeaning = 'opened' | 'remote' | 'alarm' | 'other';

const RECORD_TYPES: Record<number, readonly [RecordMeaning, string]> = {
  1: ['opened', 'app'],
  3: ['remote', 'gateway'],
  4: ['opened', 'passcode'],
  7: ['opened', 'IC card'],
  8: ['opened', 'fingerprint'],
  9: ['opened', 'wristband'],
  10: ['opened', 'mechanical key'],
  11: ['other', 'locked over Bluetooth'],
  12: ['remote', 'gateway'],
  29: ['alarm', 'unexpected unlock'],
  30: ['other', 'door sensor closed'],
  31: ['other', 'door sensor open'],
  32: ['opened', 'from inside'],
  33: ['other', 'locked by fingerprint'],
  34: ['other', 'locked by passcode'],
  35: ['other', 'locked by IC card'],
  36: ['other', 'locked by mechanical key'],
  37: ['remote', 'remote control'],
  44: ['alarm', 'tamper alarm'],
  45: ['other', 'locked by itself'],
  46: ['opened', 'key'],
  47: ['other', 'locked by key'],
  48: ['other', 'repeated invalid passcode'],
};

export interface RecordType {
  meaning: RecordMeaning;
  /** How, for a person to read. */
  how: string;
}

/** Undefined for a type that is not in the vendor's list. */
export function recordTypeOf(recordType: number): RecordType | undefined {
  const entry = RECORD_TYPES[recordType];
  return entry && { meaning: entry[0], how: entry[1] };
}
