import { csv } from "./csv"
import type { LowStockNames, ReportRow } from "./low-stock"

/** The columns that hold what the row says as it is. */
const FIGURES = [
  "status",
  "available",
  "incoming",
  "threshold",
  "lead_time_days",
  "reorder_to",
  "sold",
  "days",
  "per_day",
  "days_of_cover",
  "demand",
  "target",
  "order",
  "inventory_item_id",
  "location_id",
  "sales_channel_id",
] as const

/** The report as a file: names first, then every figure. */
export function reportCsv(rows: ReportRow[], names: LowStockNames): string {
  return csv([
    ["sku", "title", "place", "location", "channel", ...FIGURES],
    ...rows.map((row) => [
      names.items[row.inventory_item_id]?.sku ?? null,
      names.items[row.inventory_item_id]?.title ?? null,
      row.place,
      row.location_id && (names.locations[row.location_id] ?? null),
      row.sales_channel_id && (names.channels[row.sales_channel_id] ?? null),
      ...FIGURES.map((figure) => (row[figure] === null ? null : String(row[figure]))),
    ]),
  ])
}
