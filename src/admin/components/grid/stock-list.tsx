import { useTranslation } from "react-i18next"

import type { LocationInfo } from "../../../api/types/item-stock"
import { type Figure, FIGURES, type StockLevel } from "../../lib/figures"
import { NumberButton } from "./number-button"

interface StockListProps {
  level: StockLevel
  location: LocationInfo
  figures?: readonly Figure[]
}

/** The simple view, for a store with one location: a figure a line. */
export function StockList({ level, location, figures = FIGURES }: StockListProps) {
  const { t } = useTranslation("stockroom")
  return (
    <dl className="px-6 py-2">
      {figures.map((figure) => (
        <div key={figure} className="flex items-center justify-between gap-x-4 py-1">
          <dt className="txt-compact-small text-ui-fg-subtle">{t(`states.${figure}`)}</dt>
          <dd className="txt-compact-small-plus -mr-1.5">
            <NumberButton figure={figure} location={location} quantity={level[figure]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
