#!/usr/bin/env node
import { runLocalServer } from '@bellhop/local-process';
import { z } from 'zod';
import { usersSchema } from './access/users.js';
import { startLocalClickHouse } from './start-local-clickhouse.js';

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
    /** In bytes. It and the next ones go by ClickHouse's own names. */
    max_server_memory_usage: z.coerce.number().int().positive().optional(),
    max_suspicious_broken_parts: z.coerce.number().int().nonnegative().optional(),
    /** In seconds. */
    http_receive_timeout: z.coerce.number().positive().optional(),
  }),
  start: ({ settings, ...flags }) =>
    startLocalClickHouse({
      ...flags,
      users: settings.users,
      memoryLimitBytes: settings.max_server_memory_usage,
      maxBrokenParts: settings.max_suspicious_broken_parts,
      receiveTimeoutS: settings.http_receive_timeout,
    }),
  address: (host, port) => `http://${host}:${port}`,
});
