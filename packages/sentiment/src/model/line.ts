/** A line from a linear sum to log-odds. */
export interface Line {
  readonly slope: number;
  readonly offset: number;
}
