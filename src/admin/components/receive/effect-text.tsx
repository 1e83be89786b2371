import { Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useFormats } from "../../hooks/use-formats"
import { locationName } from "../../lib/names"
import type { EndChange } from "../../lib/receipt-effect"

/** What receiving would do to an item at both ends, in a line for each. */
export function EffectText({ effect, names }: { effect: EndChange[]; names: Names }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
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
                  before: quantity(before),
                  after: quantity(after),
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
