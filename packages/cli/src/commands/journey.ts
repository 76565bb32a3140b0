import type { ClickHouse } from '@bellhop/clickhouse';
import type { GuestStay, JourneyStep } from '@bellhop/domain';
import type { Command } from 'commander';
import { withClickHouse, withEventStore } from '../connections.js';
import { type Environment, hotelGroupOf, readEnvironment } from '../environment.js';
import { findGuests } from '../find-guests.js';
import { minute, type Output, print, printJson, printRows, shortened } from '../output.js';

interface JourneyRow {
  guest_id: string;
  name: string;
  language: string;
  touchpoints: number;
  sentiment: number | null;
  journey: string;
}

export function journeyCommand(program: Command, output: () => Output): void {
  program
    .command('journey <guest>')
    .description("A guest's journey, by guest id or by anything that `guests find` takes")
    .action(async (text: string) => {
      const environment = readEnvironment();
      const guestId = await guestIdOf(environment, text);
      await withClickHouse(environment, (clickhouse) => printJourney(output(), clickhouse, guestId));
    });
}

async function guestIdOf(environment: Environment, text: string): Promise<string> {
  const found = await withEventStore(environment, (store) =>
    findGuests(store, hotelGroupOf(environment), text),
  );
  const ids = [...new Set(found.map(({ guestId }) => guestId))];
  if (ids.length > 1) throw new Error(`${ids.length} guests go by ${text}: ${ids.join(', ')}`);
  if (!ids[0]) throw new Error(`no guest goes by ${text}`);
  return ids[0];
}

/** Prints the journey view of a guest: its stays, then its touchpoints in order of time. */
export async function printJourney(output: Output, clickhouse: ClickHouse, guestId: string): Promise<void> {
  const [row] = await clickhouse.query<JourneyRow>(
    'SELECT * FROM guest_journeys FINAL WHERE toString(guest_id) = {guestId:String}',
    { guestId },
  );
  if (!row) throw new Error(`no journey of guest ${guestId} is there (yet)`);
  const { stays, touchpoints } = JSON.parse(row.journey) as {
    stays: GuestStay[];
    touchpoints: JourneyStep[];
  };
  if (output.json) return printJson({ ...row, journey: { stays, touchpoints } });
  const mood = row.sentiment === null ? '' : `, sentiment ${row.sentiment.toFixed(2)}`;
  print(
    `${row.name || 'a guest'} (${guestId}): ${row.touchpoints} touchpoints${row.language ? `, writes ${row.language}` : ''}${mood}`,
  );
  for (const { propertyId, reservationCode, arrivalDate, departureDate, room, status } of stays) {
    print(
      `  stay ${reservationCode} at ${propertyId}, ${arrivalDate ?? '?'} to ${departureDate ?? '?'}, room ${room ?? '–'}, ${status ?? 'status unknown'}`,
    );
  }
  printRows(output, touchpoints.map(stepRow), ['time', 'stage', 'channel', 'what', 'mood', 'words']);
}

function stepRow({ occurredAt, stage, channel, type, sentiment, urgent, text, ratings }: JourneyStep) {
  const answers = ratings.map(({ metric, value, scaleMax }) => `${metric} ${value}/${scaleMax}`).join(', ');
  return {
    time: minute(occurredAt),
    stage,
    channel,
    what: type,
    mood: sentiment,
    words: [urgent ? 'URGENT' : '', answers, shortened(text ?? '', 60)]
      .filter((part) => part !== '')
      .join(' · '),
  };
}
