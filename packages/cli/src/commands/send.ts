import { readFile } from 'node:fs/promises';
import type { HotelGroup, VendorAccount } from '@bellhop/contracts';
import { type HttpSource, isVendor, type MqttSource, type Outcome, sources } from '@bellhop/sources';
import type { Command } from 'commander';
import { connectAsync } from 'mqtt';
import { type Environment, hotelGroupOf, readEnvironment } from '../environment.js';
import { type Output, printRows } from '../output.js';

interface Options {
  account?: string;
  device?: string;
}

interface Sent {
  file: string;
  status: number | string;
  outcomes: string;
}

export function sendCommand(program: Command, output: () => Output): void {
  program
    .command('send <vendor> <files...>')
    .description(`Signs and sends payloads as the vendor would: ${Object.keys(sources).join(', ')}`)
    .option(
      '--account <name>',
      "the account of the hotel group file; by default the vendor's first that takes any hotel's payloads",
    )
    .option(
      '--device <name>',
      'MQTT: the device that publishes; by default the first that is mapped to a room',
    )
    .action(async (vendor: string, files: string[], options: Options) => {
      const environment = readEnvironment();
      const group = hotelGroupOf(environment);
      const rows = await send(
        { environment, group, account: accountOf(group, vendor, options.account), device: options.device },
        files,
      );
      printRows(output(), rows, ['file', 'status', 'outcomes']);
      if (rows.some(({ status }) => typeof status === 'number' && status >= 400)) process.exitCode = 1;
    });
}

function accountOf(group: HotelGroup, vendor: string, name: string | undefined): VendorAccount {
  if (!isVendor(vendor)) throw new Error(`no vendor ${vendor}; there are ${Object.keys(sources).join(', ')}`);
  const accounts = group.accounts.filter((candidate) => candidate.vendor === vendor);
  // Without a name, the account that takes the payloads of any hotel, so that a sample finds a property.
  const account = name
    ? accounts.find((candidate) => candidate.account === name)
    : (accounts.find(({ property }) => property !== undefined) ?? accounts[0]);
  if (!account) throw new Error(`${vendor} has no account${name ? ` ${name}` : ''} in the hotel group file`);
  return account;
}

interface Sending {
  environment: Environment;
  group: HotelGroup;
  account: VendorAccount;
  device?: string | undefined;
}

async function send(sending: Sending, files: readonly string[]): Promise<Sent[]> {
  const source = isVendor(sending.account.vendor) ? sources[sending.account.vendor] : undefined;
  if (source?.transport === 'mqtt') return publish(sending, source, files);
  return Promise.all(
    files.map(async (file) => post(sending, source as HttpSource, file, await readFile(file))),
  );
}

async function post(
  { environment, group, account }: Sending,
  source: HttpSource,
  file: string,
  body: Buffer,
): Promise<Sent> {
  const signed = source.sign(
    body,
    account,
    `${environment.INGEST_URL}/v1/sources/${account.vendor}/${account.account}`,
  );
  const response = await fetch(signed.url, {
    method: 'POST',
    headers: signed.headers,
    body: new Uint8Array(signed.body),
  });
  const answer = await response.text();
  if (!response.ok) return { file, status: response.status, outcomes: answer.slice(0, 300) };
  // What ingest makes of it: the same pure function over the same bytes.
  const request = { method: 'POST', url: signed.url, headers: signed.headers, body: signed.body };
  return {
    file,
    status: response.status,
    outcomes: told(source.normalise(request, { group, account, receivedAt: Date.now() })),
  };
}

async function publish(
  { environment, group, account, device }: Sending,
  source: MqttSource,
  files: readonly string[],
): Promise<Sent[]> {
  const topic = source.topicOf(device ?? Object.keys(account.rooms)[0] ?? 'unknown', account);
  const client = await connectAsync(environment.MQTT_URL, { reconnectPeriod: 0 });
  try {
    return await Promise.all(
      files.map(async (file) => {
        const payload = await readFile(file);
        await client.publishAsync(topic, payload, { qos: 1 });
        const outcomes = source.normalise(
          { topic, payload, retained: false },
          { group, account, receivedAt: Date.now() },
        );
        return { file, status: `published to ${topic}`, outcomes: told(outcomes) };
      }),
    );
  } finally {
    await client.endAsync();
  }
}

function told(outcomes: readonly Outcome[]): string {
  return outcomes
    .map((outcome) => {
      if (outcome.kind === 'touchpoint')
        return `touchpoint: ${outcome.touchpoint.type} at ${outcome.touchpoint.propertyId}`;
      if (outcome.kind === 'ignored') return `not about a guest: ${outcome.reason}, ${outcome.detail}`;
      return `quarantined: ${outcome.code}, ${outcome.detail}`;
    })
    .join('\n');
}
