import { Button, Popover, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useDaysText } from "../../hooks/use-days-text"
import { useItemText } from "../../hooks/use-unit-text"
import type { ReportRow } from "../../lib/low-stock"
import type { ItemUnits } from "../../lib/units"
import { NORMAL_DAYS } from "../../lib/report-query"
import { Arithmetic } from "../low-stock/arithmetic"

interface CoverLineProps {
  /** Undefined while it is not known. */
  row: ReportRow | undefined
  units: ItemUnits
  /** What it is about. */
  item: string
}

/** For how long a stock lasts and how much of it to order, and on demand how that comes about. */
export function CoverLine({ row, units, item }: CoverLineProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useItemText(row?.inventory_item_id ?? "", units)
  const daysText = useDaysText()
  if (!row) {
    return <Text size="small">–</Text>
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <Text size="small" className="tabular-nums">
        {row.days_of_cover === null
          ? t("lowStockPanel.unsold")
          : t("lowStockPanel.lasts", { days: daysText(row.days_of_cover) })}
      </Text>
      {row.order !== "0" && (
        <Text size="small" weight="plus" className="tabular-nums">
          {t("lowStockPanel.order", { quantity: quantity(row.order) })}
        </Text>
      )}
      <Popover>
        <Popover.Trigger asChild>
          <Button
            variant="transparent"
            size="small"
            aria-label={t("lowStock.report.whyOf", {
              item,
              interpolation: { escapeValue: false },
            })}
          >
            {t("lowStock.report.why")}
          </Button>
        </Popover.Trigger>
        <Popover.Content
          className="max-w-[min(36rem,calc(100vw-2rem))] overflow-y-auto px-4 py-2"
          collisionPadding={16}
          aria-label={t("lowStock.report.whyOf", { item, interpolation: { escapeValue: false } })}
        >
          <Arithmetic row={row} units={units} coverDays={NORMAL_DAYS} />
        </Popover.Content>
      </Popover>
    </div>
  )
}
