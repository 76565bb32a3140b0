/**
 * What happens where staff must act now, and what tells that it does not: `help` is a cry for it, `call` names whom to
 * call, `past` says that it is over, `asks` that it is asked beforehand, `minor` that it can wait. The order is part of
 * the model.
 */
export const HAZARDS = [
  ...[
    'fire',
    'gas',
    'flood',
    'faint',
    'blood',
    'breath',
    'fall',
    'missing',
    'child',
    'intruder',
    'drown',
    'fight',
  ],
  ...['shut', 'lift', 'shock', 'poison', 'heart', 'birth', 'help', 'call', 'past', 'asks', 'minor'],
] as const;

export type Hazard = (typeof HAZARDS)[number];

/** The words of one language that tell a hazard, written as those of concepts are. */
export type HazardWords = Readonly<Record<Hazard, string>>;
