import type { VendorAccount } from '@bellhop/contracts';
import type { InboundRequest, Verification } from '../../source.js';
import { sameSecret, verifyToken } from '../../token.js';
import { passwordOf, readMessage } from './message.js';

/** The token in the address; where it has none, the password in Expedia's SOAP header. */
export function verifyOta(request: InboundRequest, { secret }: VendorAccount): Verification {
  if (new URL(request.url).searchParams.has('token')) return verifyToken(request, secret);
  const message = readMessage(request.body);
  const password = message.ok ? passwordOf(message.value) : undefined;
  if (password === undefined) {
    return { ok: false, detail: 'neither the address has a token nor the message a password' };
  }
  return sameSecret(password, secret)
    ? { ok: true }
    : { ok: false, detail: 'the password in the message is not the secret of the account' };
}
