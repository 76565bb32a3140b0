/**
 * `npm run test:kafka`: the guarantees and the end-to-end tests on real Apache Kafka with one broker; then three brokers that
 * come and go, under the whole pipeline, under the producer alone and under what is told of committed offsets.
 * Arguments go to jest. Where Java or Maven is not there, it says so and passes.
 */
import { spawnSync } from 'node:child_process';
import { prepare, root, toolEnv } from '../../infra/bootstrap/prepare.mjs';
import { kafkaJars, kafkaVersion, requireJava, ToolMissing } from '../../infra/kafka/distribution.mjs';

const SUITES = [
  { brokers: '1', paths: ['test/guarantees', 'test/e2e'] },
  { brokers: '3', paths: ['test/kafka'] },
];

try {
  requireJava();
  await kafkaJars({ onStep: (step) => process.stderr.write(`  … ${step}\n`) });
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error;
  process.stdout.write(`test:kafka: skipped because ${error.tool} is missing (${error.message})\n`);
  process.exit(0);
}
prepare();
for (const { brokers, paths } of SUITES) {
  const title = `${paths.join(' and ')} on Apache Kafka ${kafkaVersion()}, ${brokers === '1' ? 'one broker' : `${brokers} brokers`}`;
  process.stdout.write(`\n${title}\n`);
  const { status } = spawnSync('jest', ['--runInBand', ...paths, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...toolEnv, BELLHOP_TEST_KAFKA_BROKERS: brokers },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
