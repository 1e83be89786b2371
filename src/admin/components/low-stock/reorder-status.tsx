import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { ReportRow } from "../../lib/low-stock"

const COLORS = { low: "red", soon: "orange", ok: "green" } as const

/** How urgent it is to order. */
export function ReorderStatus({ status }: Pick<ReportRow, "status">) {
  const { t } = useTranslation("stockroom")
  return (
    <StatusBadge color={COLORS[status]} className="whitespace-nowrap">
      {t(`lowStock.report.status.${status}`)}
    </StatusBadge>
  )
}
