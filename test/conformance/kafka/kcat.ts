import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const program = 'kcat';

/** Whether kcat, a client on librdkafka, is installed (Debian: `apt-get install kcat`). */
export const hasKcat = spawnSync(program, ['-V']).status === 0;

/** For the title of a suite that needs it. */
export const kcatNote = hasKcat ? '' : ' (skipped because kcat is missing)';

/** Runs kcat to its end; resolves with the lines of its output. Rejects where it fails, or takes over 30 seconds. */
export const kcat = async (port: number, args: string[], input = ''): Promise<string[]> => {
  const child = spawn(program, ['-b', `127.0.0.1:${port}`, ...args], { timeout: 30_000 });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`kcat ${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout.split('\n').filter((it) => it !== '');
};
