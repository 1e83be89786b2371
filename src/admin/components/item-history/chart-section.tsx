import { Button, Select, Skeleton } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"

import { useItemChart } from "../../hooks/api/use-item-past"
import { useItemText } from "../../hooks/use-unit-text"
import { chartRows } from "../../lib/chart-rows"
import { locationName } from "../../lib/names"
import { unitOf } from "../../lib/units"
import { LoadFailure } from "../load-failure"
import { SectionHeading } from "../section-heading"
import { ChartKey } from "./chart-key"
import { ChartTable } from "./chart-table"
import { chartDrawnBy } from "./stock-chart"

const StockChart = lazy(async () => ({ default: chartDrawnBy(await import("recharts")) }))

const PERIODS = [30, 90, 365] as const
/** A select cannot offer an empty value. */
const EVERYWHERE = "everywhere"

/** On hand and available of an item over time, as a chart or as a table. */
export function ChartSection({ itemId }: { itemId: string }) {
  const { t } = useTranslation("stockroom")
  const [days, setDays] = useState<number>(90)
  const [locationId, setLocationId] = useState(EVERYWHERE)
  const [asTable, setAsTable] = useState(false)
  const { data, isPending, isError, error, refetch } = useItemChart(
    itemId,
    days,
    locationId === EVERYWHERE ? undefined : locationId
  )
  const units = data?.units[itemId]
  const { quantity } = useItemText(itemId, units)
  const rows = data ? chartRows(data.chart.points) : []
  const [first, last] = [rows[0]?.exact, rows[rows.length - 1]?.exact]
  const label =
    first && last
      ? t("history.chart.label", {
          number: days,
          firstOnHand: quantity(first.onHand),
          firstAvailable: quantity(first.available),
          lastOnHand: quantity(last.onHand),
          lastAvailable: quantity(last.available),
        })
      : t("history.chart.title")
  return (
    <div className="flex flex-col gap-y-3 pb-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 pt-4">
        <div className="flex flex-col gap-y-1">
          <SectionHeading>{t("history.chart.title")}</SectionHeading>
          <ChartKey isInline />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {data && data.chart.location_ids.length > 1 && (
            <Select size="small" value={locationId} onValueChange={setLocationId}>
              <Select.Trigger className="w-40" aria-label={t("history.chart.location")}>
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                <Select.Item value={EVERYWHERE}>{t("history.chart.everywhere")}</Select.Item>
                {data.chart.location_ids.map((id) => (
                  <Select.Item key={id} value={id}>
                    {locationName(data.names, id)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          )}
          <Select
            size="small"
            value={String(days)}
            onValueChange={(chosen) => setDays(Number(chosen))}
          >
            <Select.Trigger className="w-28" aria-label={t("history.chart.range")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {PERIODS.map((period) => (
                <Select.Item key={period} value={String(period)}>
                  {t("history.chart.days", { number: period })}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          <Button
            variant="secondary"
            size="small"
            className="whitespace-nowrap"
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? "history.chart.asChart" : "history.chart.asTable")}
          </Button>
        </div>
      </div>
      {isPending && <ChartSkeleton />}
      {isError && !data && (
        <LoadFailure title={t("history.chart.error")} error={error} retry={refetch} />
      )}
      {data &&
        (asTable ? (
          <ChartTable rows={rows} label={label} write={quantity} />
        ) : (
          <Suspense fallback={<ChartSkeleton />}>
            <StockChart
              rows={rows}
              label={label}
              unit={unitOf(units, null)?.name}
              write={quantity}
            />
          </Suspense>
        ))}
    </div>
  )
}

function ChartSkeleton() {
  const { t } = useTranslation("stockroom")
  return (
    <div className="px-6" role="status" aria-label={t("loading")}>
      <Skeleton className="h-[240px] w-full" />
    </div>
  )
}
