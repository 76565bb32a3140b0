import type { Command } from 'commander';
import { withEventStore } from '../connections.js';
import { hotelGroupOf, readEnvironment } from '../environment.js';
import { findGuests } from '../find-guests.js';
import { type Output, printRows } from '../output.js';

export function guestsCommand(program: Command, output: () => Output): void {
  program
    .command('guests')
    .description('Guests')
    .command('find <identifier>')
    .description('The guests behind an email, phone number, reservation code, profile id or handle')
    .action(async (text: string) => {
      const environment = readEnvironment();
      const found = await withEventStore(environment, (store) =>
        findGuests(store, hotelGroupOf(environment), text),
      );
      printRows(output(), found, ['guestId', 'kind', 'scope', 'standing']);
      if (found.length === 0) process.exitCode = 1;
    });
}
