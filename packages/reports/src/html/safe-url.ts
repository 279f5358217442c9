/**
 * The address when following it can only open a page on the web; null for anything else, which is then printed as
 * text.
 */
export function safeUrl(address: string): string | null {
  if (!/^https?:\/\//iu.test(address.trim())) return null;
  try {
    return new URL(address.trim()).href;
  } catch {
    return null;
  }
}

/** A language tag fit for a `lang` attribute; null lets the page's own stand. */
export function languageTag(language: string): string | null {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(language) ? language : null;
}
