/** What guests and staff write in one language. Each list holds whole messages; none carries personal data. */
export interface Phrases {
  /** Guests before they arrive. */
  beforeArrival: readonly string[];
  /** Guests who ask for something during the stay. */
  request: readonly string[];
  complaint: readonly string[];
  praise: readonly string[];
  /** Guests after they have left. */
  afterStay: readonly string[];
  goodReview: readonly string[];
  badReview: readonly string[];
  /** Visitors of the hotel's page. */
  pageComment: readonly string[];
  /** Staff who answer a question. */
  answer: readonly string[];
  /** Staff who answer a good review, and a bad one. */
  thanks: readonly string[];
  apology: readonly string[];
}
