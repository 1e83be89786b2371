/**
 * The BCP 47 tag of one of the dashboard's languages, which it writes in one word: `ptBR` is `pt-BR`.
 * `Intl` throws on the former.
 */
export function localeTag(language: string | undefined): string {
  return (language || "en").replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2")
}

/**
 * What people call a language; the tag itself where nobody knows it.
 *
 * @param locale - of the language in which the name is
 *
 * @example
 * languageName("pt-BR", "en") // "Brazilian Portuguese"
 */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag.replaceAll("_", "-")) ?? tag
  } catch {
    return tag
  }
}
