import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { localeTag } from "../lib/locale"
import { changeText, quantityText } from "../lib/quantity-text"

/** How the dashboard's language writes quantities and moments. */
export function useFormats() {
  const { i18n } = useTranslation("stockroom")
  return useMemo(() => {
    const locale = localeTag(i18n.language)
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
    return {
      locale,
      quantity: (quantity: string) => quantityText(quantity, locale),
      change: (quantity: string) => changeText(quantity, locale),
      moment: (at: string) => moments.format(new Date(at)),
    }
  }, [i18n.language])
}
