import { fileURLToPath } from 'node:url';

/** The project's own messages, which speed and memory are measured on. */
export const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** How many texts a measurement takes. */
export const TEXTS = 20_000;
