import type { User } from '../access/users.js';
import { refusal } from '../clickhouse-exception.js';
import type { Engine } from '../engine/engine.js';
import type { EngineConnection } from '../engine/engine-connection.js';

/** Lends connections: a fresh one for each request, or the one that a `session_id` names. */
export interface Sessions {
  lend<T>(request: SessionRequest, use: (connection: EngineConnection) => Promise<T>): Promise<T>;
  closeAll(): void;
}

export interface SessionRequest {
  readonly user: User;
  readonly parameters: URLSearchParams;
  /** The settings of this request alone; a session forgets them before the next one. */
  readonly settingNames: Iterable<string>;
}

interface OpenSession {
  readonly connection: EngineConnection;
  /** Taken back when the next request comes, because by the time of the answer the session must be free again. */
  settingsToReset: readonly string[];
  busy: boolean;
  expiry: NodeJS.Timeout | undefined;
}

const defaultTimeoutS = 60;
const maxTimeoutS = 3600;
const maxSessions = 200;

/**
 * Sessions as over HTTP in a server: settings and temporary tables last from request to request of one user, until
 * `session_timeout` seconds (60, at most 3,600) pass without one. One request at a time: a second gets SESSION_IS_LOCKED.
 */
export function createSessions(engine: Engine): Sessions {
  const sessions = new Map<string, OpenSession>();

  function drop(key: string): void {
    const session = sessions.get(key);
    if (!session) return;
    sessions.delete(key);
    clearTimeout(session.expiry);
    session.connection.close();
  }

  function take(key: string, mustExist: boolean): OpenSession {
    const known = sessions.get(key);
    if (known?.busy) throw refusal('SESSION_IS_LOCKED', 'Session is locked by a concurrent client.');
    if (known) return known;
    if (mustExist) throw refusal('SESSION_NOT_FOUND', 'Session not found.');
    if (sessions.size >= maxSessions) {
      throw refusal('TOO_MANY_SIMULTANEOUS_QUERIES', `Too many open sessions, at most ${maxSessions}.`);
    }
    const session: OpenSession = {
      connection: engine.connect(),
      settingsToReset: [],
      busy: false,
      expiry: undefined,
    };
    sessions.set(key, session);
    return session;
  }

  async function lendSession<T>(
    request: { key: string; timeoutS: number; mustExist: boolean; settingNames: Iterable<string> },
    use: (connection: EngineConnection) => Promise<T>,
  ): Promise<T> {
    const { key, timeoutS } = request;
    const session = take(key, request.mustExist);
    session.busy = true;
    clearTimeout(session.expiry);
    try {
      await resetSettings(session);
      session.settingsToReset = [...request.settingNames];
      return await use(session.connection);
    } finally {
      session.busy = false;
      session.expiry = setTimeout(() => drop(key), timeoutS * 1000).unref();
    }
  }

  return {
    async lend({ user, parameters, settingNames }, use) {
      const sessionId = parameters.get('session_id');
      if (sessionId) {
        const mustExist = parameters.get('session_check') === '1';
        const timeoutS = sessionTimeoutS(parameters.get('session_timeout'));
        const key = JSON.stringify([user.name, sessionId]);
        return await lendSession({ key, timeoutS, mustExist, settingNames }, use);
      }
      const connection = engine.connect();
      try {
        return await use(connection);
      } finally {
        connection.close();
      }
    },
    closeAll() {
      for (const key of [...sessions.keys()]) drop(key);
    },
  };
}

/** One by one, because a name that the engine does not know, and has refused before, must not keep the others. */
async function resetSettings({ connection, settingsToReset }: OpenSession): Promise<void> {
  for (const name of settingsToReset) {
    await connection.configure(`SET ${name} = DEFAULT`).catch(() => undefined);
  }
}

function sessionTimeoutS(asked: string | null): number {
  if (asked === null) return defaultTimeoutS;
  const seconds = Number(asked);
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= maxTimeoutS) return seconds;
  throw refusal(
    'INVALID_SESSION_TIMEOUT',
    `Invalid session timeout: '${asked}', from 1 to ${maxTimeoutS} seconds.`,
  );
}
