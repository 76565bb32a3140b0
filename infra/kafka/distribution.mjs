/** Brings Apache Kafka's jars and finds the Java that runs them. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_JAVA = 17;
const here = dirname(fileURLToPath(import.meta.url));
const pom = join(here, 'pom.xml');

/** Java or Maven is not on this machine. The message says what to install. */
export class ToolMissing extends Error {
  name = 'ToolMissing';

  /** @param {'java' | 'mvn'} tool @param {string} message */
  constructor(tool, message) {
    super(message);
    this.tool = tool;
  }
}

/** The command of a Java that is new enough. Throws ToolMissing. */
export function requireJava() {
  const { JAVA_HOME } = process.env;
  const java = JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java';
  const { error, stderr = '' } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const wanted = `Apache Kafka needs Java ${LEAST_JAVA} or later (a JRE is enough)`;
  if (error) throw new ToolMissing('java', `${wanted}; '${java}' is not there`);
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(major >= LEAST_JAVA))
    throw new ToolMissing('java', `${wanted}; '${java}' is ${stderr.split('\n')[0]}`);
  return java;
}

/** The folder of Kafka's jars, brought from Maven Central once for each content of pom.xml. Throws ToolMissing. */
export async function kafkaJars({ onStep = () => undefined } = {}) {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/kafka/', import.meta.url));
  const folder = join(cache, createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  if (spawnSync('mvn', ['-version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status !== 0)
    throw new ToolMissing('mvn', "Apache Kafka is brought by Maven; 'mvn' is not there");
  onStep(`Apache Kafka ${kafkaVersion()} is brought by Maven`);
  mkdirSync(cache, { recursive: true });
  const incomplete = mkdtempSync(join(cache, 'incomplete-'));
  try {
    await copyDependencies(incomplete);
    renameSync(incomplete, folder);
  } catch (error) {
    rmSync(incomplete, { recursive: true, force: true });
    // Somebody else may have brought it meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

export function kafkaVersion() {
  return /<artifactId>kafka_[\d.]+<\/artifactId>\s*<version>([^<]+)/.exec(readFileSync(pom, 'utf8'))?.[1];
}

async function copyDependencies(folder) {
  const goals = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const maven = spawn('mvn', ['-B', '-ntp', '-f', pom, ...goals], { shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [maven.stdout, maven.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const status = await new Promise((resolve, reject) => maven.once('error', reject).once('close', resolve));
  if (status !== 0)
    throw new Error(`Maven could not bring Apache Kafka:\n${output.split('\n').slice(-25).join('\n')}`);
}
