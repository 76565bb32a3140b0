import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdirSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Named pipes through which results come out of the engine while it makes them (`INTO OUTFILE`). */
export interface ResultPipes {
  /** Takes a pipe that nobody uses. There are as many as queries may run. */
  open(): ResultPipe;
}

export interface ResultPipe {
  readonly path: string;
  /** Ends after `finish`, when what the engine wrote has been read. */
  readonly output: Readable;
  /** To be called once the engine has ended the query. Resolves when everything has been read, and the pipe is free. */
  finish(): Promise<void>;
}

/** The command, because Node has no call for it. */
export const makePipes = 'mkfifo';

/** Makes the pipes, new ones at every start. */
export function createResultPipes(folder: string, count: number): ResultPipes {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const free = Array.from({ length: count }, (_, index) => join(folder, String(index)));
  execFileSync(makePipes, ['-m', '600', ...free]);
  return {
    open() {
      const path = free.at(-1);
      if (path === undefined) throw new Error('every result pipe is in use');
      const { keeper, reader } = openEnds(path);
      free.pop();
      const output = new Socket({ fd: reader, readable: true, writable: false });
      const closed = once(output, 'close');
      return {
        path,
        output,
        async finish() {
          closeSync(keeper);
          await closed;
          free.push(path);
        },
      };
    },
  };
}

/** Both ends or none: where the process has no more file descriptors, a pipe must not be lost too. */
function openEnds(path: string): { keeper: number; reader: number } {
  // A writer of our own, so that the engine's opening never waits, and the output ends only when we say so.
  const keeper = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  try {
    return { keeper, reader: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK) };
  } catch (thrown) {
    closeSync(keeper);
    throw thrown;
  }
}
