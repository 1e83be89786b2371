import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { type ActionRun, hasFailed } from "../../lib/low-stock"

const COLORS = {
  pending: "grey",
  running: "blue",
  done: "green",
  failed: "red",
  skipped: "grey",
} as const

/** How an action went. One that has failed and is tried again stands out as well. */
export function RunStatus({ run }: { run: ActionRun }) {
  const { t } = useTranslation("stockroom")
  const isFailing = hasFailed(run) && run.status === "pending"
  return (
    <StatusBadge color={isFailing ? "red" : COLORS[run.status]} className="whitespace-nowrap">
      {t(`lowStock.runs.status.${isFailing ? "failing" : run.status}`)}
    </StatusBadge>
  )
}
