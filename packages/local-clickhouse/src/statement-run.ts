import type { AnswerContext } from './answer/answer-context.js';
import type { Engine } from './engine.js';
import type { EngineConnection } from './engine-connection.js';

/** What a statement runs with. */
export interface StatementRun {
  readonly engine: Engine;
  readonly connection: EngineConnection;
  readonly context: AnswerContext;
}
