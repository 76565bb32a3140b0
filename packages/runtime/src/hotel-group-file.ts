import { readFileSync } from 'node:fs';
import { type HotelGroup, hotelGroupSchema } from '@bellhop/contracts';
import { ConfigError, readConfig } from './config.js';

/** Reads and checks the hotel group file. Throws a ConfigError that names the file and every field that is wrong. */
export function readHotelGroup(file: string): HotelGroup {
  try {
    return readConfig(hotelGroupSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new ConfigError(`HOTEL_GROUP_FILE ${file}: ${(error as Error).message}`, { cause: error });
  }
}
