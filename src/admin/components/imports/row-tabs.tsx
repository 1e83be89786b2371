import { Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { NamedImport } from "../../../api/types/imports"
import { useFormats } from "../../hooks/use-formats"
import { RowsTable } from "./rows-table"

const KINDS = [
  ["change", "changes"],
  ["error", "errors"],
  ["unchanged", "unchanged"],
] as const

/** An import's rows: what changes, what cannot, and what stays as it is. */
export function RowTabs({ record }: { record: NamedImport }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const first = !record.changes && record.errors ? "error" : "change"
  return (
    <Tabs key={record.checked_at} defaultValue={first}>
      <Tabs.List className="px-6 py-3">
        {KINDS.map(([kind, counted]) => (
          <Tabs.Trigger key={kind} value={kind}>
            {t(`imports.tabs.${kind}`)}{" "}
            <span className="text-ui-fg-subtle ml-1 tabular-nums">
              {quantity(String(record[counted]))}
            </span>
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {KINDS.map(([kind, counted]) => (
        <Tabs.Content key={kind} value={kind} tabIndex={-1} className="border-t">
          <RowsTable record={record} kind={kind} count={record[counted]} />
        </Tabs.Content>
      ))}
    </Tabs>
  )
}
