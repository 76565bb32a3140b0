import { appendContract } from './append.js';

/** What a server has to keep to with every client. */
export const contracts = [appendContract];
