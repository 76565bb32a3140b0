#!/usr/bin/env node
import { runLocalServer } from '@bellhop/local-process';
import { z } from 'zod';
import { startLocalClickHouse } from './start-local-clickhouse.js';
import { usersSchema } from './users.js';

await runLocalServer({
  name: 'local-clickhouse',
  defaultPort: 8123,
  settings: z.strictObject({
    /** JSON: user name to password, readonly and limits. */
    users: z
      .string()
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(usersSchema)
      .optional(),
    memoryLimitBytes: z.coerce.number().int().positive().optional(),
    maxBrokenParts: z.coerce.number().int().nonnegative().optional(),
  }),
  start: ({ settings, ...flags }) => startLocalClickHouse({ ...flags, ...settings }),
  address: (host, port) => `http://${host}:${port}`,
});
