import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"

/** For how many days a stock lasts; a dash where nothing is sold of it, or nothing is known. */
export function CoverText({ days }: { days: string | null | undefined }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return (
    <span className="whitespace-nowrap tabular-nums">
      {days === null || days === undefined
        ? "–"
        : t(days === "1" ? "lowStock.daysOne" : "lowStock.days", { number: quantity(days) })}
    </span>
  )
}
