import { hotelGroupSchema, type VendorAccount } from '@bellhop/contracts';
import type { InboundRequest, Outcome, SourceContext } from './source.js';

/** Two properties in zones with and without daylight saving, and one account of a vendor, for tests. */
export function contextOf(account: Partial<VendorAccount> & { vendor: string }): SourceContext {
  const group = hotelGroupSchema.parse({
    name: 'Seaside Hotels',
    properties: [
      { propertyId: 'harbour', name: 'Harbour House', timeZone: 'Europe/Berlin', country: 'DE' },
      { propertyId: 'hilltop', name: 'Hilltop', timeZone: 'Asia/Yerevan', country: 'AM' },
    ],
    accounts: [{ account: 'main', secret: 'a-secret-of-ours', ...account }],
  });
  return { group, account: group.accounts[0]!, receivedAt: Date.UTC(2026, 6, 1, 12) };
}

/** A POST with the account's token, as ingest hands it over. */
export function requestOf(
  body: string | Buffer | object,
  headers: Record<string, string> = {},
): InboundRequest {
  const bytes =
    typeof body === 'string'
      ? Buffer.from(body)
      : Buffer.isBuffer(body)
        ? body
        : Buffer.from(JSON.stringify(body));
  return { method: 'POST', url: 'https://hooks.example/?token=a-secret-of-ours', headers, body: bytes };
}

/** The touchpoints among outcomes. */
export const touchpointsIn = (outcomes: Outcome[]) =>
  outcomes.flatMap((outcome) => (outcome.kind === 'touchpoint' ? [outcome.touchpoint] : []));
