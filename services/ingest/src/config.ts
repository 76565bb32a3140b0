import { hotelGroupSettings, kafkaSettings } from '@bellhop/runtime';
import { z } from 'zod';

export const settings = {
  ...kafkaSettings,
  ...hotelGroupSettings,
  INGEST_HOST: z.string().default('127.0.0.1'),
  INGEST_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** The address that vendors call: some sign it. Behind a proxy it is not the one that this process sees. */
  INGEST_PUBLIC_URL: z.url().optional(),
  /** The largest body that is taken; bytes. A quarantined one must fit into a record, which Kafka bounds at 1 MiB. */
  INGEST_MAX_BODY_BYTES: z.coerce.number().int().min(1024).default(1_000_000),
  /** Where publishers of our own contract must send `Authorization: Bearer <token>`; without it they need none. */
  INGEST_PUBLISHER_TOKEN: z.string().min(16).optional(),
  /** The broker of the rooms' devices; empty where there is none. */
  MQTT_URL: z.string().default(''),
};
