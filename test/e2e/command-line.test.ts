import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bellhop, bellhopJson } from '../support/command-line.js';
import { type Pipeline, startPipeline } from '../support/pipeline.js';

interface Sent {
  file: string;
  status: number | string;
  outcomes: string;
}

const SAMPLES = fileURLToPath(new URL('../../../shared/vendors/samples/', import.meta.url));
const SAMPLE_FOLDERS = [
  ['cloudbeds', 'booking/cloudbeds'],
  ['ota', 'booking/ota-htng'],
  ['ota', 'booking/expedia'],
  ['ohip', 'checkin/oracle-ohip'],
  ['ttlock', 'checkin/ttlock'],
  ['whatsapp', 'chat/whatsapp-cloud'],
  ['twilio', 'chat/twilio'],
  ['facebook', 'social/facebook-page-feed'],
  ['tripadvisor', 'social/tripadvisor'],
  ['zigbee2mqtt', 'iot/zigbee2mqtt'],
  ['shelly', 'iot/shelly'],
  ['typeform', 'surveys/typeform'],
  ['satismeter', 'surveys/satismeter'],
] as const;

describe('The command line', () => {
  let pipeline: Pipeline;
  let dataDir: string;
  let files: string;
  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'bellhop-files-'));
    pipeline = await startPipeline({ seed: 'command-line', days: 2 });
    dataDir = pipeline.stack.dataDir;
    await pipeline.feedNext(pipeline.left());
    expect(await pipeline.differences()).toEqual([]);
  }, 180_000);
  afterAll(async () => {
    rmSync(files, { recursive: true, force: true });
    await pipeline?.close();
  }, 60_000);

  const count = async (where: string) => {
    const [row] = await pipeline.clickhouse.query<{ n: number }>(
      `SELECT sum(sign) AS n FROM touchpoint_facts WHERE ${where}`,
    );
    return row?.n ?? 0;
  };

  test('status shows no lag once everything has arrived', async () => {
    const status = await bellhopJson<{ consumers: { lag: number }[]; tables: { touchpoints: number } }>(
      dataDir,
      'status',
    );
    expect(status.consumers.map(({ lag }) => lag)).toEqual([0, 0, 0, 0]);
    expect(status.tables.touchpoints).toBe(await count('1'));
  });

  test('a guest is found by email, and the journey holds the touchpoints in order of time', async () => {
    const reservation = await pipeline.clickhouse.query<{ guest: string }>(
      "SELECT toString(guest_id) AS guest FROM guest_journeys FINAL WHERE touchpoints >= 5 AND name != '' LIMIT 1",
    );
    const guestId = reservation[0]?.guest ?? '';
    const { journey } = await bellhopJson<{
      journey: {
        stays: { reservationCode: string; propertyId: string }[];
        touchpoints: { occurredAt: number }[];
      };
    }>(dataDir, 'journey', guestId);
    const times = journey.touchpoints.map(({ occurredAt }) => occurredAt);
    expect(times.length).toBeGreaterThanOrEqual(5);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const code = journey.stays[0]?.reservationCode ?? '';
    const found = await bellhopJson<{ guestId: string; kind: string }[]>(dataDir, 'guests', 'find', code);
    expect(found).toEqual([expect.objectContaining({ guestId, kind: 'reservation', standing: 'verified' })]);
  });

  test('a guest nobody knows is a clear error', async () => {
    const { status, stderr } = await bellhop(dataDir, 'journey', 'nobody@example.com');
    expect(status).toBe(1);
    expect(stderr).toBe('bellhop: no guest goes by nobody@example.com\n');
  });

  test.each(['source', 'stage', 'channel', 'language'])(
    'metrics by %s add up to the metrics of the property',
    async (by) => {
      const whole = await bellhopJson<{ property: string; touchpoints: number }[]>(dataDir, 'metrics');
      const parts = await bellhopJson<{ property: string; touchpoints: number }[]>(
        dataDir,
        'metrics',
        '--by',
        by,
      );
      for (const { property, touchpoints } of whole) {
        const own = parts.filter((row) => row.property === property);
        expect(own.reduce((sum, row) => sum + row.touchpoints, 0)).toBe(touchpoints);
      }
    },
  );

  test('metrics of one property and period leave the rest out', async () => {
    const rows = await bellhopJson<{ property: string; touchpoints: number }[]>(
      dataDir,
      'metrics',
      '--property',
      'ani-plaza',
      '--to',
      '2000-01-01',
    );
    expect(rows).toEqual([]);
  });

  test('sql runs a query, as a table and as JSON', async () => {
    expect((await bellhop(dataDir, 'sql', 'SELECT 6 * 7 AS answer;')).stdout).toContain('42');
    expect((await bellhop(dataDir, '--json', 'sql', 'SELECT 6 * 7 AS answer')).stdout).toBe(
      '{"answer":42}\n',
    );
  });

  test('a query that ClickHouse refuses is told in its words', async () => {
    const { status, stderr } = await bellhop(dataDir, 'sql', 'SELECT nothing FROM nowhere');
    expect(status).toBe(1);
    expect(stderr).toContain('nowhere');
  });

  test('the quarantine lists what was malformed, and shows the bytes as they were', async () => {
    const list = await bellhopJson<{ quarantine_id: string; code: string }[]>(dataDir, 'quarantine', 'list');
    expect(list.length).toBeGreaterThan(0);
    const raw = await bellhop(dataDir, 'quarantine', 'show', list[0]?.quarantine_id ?? '', '--raw');
    expect(raw.stdout.length).toBeGreaterThan(0);
  });

  test('reviews from CSV and JSON lines arrive once, however often they are imported', async () => {
    const csv = join(files, 'reviews.csv');
    const lines = join(files, 'reviews.jsonl');
    writeFileSync(
      csv,
      'id,text,rating,lang\na,"The bed was soft, and the view lovely",5,en\nb,Wszystko było brudne,1,pl\n',
    );
    writeFileSync(
      lines,
      `${JSON.stringify({ text: 'Very noisy at night' })}\n${JSON.stringify({ text: 'Very noisy at night' })}\n`,
    );
    const before = await count('1');
    for (const file of [csv, lines, csv, lines]) {
      rmSync(join(dataDir, 'imports'), { recursive: true, force: true });
      expect(await bellhopJson(dataDir, 'import', 'reviews', file)).toEqual({ rows: 2, skipped: 0 });
    }
    await pipeline.settle(before + 4);
    expect(await count("vendor = 'import'")).toBe(4);
    const languages = await pipeline.clickhouse.query(
      "SELECT language, sentiment_label FROM touchpoint_facts WHERE vendor = 'import' AND language = 'pl'",
    );
    expect(languages).toEqual([{ language: 'pl', sentiment_label: 'negative' }]);
  });

  test('an import that was finished before sends nothing again', async () => {
    const lines = join(files, 'again.jsonl');
    writeFileSync(lines, `${JSON.stringify({ text: 'Friendly people' })}\n`);
    expect(await bellhopJson(dataDir, 'import', 'reviews', lines)).toEqual({ rows: 1, skipped: 0 });
    expect(await bellhopJson(dataDir, 'import', 'reviews', lines)).toEqual({ rows: 1, skipped: 1 });
    const other = join(files, 'the-same-words-elsewhere.jsonl');
    copyFileSync(lines, other);
    expect(await bellhopJson(dataDir, 'import', 'reviews', other)).toEqual({ rows: 1, skipped: 0 });
  });

  test('a row that is no review is named, and nothing of its file is sent', async () => {
    const lines = join(files, 'broken.jsonl');
    writeFileSync(lines, '{"text":"Good"}\n{"txt":"?"}\n');
    const { status, stderr } = await bellhop(dataDir, 'import', 'reviews', lines);
    expect(status).toBe(1);
    expect(stderr).toContain('broken.jsonl, row 2: text');
  });

  const samples = existsSync(SAMPLES) ? test : test.skip;
  samples.each(SAMPLE_FOLDERS)(
    'every sample of %s in %s is taken (skipped where the samples are not beside the project)',
    async (vendor, folder) => {
      const paths = readdirSync(join(SAMPLES, folder))
        .filter((name) => !name.endsWith('.tsv'))
        .map((name) => join(SAMPLES, folder, name));
      const sent = await bellhopJson<Sent[]>(dataDir, 'send', vendor, ...paths);
      expect(sent).toHaveLength(paths.length);
      for (const { status, outcomes } of sent) {
        expect(typeof status === 'string' || status < 300).toBe(true);
        expect(outcomes).toMatch(/^(touchpoint|not about a guest|quarantined): .{3}/);
      }
    },
  );
});
