import { Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { locationName } from "../../lib/names"
import type { EndChange } from "../../lib/receipt-effect"

interface EffectTextProps {
  effect: EndChange[]
  names: Names
  /** How the item's quantities are written. */
  write: (quantity: string) => string
}

/** What receiving would do to an item at both ends, in a line for each. */
export function EffectText({ effect, names, write }: EffectTextProps) {
  const { t } = useTranslation("stockroom")
  return (
    <>
      {effect.map(({ locationId, figures }) => (
        <div key={locationId} className="txt-compact-small text-ui-fg-subtle tabular-nums">
          {t("transfers.receive.effect", {
            location: locationName(names, locationId),
            figures: figures
              .map(({ state, before, after }) =>
                t("transfers.receive.figure", {
                  state: t(`statesInText.${state}`),
                  before: write(before),
                  after: write(after),
                })
              )
              .join(", "),
          })}
          {figures.some(({ short }) => short) && (
            <Hint variant="error">{t("transfers.receive.short")}</Hint>
          )}
        </div>
      ))}
    </>
  )
}
