import { useTranslation } from "react-i18next"

import type { Display } from "../../core/availability"
import { useFormats } from "./use-formats"

interface Shown {
  display: Display
  display_below: string | null
}

/** Says in words when shoppers are told a quantity. */
export function useDisplayText(): (shown: Shown) => string {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return ({ display, display_below }) =>
    t(`availability.displays.${display}`, { number: quantity(display_below ?? "") })
}
