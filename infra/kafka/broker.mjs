import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const log4j = fileURLToPath(new URL('./log4j2.xml', import.meta.url));
const START_DEADLINE_MS = 90_000;
const KEPT_LINES = 200;
const STARTED = 'Kafka Server started';

/** One Kafka node as a Java process. It may be started again after it was stopped or killed. */
export class Broker {
  #java;
  #jars;
  #process;
  #events = new EventEmitter();
  #lines = [];
  #onPid;

  /**
   * @param {{ id: number, dir: string, properties: string, java: string, jars: string, onPid: (pid?: number) => void }} node
   * onPid is told the process id when it starts and undefined when it has ended.
   */
  constructor({ id, dir, properties, java, jars, onPid }) {
    this.id = id;
    this.#java = java;
    this.#jars = jars;
    this.#onPid = onPid;
    this.logFile = join(dir, 'kafka.log');
    this.propertiesFile = join(dir, 'server.properties');
    mkdirSync(dir, { recursive: true });
    writeFileSync(this.propertiesFile, properties);
  }

  get isRunning() {
    return this.#process !== undefined;
  }

  /** Prepares the data folder; one that already belongs to the cluster stays as it is. */
  async format(clusterId) {
    const tool = ['kafka.tools.StorageTool', 'format', '--ignore-formatted'];
    const child = this.#spawn('-Xmx128m', [...tool, '-t', clusterId, '-c', this.propertiesFile]);
    const [status] = await once(child, 'close');
    if (status !== 0) throw this.#failure(`broker ${this.id}: its data folder can't be prepared`);
  }

  /** Resolves when it serves. Throws when it ends before, or takes too long; then it does not run. */
  async start() {
    if (this.#process) return;
    const { KAFKA_HEAP_OPTS = '-Xms128m -Xmx384m' } = process.env;
    const child = this.#spawn(KAFKA_HEAP_OPTS, ['kafka.Kafka', this.propertiesFile]);
    this.#process = child;
    this.#onPid(child.pid);
    child.once('close', () => {
      this.#process = undefined;
      this.#onPid(undefined);
      this.#events.emit('down');
    });
    const deadline = setTimeout(() => child.kill('SIGKILL'), START_DEADLINE_MS);
    const isUp = await new Promise((resolve) => {
      this.#events.once('down', () => resolve(false)).once('up', () => resolve(true));
    });
    clearTimeout(deadline);
    if (!isUp) throw this.#failure(`broker ${this.id} ended before it was up`);
  }

  /** Lets it hand its partitions over and end. What does not end in time is killed, which loses nothing acknowledged. */
  async stop({ deadlineMs = 30_000 } = {}) {
    await this.#end('SIGTERM', deadlineMs);
  }

  async kill() {
    await this.#end('SIGKILL', 30_000);
  }

  async #end(signal, deadlineMs) {
    const child = this.#process;
    if (!child) return;
    const down = once(this.#events, 'down');
    child.kill(signal);
    const deadline = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
    await down;
    clearTimeout(deadline);
  }

  #spawn(heap, args) {
    const options = [...heap.split(' '), `-Dlog4j2.configurationFile=${log4j}`, '-Djava.awt.headless=true'];
    const child = spawn(this.#java, [...options, '-cp', join(this.#jars, '*'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in a terminal reaches only who started it, which stops all in order.
      detached: true,
    });
    const log = createWriteStream(this.logFile, { flags: 'a' });
    child.once('close', () => log.end());
    this.#lines = [];
    for (const output of [child.stdout, child.stderr]) {
      output.pipe(log, { end: false });
      createInterface({ input: output }).on('line', (line) => {
        this.#lines.push(line);
        if (this.#lines.length > KEPT_LINES) this.#lines.shift();
        if (line.includes(STARTED)) this.#events.emit('up');
      });
    }
    return child;
  }

  #failure(problem) {
    const told = this.#lines.filter((line) => /\b(ERROR|FATAL)\b|Exception/.test(line)).slice(-5);
    const end = told.length > 0 ? told : this.#lines.slice(-5);
    return new Error(`${problem}; ${this.logFile} says:\n${end.join('\n')}`);
  }
}
