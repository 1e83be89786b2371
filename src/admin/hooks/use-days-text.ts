import { useTranslation } from "react-i18next"

import { useFormats } from "./use-formats"

/** Writes a number of days, an exact decimal, in words. */
export function useDaysText(): (days: string) => string {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return (days) =>
    t(days === "1" ? "lowStock.daysOne" : "lowStock.days", { number: quantity(days) })
}
