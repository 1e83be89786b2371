import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { ChartRow } from "../../lib/chart-rows"
import { AVAILABLE_COLOR, ON_HAND_COLOR } from "./colors"

interface ChartKeyProps {
  row?: ChartRow
  /** How the item's quantities are written. */
  write?: (quantity: string) => string
  isInline?: boolean
}

/** Which line is which; with a row, also what it says. Lines differ by more than their colour. */
export function ChartKey({ row, write, isInline }: ChartKeyProps) {
  const { t } = useTranslation("stockroom")
  return (
    <div className={clx("flex", isInline ? "flex-wrap gap-x-4" : "flex-col gap-y-1")}>
      {(["onHand", "available"] as const).map((figure) => (
        <div key={figure} className="flex items-center gap-x-2">
          <svg width="16" height="4" aria-hidden="true" className="shrink-0">
            <line
              x1="0"
              y1="2"
              x2="16"
              y2="2"
              stroke={figure === "onHand" ? ON_HAND_COLOR : AVAILABLE_COLOR}
              strokeWidth="2"
              strokeDasharray={figure === "onHand" ? undefined : "5 3"}
            />
          </svg>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t(`history.chart.${figure}`)}
          </Text>
          {row && write && (
            <Text size="xsmall" weight="plus" className="ml-auto pl-4 tabular-nums">
              {write(row.exact[figure])}
            </Text>
          )}
        </div>
      ))}
    </div>
  )
}
