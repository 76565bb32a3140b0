import type { TransactionState } from '../machines/transaction.js';

/** Kafka's names of the states. What it prepares first is one step here. */
const names: Record<TransactionState['status'], string> = {
  empty: 'Empty',
  ongoing: 'Ongoing',
  committed: 'CompleteCommit',
  aborted: 'CompleteAbort',
};

/** Further names that Kafka knows. No transaction is ever seen in them. */
const others = ['PrepareCommit', 'PrepareAbort', 'PrepareEpochFence', 'Dead'];

export const transactionStateName = ({ status }: TransactionState): string => names[status];

export const isTransactionStateName = (name: string): boolean =>
  [...Object.values(names), ...others].includes(name);
