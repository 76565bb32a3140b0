/** ISO 639-1 of a language tag such as `de`, `pt_BR` or `zhTW`; null where the text is none. */
export function languageOf(tag: string | null | undefined): string | null {
  return /^([a-z]{2})(?:[-_].+|[A-Z]{2})?$/.exec(tag?.trim() ?? '')?.[1] ?? null;
}
