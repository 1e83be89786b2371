/**
 * The BCP 47 tag of one of the dashboard's languages, which it writes in one word: `ptBR` is `pt-BR`.
 * `Intl` throws on the former.
 */
export function localeTag(language: string | undefined): string {
  return (language || "en").replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2")
}
