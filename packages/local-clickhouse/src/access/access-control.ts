import { ClickHouseException, refusal } from '../clickhouse-exception.js';
import type { Engine } from '../engine/engine.js';
import type { Sessions } from '../query/sessions.js';
import { quoteString } from '../sql/sql-literal.js';
import { sqlTokens } from '../sql/sql-tokens.js';
import type { AccessStatement } from './access-statement.js';
import type { Accounts } from './accounts.js';
import { createGate } from './gate.js';
import type { User } from './users.js';

/** Keeps the engine's roles the same as the accounts that SQL makes. */
export interface AccessControl {
  /** Makes the change, within `use`. Throws what the engine has against the rights and settings in it. */
  change(statement: AccessStatement): Promise<void>;
  /** Throws for a statement that the engine can't run since it learned of users made by SQL. */
  refuseImpossible(sql: string): void;
  /** Uses the engine as it is, or for a user made by SQL as it is with all changes. */
  use<T>(user: User, work: () => Promise<T>): Promise<T>;
}

const storageIsReadonly = 495;

export function createAccessControl(parts: {
  engine: Engine;
  sessions: Sessions;
  accounts: Accounts;
}): AccessControl {
  const { engine, sessions, accounts } = parts;
  const gate = createGate();
  let adopted = accounts.version;
  let wasOpenedAnew = false;

  const adopt = async () => {
    if (adopted === accounts.version) return;
    const version = accounts.version;
    await refuseToLoseTables(engine);
    sessions.closeAll();
    await engine.adopt(accounts.access);
    adopted = version;
    wasOpenedAnew = true;
  };

  return {
    async change(statement) {
      await refuseWhatTheEngineWould(engine, statement);
      accounts.apply(statement);
    },
    refuseImpossible(sql) {
      if (!wasOpenedAnew || !namesKafka(sql)) return;
      throw refusal(
        'NOT_IMPLEMENTED',
        'There can be no tables of the engine Kafka until the next start, because users or rights were made by SQL since this one.',
      );
    },
    async use(user, work) {
      const isAccount = user.passwordSha256 !== undefined;
      if (isAccount && adopted !== accounts.version) await gate.alone(adopt);
      return await gate.shared(work);
    },
  };
}

/** What no file of XML can have, as which the engine gets the rights. */
const unwritable = /[^\t\n\r\u0020-\ufffd]/;

/** A wrong right in its file would keep the engine from opening. Asked to grant it, it refuses a right one only as the last thing. */
async function refuseWhatTheEngineWould({ tell }: Engine, statement: AccessStatement): Promise<void> {
  if (statement.kind === 'grantRights') {
    for (const { privilege, on } of statement.rights) {
      if (unwritable.test(privilege + on))
        throw refusal('BAD_ARGUMENTS', 'A right must not name anything with control characters.');
      try {
        await tell(`GRANT ${privilege} ON ${on} TO all_rights`);
      } catch (thrown) {
        if (!(thrown instanceof ClickHouseException) || thrown.code !== storageIsReadonly) throw thrown;
      }
    }
  }
  if (statement.kind !== 'createUsers' && statement.kind !== 'alterUsers') return;
  for (const [name, value] of Object.entries(statement.properties.settings ?? {})) {
    if (!/^\w+$/.test(name)) throw refusal('UNKNOWN_SETTING', `Unknown setting '${name}'.`);
    await tell(`SELECT 1 SETTINGS ${name} = ${quoteString(value)}`);
  }
}

/** The engine's part for Kafka ends with the first engine of a process; a table that it failed to make would keep it from closing. */
function namesKafka(sql: string): boolean {
  const words = [...sqlTokens(sql)].filter(({ text }) => text !== '=').map(({ text }) => text.toUpperCase());
  return words.some((word, index) => word === 'ENGINE' && words[index + 1] === 'KAFKA');
}

/** What an engine that is opened anew in the same process would not have any more. */
async function refuseToLoseTables({ ask }: Engine): Promise<void> {
  const tables = await ask(
    "SELECT arrayStringConcat(groupArray(database || '.' || name), ', ') FROM system.tables WHERE database != 'system' AND (engine = 'Kafka' OR (engine = 'Memory' AND total_rows > 0))",
  );
  if (tables === '') return;
  throw refusal(
    'NOT_IMPLEMENTED',
    `Users and rights that were made by SQL count from the next start on while there are tables that the engine would lose now, of Kafka or in memory: ${tables}.`,
  );
}
