/** What shoppers are told of what is out of stock, in the merchant's words. */
export interface TitledEstimate {
  title: string
  /** The title in other languages, by locale: de, pt-BR. */
  translations: Readonly<Record<string, string>>
}

const LOCALE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i

/** Whether a text names a language, or one of a country: de, pt-BR. */
export function isLocale(text: string): boolean {
  return LOCALE.test(text)
}

/** The title in a locale, else in its language, else as it is. */
export function titleIn({ title, translations }: TitledEstimate, locale: string | null): string {
  const wanted = locale?.toLowerCase().replace("_", "-") ?? ""
  const [language] = wanted.split("-")
  const find = (name: string) =>
    Object.entries(translations).find(([key]) => key.toLowerCase().replace("_", "-") === name)?.[1]
  return find(wanted) ?? find(language) ?? title
}
