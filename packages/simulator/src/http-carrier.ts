import type { VendorAccount } from '@bellhop/contracts';
import type { HttpSource, SignedRequest } from '@bellhop/sources';
import { backOffMs, pause } from './back-off.js';
import type { Delivery } from './delivery.js';
import { DeliveryRefused } from './delivery-refused.js';
import type { FeedLogger } from './feed-logger.js';

const TIMEOUT_MS = 30_000;
/** Request Timeout and Too Many Requests: the same request may be taken later. */
const RETRYABLE_4XX = [408, 429];

interface Carried {
  delivery: Delivery;
  source: HttpSource;
  account: VendorAccount;
}

type Attempt = { accepted: true } | { accepted: false; reason: string; retryAfter: string | null };

/** Posts deliveries as their vendor would, again and again until they are accepted or the signal aborts. Throws DeliveryRefused. */
export function createHttpCarrier({
  ingestUrl,
  logger,
}: {
  ingestUrl: string;
  logger?: FeedLogger | undefined;
}) {
  const base = ingestUrl.replace(/\/+$/, '');
  return async function carryByHttp(
    { delivery, source, account }: Carried,
    signal: AbortSignal,
  ): Promise<void> {
    const { vendor } = delivery;
    const address = `${base}/v1/sources/${vendor}/${account.account}`;
    for (let attempt = 1; !signal.aborted; attempt++) {
      // Signed anew each time, since some vendors sign the time of the attempt.
      const request = source.sign(delivery.body, account, address);
      const result = await post(request, { signal, what: `${vendor}/${account.account}` });
      if (result.accepted) return;
      const waitMs = backOffMs(attempt, result.retryAfter);
      logger?.warn({ vendor, attempt, waitMs, reason: result.reason }, 'delivery not accepted, trying again');
      await pause(waitMs, signal);
    }
  };
}

async function post(
  { url, headers, body }: SignedRequest,
  { signal, what }: { signal: AbortSignal; what: string },
): Promise<Attempt> {
  let response: Response;
  let answer: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    // The connection is kept for the next request only once the answer has been read.
    answer = await response.text();
  } catch (error) {
    return { accepted: false, reason: reasonOf(error), retryAfter: null };
  }
  if (response.ok) return { accepted: true };
  const { status } = response;
  if (status >= 500 || RETRYABLE_4XX.includes(status)) {
    return { accepted: false, reason: `status ${status}`, retryAfter: response.headers.get('retry-after') };
  }
  throw new DeliveryRefused(`${what} was refused with status ${status}: ${answer.slice(0, 2000)}`, status);
}

/** fetch wraps the reason, such as ECONNREFUSED, in a cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}
