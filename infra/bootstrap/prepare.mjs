/** Brings pnpm, installs and builds: all that a fresh clone needs before anything else. Only Node's own modules here. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The environment for tools of the workspace: its own binaries first, nothing told to anybody. */
export const toolEnv = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a command in the workspace and ends this process with its status when it fails. */
export function runOrExit(command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: toolEnv,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.error) fail(`${command} can't be run: ${result.error.message}`);
  if (result.status === 0) return;
  if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`);
  fail(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}`, result.status ?? 1);
}

function fail(message, status = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 12))
    fail(`Bellhop needs Node 20.12 or later; this is ${process.versions.node}`);
}

/** Installed when what pnpm wrote down of the last installation is the lock file as it is now. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.pnpm', 'lock.yaml');
  return (
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  );
}

function step(title, action) {
  const startedAt = Date.now();
  process.stderr.write(`  … ${title}`);
  action();
  process.stderr.write(`\r  ✓ ${title} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)\n`);
}

export function prepare() {
  requireNode();
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!isInstalled()) {
    step('install dependencies', () =>
      runOrExit(
        'npx',
        ['--yes', packageManager, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'],
        { quiet: true },
      ),
    );
  }
  step('build', () => runOrExit('turbo', ['run', 'build', '--output-logs=errors-only'], { quiet: true }));
}
