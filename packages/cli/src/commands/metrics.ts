import type { Figure } from '@bellhop/domain';
import type { Command } from 'commander';
import { withClickHouse } from '../connections.js';
import { readEnvironment } from '../environment.js';
import { DIMENSIONS, type Dimension, type MetricRow, metricRows } from '../metric-rows.js';
import { type Output, printJson, printRows } from '../output.js';

interface Options {
  property?: string;
  from?: string;
  to?: string;
  by?: Dimension;
}

export function metricsCommand(program: Command, output: () => Output): void {
  program
    .command('metrics')
    .description(
      'NPS, CSAT, CES, review index and sentiment, with sample sizes and 95 % confidence intervals',
    )
    .option('--property <id>', 'only this property')
    .option('--from <date>', 'from this business day on, YYYY-MM-DD')
    .option('--to <date>', 'up to and including this business day, YYYY-MM-DD')
    .option('--by <dimension>', `a row for each ${DIMENSIONS.join(', ')}`)
    .action(async (options: Options) => {
      if (options.by && !DIMENSIONS.includes(options.by))
        throw new Error(`--by takes ${DIMENSIONS.join(', ')}, not ${options.by}`);
      const rows = await withClickHouse(readEnvironment(), (clickhouse) => metricRows(clickhouse, options));
      printMetrics(output(), rows);
    });
}

export function printMetrics(output: Output, rows: readonly MetricRow[]): void {
  if (output.json) {
    printJson(rows);
    return;
  }
  const grouped = rows.some(({ group }) => group !== null);
  const shown = rows.map(({ property, group, touchpoints, nps, csat, ces, review_index, sentiment }) => ({
    property,
    group: group || '(none)',
    touchpoints,
    NPS: figureText(nps, 0),
    CSAT: figureText(csat, 0),
    CES: figureText(ces, 2),
    'review index': figureText(review_index, 0),
    sentiment: figureText(sentiment, 2),
  }));
  printRows(output, shown, [
    'property',
    ...(grouped ? (['group'] as const) : []),
    'touchpoints',
    'NPS',
    'CSAT',
    'CES',
    'review index',
    'sentiment',
  ]);
}

/** Value, confidence interval and sample size, such as `42 [31…53] n=88`. */
function figureText(figure: Figure | undefined, digits: number): string {
  if (!figure) return '–';
  const { value, low, high, n } = figure;
  return `${value.toFixed(digits)} [${low.toFixed(digits)}…${high.toFixed(digits)}] n=${n}`;
}
