#!/usr/bin/env node
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { readFlags } from './config.js';
import { DataFolderInUseError } from './data-folder-lock.js';
import { PortInUseError, startLocalEventStore } from './local-event-store.js';

async function main(): Promise<void> {
  // What gRPC would log is said by exitWith, in one line that names the flag to change.
  setLogVerbosity(logVerbosity.NONE);
  const flags = readFlags(process.argv.slice(2));
  const store = await startLocalEventStore({ dataDir: flags.data, port: flags.port });
  const stop = (): void => {
    store.close().then(
      () => process.exit(0),
      (fault: unknown) => exitWith(fault),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  process.stdout.write(
    `local-eventstore listens on esdb://127.0.0.1:${store.port}?tls=false, data in ${flags.data}\n`,
  );
  process.send?.({ type: 'ready', port: store.port });
}

function exitWith(fault: unknown): void {
  process.stderr.write(`local-eventstore: ${messageOf(fault)}\n`);
  process.exit(1);
}

function messageOf(fault: unknown): string {
  if (fault instanceof DataFolderInUseError) return `${fault.message} Choose another one with --data.`;
  if (fault instanceof PortInUseError) return `${fault.message} Choose another one with --port.`;
  return fault instanceof Error ? fault.message : String(fault);
}

main().catch(exitWith);
