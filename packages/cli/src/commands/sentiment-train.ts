import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Comparison, type OwnRowsResult, trainOnOwnRows } from '@bellhop/sentiment/training';
import type { Command } from 'commander';
import { withClickHouse } from '../connections.js';
import { readEnvironment } from '../environment.js';
import { modelInUse } from '../model-in-use.js';
import { type Output, print, printJson, printRows } from '../output.js';
import { ownTexts, TEXT_SOURCES, type TextSource } from '../own-texts.js';

interface Options {
  from: TextSource[];
  property?: string;
  seed: string;
  yes?: boolean;
}

/** Fewer texts than this say too little of which of two models is better. */
const LEAST_HELD_OUT = 30;

const oneSource = (source: string, before: TextSource[] = []): TextSource[] => {
  const known = TEXT_SOURCES.find((name) => name === source);
  if (!known) throw new Error(`--from takes ${TEXT_SOURCES.join(' or ')}, not ${source}`);
  return [...before, known];
};

export function trainCommand(sentiment: Command, output: () => Output): void {
  sentiment
    .command('train')
    .description(
      "Trains the model in use further on the group's own texts, and installs the outcome if it is better",
    )
    .requiredOption('--from <source>', `${TEXT_SOURCES.join(' or ')}; may be given more than once`, oneSource)
    .option('--property <id>', 'only texts about this property')
    .option('--seed <n>', 'the same texts and seed give the same model', '1')
    .option('--yes', 'install the better model without asking')
    .action(async ({ from, property, seed, yes }: Options) => {
      const environment = readEnvironment();
      const file = environment.SENTIMENT_MODEL_FILE;
      const rows = await withClickHouse(environment, (clickhouse) => ownTexts(clickhouse, from, property));
      if (rows.length === 0)
        throw new Error(`no texts with a rating have come from ${from.join(' or ')} (yet)`);
      process.stderr.write(`trains on ${rows.length} texts with a rating; this takes a minute or so\n`);
      const base = modelInUse(file);
      const trained = await trainOnOwnRows({ rows, seed: Number(seed), base });
      if (!output().json) printComparison(output(), trained, base.header.id);
      const verdict = verdictOn(trained);
      const isInstalled = verdict.isBetter && (yes || (await confirmed(`Install ${trained.id}?`)));
      if (isInstalled) install(file, trained.candidate);
      if (output().json) {
        const { candidate: _bytes, ...told } = trained;
        return printJson({ ...told, ...verdict, isInstalled, file });
      }
      print(verdict.why);
      if (isInstalled)
        print(
          `Installed as ${file}: new texts are scored by it; \`bellhop sentiment rescore\` scores the old ones anew.`,
        );
      else if (verdict.isBetter) print('Not installed. --yes installs without asking.');
    });
}

/** Better on the group's own texts, without a loss on the project's messages in all languages that outweighs it. */
function verdictOn({ heldOut, messages }: OwnRowsResult): { isBetter: boolean; why: string } {
  if (heldOut.texts < LEAST_HELD_OUT)
    return {
      isBetter: false,
      why: `Only ${heldOut.texts} texts are held out, too few to tell which model is better: at least ${LEAST_HELD_OUT} are needed.`,
    };
  const gain = heldOut.candidate.macroF1of3 - heldOut.shipped.macroF1of3;
  const loss = messages.shipped.macroF1of3 - messages.candidate.macroF1of3;
  const [gained, lost] = [gain, loss].map((points) => (100 * points).toFixed(1));
  if (gain <= 0)
    return { isBetter: false, why: `It is no better on the group's own texts (${gained} points).` };
  if (loss > gain)
    return {
      isBetter: false,
      why: `It gains ${gained} points on the group's own texts and loses ${lost} on others.`,
    };
  return {
    isBetter: true,
    why: `It gains ${gained} points of macro-F1 on the group's own texts that it has not seen.`,
  };
}

function printComparison(
  output: Output,
  { id, trainedOn, heldOut, messages }: OwnRowsResult,
  base: string,
): void {
  print(
    `${id}, trained further from ${base} on ${trainedOn} of the texts; both judged on texts that it has not seen:`,
  );
  const compared: [string, Comparison][] = [
    [`${heldOut.texts} of the group's own`, heldOut],
    [`${messages.texts} messages in all languages`, messages],
  ];
  const rows = compared.map(([texts, { shipped, candidate }]) => ({
    texts,
    'macro-F1 (2) before': shipped.macroF1of2.toFixed(3),
    after: candidate.macroF1of2.toFixed(3),
    'macro-F1 (3) before': shipped.macroF1of3.toFixed(3),
    'after ': candidate.macroF1of3.toFixed(3),
  }));
  printRows(output, rows, ['texts', 'macro-F1 (2) before', 'after', 'macro-F1 (3) before', 'after ']);
}

async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** A recorder that runs takes the file up at once, so it is there whole or not at all. */
function install(file: string, model: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, model);
  renameSync(`${file}.new`, file);
}
