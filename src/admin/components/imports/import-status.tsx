import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { NamedImport } from "../../../api/types/imports"

const COLORS = { checked: "orange", applying: "blue", applied: "green", undone: "grey" } as const

/** Where an import stands. */
export function ImportStatus({ status }: { status: NamedImport["status"] }) {
  const { t } = useTranslation("stockroom")
  return (
    <StatusBadge color={COLORS[status]} className="whitespace-nowrap">
      {t(`imports.statuses.${status}`)}
    </StatusBadge>
  )
}
