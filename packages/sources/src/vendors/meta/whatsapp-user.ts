import type { Identifier } from '@bellhop/contracts';
import { phoneIdentifier } from '../../identifiers.js';

/** Meta's business-scoped user ids: a country, at times `ENT`, and the id proper, such as `US.1234` or `US.ENT.5678`. */
const BUSINESS_SCOPED = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]+$/;
const DIGITS = /^\+?\d{3,20}$/;

/** Whether a text is something that WhatsApp knows a person by: a phone number's digits, or a business-scoped id. */
export const isWhatsappUser = (text: string): boolean => DIGITS.test(text) || BUSINESS_SCOPED.test(text);

/**
 * The identifier in a WhatsApp id. WhatsApp vouches for it. Digits that are no possible phone number stay
 * WhatsApp's own; undefined where the text is neither digits nor a business-scoped id.
 */
export function whatsappIdentifier(text: string | null | undefined): Identifier | undefined {
  if (!text || !isWhatsappUser(text)) return undefined;
  const phone = DIGITS.test(text) ? phoneIdentifier(`+${text.replace('+', '')}`, true) : undefined;
  return phone ?? { kind: 'messaging', value: text, scope: 'whatsapp', verified: true };
}
