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
    const shortDays = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" })
    const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
    const calendarDays = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
    return {
      locale,
      quantity: (quantity: string) => quantityText(quantity, locale),
      change: (quantity: string) => changeText(quantity, locale),
      moment: (at: string) => moments.format(new Date(at)),
      day: (at: Date | number) => days.format(at),
      /** A day that the API names, as 2026-12-01: the same one wherever the person is. */
      calendarDay: (day: string) => calendarDays.format(new Date(`${day}T00:00:00Z`)),
      shortDay: (at: Date | number) => shortDays.format(at),
    }
  }, [i18n.language])
}
