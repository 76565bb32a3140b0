import cliProgress from 'cli-progress';

export interface Progress {
  update(done: number, note?: string): void;
  /** For a total that is known late. */
  total(total: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 2_000;

/** A progress bar on a terminal; elsewhere a line every other second, so that logs stay readable. Written to standard error. */
export function createProgress(what: string, total: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new cliProgress.SingleBar(
      {
        format: `${what} {bar} {percentage}% {value}/{total} {note}`,
        hideCursor: true,
        stream: process.stderr,
      },
      cliProgress.Presets.shades_classic,
    );
    bar.start(total, 0, { note: '' });
    return {
      update: (done, note = '') => bar.update(done, { note }),
      total: (known) => bar.setTotal(known),
      stop: () => bar.stop(),
    };
  }
  let known = total;
  let last = 0;
  let shown: string | undefined;
  const line = (done: number, note: string) => {
    const text = `${what}: ${done} of ${known} ${note}`.trimEnd();
    if (text !== shown) process.stderr.write(`${text}\n`);
    shown = text;
  };
  let latest: [number, string] = [0, ''];
  return {
    update: (done, note = '') => {
      latest = [done, note];
      if (Date.now() - last < LINE_EVERY_MS) return;
      last = Date.now();
      line(done, note);
    },
    total: (value) => {
      known = value;
    },
    stop: () => line(...latest),
  };
}
