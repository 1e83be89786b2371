import { Text } from "@medusajs/ui"

import type { ChartRow } from "../../lib/chart-rows"
import { ChartKey } from "./chart-key"

interface ChartTooltipProps {
  row: ChartRow
  title: (day: number) => string
  write: (quantity: string) => string
}

/** The exact figures of the day under the pointer. */
export function ChartTooltip({ row, title, write }: ChartTooltipProps) {
  return (
    <div className="bg-ui-bg-component shadow-elevation-flyout flex flex-col gap-y-1 rounded-lg px-3 py-2">
      <Text size="xsmall" weight="plus">
        {title(row.day)}
      </Text>
      <ChartKey row={row} write={write} />
    </div>
  )
}
