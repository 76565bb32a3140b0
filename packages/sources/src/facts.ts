/** Attributes for people to read: those without a value are left out, the others become text. */
export function factsOf(
  stated: Record<string, string | number | boolean | null | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => {
      const text = value == null ? '' : String(value).trim();
      return text === '' ? [] : [[name, text]];
    }),
  );
}
