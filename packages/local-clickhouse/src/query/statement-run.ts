import type { AnswerContext } from '../answer/answer-context.js';
import type { Engine } from '../engine/engine.js';
import type { EngineConnection } from '../engine/engine-connection.js';

/** What a statement runs with. */
export interface StatementRun {
  readonly engine: Engine;
  readonly connection: EngineConnection;
  readonly context: AnswerContext;
}
