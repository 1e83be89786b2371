import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { UnitRecord } from "../../../core/units"
import { useFormats } from "../../hooks/use-formats"

/** The units of an item: what each is of the base unit, and in which steps it goes. */
export function UnitsList({ units }: { units: readonly UnitRecord[] }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const [base] = units
  return (
    <ul className="px-6 pb-2">
      {units.map(({ key, name, factor, increment, base: isBase }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
          <span className="txt-compact-small break-words tabular-nums">
            {isBase
              ? name
              : t("units.equation", { unit: name, factor: quantity(factor), base: base.name })}
            {isBase && (
              <Badge size="2xsmall" className="ml-2">
                {t("units.base")}
              </Badge>
            )}
          </span>
          <span className="txt-compact-small text-ui-fg-subtle tabular-nums">
            {t("units.steps", { increment: quantity(increment) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
