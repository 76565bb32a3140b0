import type { HotelGroup } from '@bellhop/contracts';
import type { Logger, Registry } from '@bellhop/runtime';
import type { Outbox } from './outbox.js';

export interface AppDependencies {
  group: HotelGroup;
  outbox: Outbox;
  logger: Logger;
  metrics: Registry;
  maxBodyBytes: number;
  publisherToken?: string | undefined;
  /** The address that vendors call; by default the one that the server listens on. */
  publicUrl(): string;
  now(): number;
}
