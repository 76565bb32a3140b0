import { accessContract } from './access.js';
import { appendContract } from './append.js';
import { deletionContract } from './deletion.js';
import { linksContract } from './links.js';
import { readContract } from './read.js';
import { serverContract } from './server.js';
import { subscriptionContract } from './subscription.js';

/** What a server has to keep to with every client. */
export const contracts = [
  appendContract,
  readContract,
  linksContract,
  deletionContract,
  subscriptionContract,
  serverContract,
  accessContract,
];
