import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type * as Recharts from "recharts"

import { useFormats } from "../../hooks/use-formats"
import type { ChartRow } from "../../lib/chart-rows"
import { ChartTooltip } from "./chart-tooltip"
import { AVAILABLE_COLOR, ON_HAND_COLOR } from "./colors"

const HEIGHT = 240
const TICK = { fill: "var(--fg-muted)", fontSize: 12 }

interface StockChartProps {
  rows: ChartRow[]
  label: string
  /** The base unit's name, which the axis is in; none of an item without units. */
  unit: string | undefined
  /** How the item's exact quantities are written. */
  write: (quantity: string) => string
}

/**
 * On hand and available, day by day, drawn by a library that is handed in: it is loaded when a chart
 * is shown. Only the library is split off. A file of the plugin's own beside the dashboard's entry
 * would not be read for its styles.
 */
export function chartDrawnBy({
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
}: typeof Recharts) {
  return function StockChart({ rows, label, unit, write }: StockChartProps) {
    const { t } = useTranslation("stockroom")
    const { day, shortDay, quantity } = useFormats()
    return (
      <div role="img" aria-label={label} className="px-2">
        {unit && (
          <Text size="xsmall" className="text-ui-fg-muted pl-4">
            {unit}
          </Text>
        )}
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <LineChart
            data={rows}
            margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--border-base)" />
            <XAxis
              dataKey="day"
              type="number"
              scale="time"
              domain={["dataMin", "dataMax"]}
              tickFormatter={shortDay}
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: "var(--border-base)" }}
              minTickGap={48}
            />
            <YAxis
              tickFormatter={(value: number) => quantity(String(value))}
              tick={TICK}
              tickLine={false}
              axisLine={false}
              width={56}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--border-strong)" }}
              content={({ active, payload }) =>
                active && payload?.length ? (
                  <ChartTooltip row={payload[0].payload as ChartRow} title={day} write={write} />
                ) : null
              }
            />
            <Line
              type="stepAfter"
              dataKey="onHand"
              name={t("history.chart.onHand")}
              stroke={ON_HAND_COLOR}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              type="stepAfter"
              dataKey="available"
              name={t("history.chart.available")}
              stroke={AVAILABLE_COLOR}
              strokeWidth={2}
              strokeDasharray="5 3"
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    )
  }
}
