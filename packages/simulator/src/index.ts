export { type CountedFigures, compareFigures } from './compare-figures.js';
export type { Delivery, Expected, ExpectedTouchpoint } from './delivery.js';
export { DeliveryRefused } from './delivery-refused.js';
export { demoGroup } from './demo-group.js';
export { type FeedLogger, type FeedOptions, feed, type Pace } from './feed.js';
export type { FeederMessage } from './feeder.js';
export { type SimulationOptions, simulate } from './simulate.js';
export { type Language, type Phrases, phrases } from './texts/index.js';
export { createTruth, type Figures, type PropertyFigures, type Truth } from './truth.js';
