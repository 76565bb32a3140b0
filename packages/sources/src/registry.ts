import type { Source } from './source.js';

/** Every vendor that Bellhop understands. A new one is a folder under vendors/ and a line here. */
export const sources = {} as const satisfies Record<string, Source>;

export type Vendor = keyof typeof sources;

export const isVendor = (name: string): name is Vendor => Object.hasOwn(sources, name);
