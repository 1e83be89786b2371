import { useTranslation } from "react-i18next"

import type { OffSteps } from "../lib/units"
import { useFormats } from "./use-formats"

/** What is said of a quantity that is off the steps of the unit that it is typed in. */
export function useStepsText() {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return ({ unit, increment }: OffSteps) =>
    t("units.offSteps", {
      ...{ unit, increment: quantity(increment) },
      interpolation: { escapeValue: false },
    })
}
