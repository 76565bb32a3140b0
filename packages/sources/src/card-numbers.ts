/** Thirteen to nineteen digits, as they are typed: with spaces or hyphens, and not the tail of a phone number. */
const DIGIT_RUN = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g;

/** The leading digits and lengths that the card networks issue. */
const ISSUED = /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7]|35|6[025])\d{14}|3[47]\d{13}|3[068]\d{12})$/;

/** Guests write card numbers into chats and surveys; none may be stored. Each is replaced by a note. */
export function withoutCardNumbers(text: string): string {
  return text.replace(DIGIT_RUN, (run) => {
    const digits = run.replace(/\D/g, '');
    return ISSUED.test(digits) && hasLuhnDigit(digits) ? '[card number removed]' : run;
  });
}

/** The check digit of ISO/IEC 7812. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += index % 2 === 0 ? digit : doubled;
  }
  return sum % 10 === 0;
}
