import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ProcessSpec {
  name: string;
  /** The compiled entry file. */
  entry: URL;
  /** Arguments and environment, given the port that it listened on before a restart, or 0 at first: a restart keeps it. */
  launch(port: number): { args?: readonly string[]; env?: Record<string, string> };
  logDir: string;
  onMessage?: (message: { type: string }) => void;
}

/** A process that did not come up. The message ends with the last lines that it wrote. */
export class StartError extends Error {
  override name = 'StartError';
  readonly code = 'start-failed';
  readonly retryable = false;
}

const STOP_DEADLINE_MS = 12_000;
const FIRST_RESTART_DELAY_MS = 100;
const MAX_RESTART_DELAY_MS = 5_000;

/** A process that is started again whenever it ends by itself, until it is stopped. Its output goes to a log file. */
export class SupervisedProcess {
  readonly name: string;
  readonly logFile: string;
  /** The port that it listens on; it keeps it over restarts. 0 where it listens on none. */
  port = 0;
  /** How often it has been started again. */
  restarts = 0;
  #spec: ProcessSpec;
  #child: ChildProcess | undefined;
  #isUp = false;
  #events = new EventEmitter();
  #stop = new AbortController();

  constructor(spec: ProcessSpec) {
    this.#spec = spec;
    this.name = spec.name;
    mkdirSync(spec.logDir, { recursive: true });
    this.logFile = join(spec.logDir, `${spec.name}.log`);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it is ready. Throws a StartError when the first start fails; later ones are tried again. */
  async start(): Promise<void> {
    await this.#launch();
    void this.#keepUp();
  }

  /** Sends the signal and resolves when it has ended; at once where it is down, waiting to be started again. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#child?.kill(signal);
    await ended(this.#child);
  }

  /** Resolves once it is up; at once where it is. */
  async ready(): Promise<void> {
    if (!this.#isUp) await once(this.#events, 'up');
  }

  /** Resolves the next time that it ends by itself or is killed; it is started again shortly afterwards. */
  async down(): Promise<void> {
    await once(this.#events, 'down');
  }

  /** Ends it for good: SIGTERM, and SIGKILL when it does not end in time. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
    await exited;
    clearTimeout(deadline);
  }

  async #keepUp(): Promise<void> {
    let delayMs = FIRST_RESTART_DELAY_MS;
    while (!this.#stop.signal.aborted) {
      await ended(this.#child);
      if (this.#stop.signal.aborted) return;
      this.#events.emit('down');
      this.restarts += 1;
      await delay(delayMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      if (this.#stop.signal.aborted) return;
      const up = await this.#launch().then(
        () => true,
        () => false,
      );
      delayMs = up ? FIRST_RESTART_DELAY_MS : Math.min(delayMs * 2, MAX_RESTART_DELAY_MS);
    }
  }

  /** Starts it once and waits for its `{ type: 'ready', port }`. */
  async #launch(): Promise<void> {
    const { entry, launch, onMessage } = this.#spec;
    const { args = [], env = {} } = launch(this.port);
    const log = openSync(this.logFile, 'a');
    const child = fork(fileURLToPath(entry), [...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log, 'ipc'],
      // A process group of its own: Ctrl-C in the terminal reaches only the supervisor, which stops all in order.
      detached: true,
    });
    closeSync(log);
    this.#child = child;
    child.once('exit', () => (this.#isUp = false));
    const ready = new Promise<true>((resolve) => {
      child.on('message', (message: { type: string; port?: number }) => {
        if (message.type !== 'ready') return onMessage?.(message);
        this.port = message.port ?? 0;
        this.#isUp = true;
        this.#events.emit('up');
        resolve(true);
      });
    });
    const cameUp = await Promise.race([ready, ended(child)]);
    if (!cameUp) throw await this.#startError(child.exitCode ?? child.signalCode);
  }

  async #startError(status: number | string | null): Promise<StartError> {
    const lines = (await readFile(this.logFile, 'utf8')).trimEnd().split('\n').slice(-5);
    return new StartError(
      `${this.name} ended with ${status} before it was ready; ${this.logFile} ends with:\n${lines.join('\n')}`,
    );
  }
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
