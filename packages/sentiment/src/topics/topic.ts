/** What a guest's text can speak of; `other` where none of the rest is found. */
export const TOPICS = [
  'room',
  'cleanliness',
  'bed_and_sleep',
  'noise',
  'temperature',
  'bathroom',
  'wifi',
  'breakfast_and_food',
  'bar',
  'staff',
  'check_in',
  'check_out',
  'waiting',
  'value_and_price',
  'location',
  'pool_and_spa',
  'parking',
  'safety',
  'booking_and_billing',
  'other',
] as const;

export type Topic = (typeof TOPICS)[number];

/**
 * The words of one language that tell a topic, parted by spaces. A word matches every word that begins with it
 * (`clean` finds cleaning); `=word` only itself, `~word` also inside a word, and `_` is the space in a phrase. In
 * languages that are written without spaces, and in Korean, every word matches inside the text.
 */
export type TopicWords = Readonly<Record<Exclude<Topic, 'other'>, string>> & {
  /** What staff must do now; `a+b` wants both in one clause. */
  readonly urgent: string;
  /** What makes the clause around it no emergency. */
  readonly calm: string;
};
