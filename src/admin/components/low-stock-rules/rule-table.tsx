import { Checkbox, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { UnitsByItem } from "../../../api/types/units"
import type { useSelection } from "../../hooks/use-selection"
import type { LowStockNames } from "../../lib/low-stock"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"
import { ListTable } from "../list-table"
import { RuleRow } from "./rule-row"

const COLUMNS = [
  "item",
  "where",
  "threshold",
  "actions",
  "leadTime",
  "reorderTo",
  "enabled",
  "menu",
] as const
const FIGURES: readonly string[] = ["threshold", "reorderTo"]

interface RuleTableProps {
  rules: LowStockRule[]
  names: LowStockNames
  units: UnitsByItem
  /** Whether the rows are those of before, while others are read. */
  isStale: boolean
  /** Null where nobody may choose anything. */
  selection: ReturnType<typeof useSelection<LowStockRule>> | null
  edit: (rule: LowStockRule) => void
}

/** Rules, the store's defaults first. */
export function RuleTable({ rules, names, units, isStale, selection, edit }: RuleTableProps) {
  const { t } = useTranslation("stockroom")
  return (
    <ListTable
      label={t("lowStock.sections.rules")}
      isStale={isStale}
      head={
        <>
          {selection && (
            <Table.HeaderCell className="w-5">
              <Checkbox
                aria-label={t("lowStockRules.selectPage")}
                checked={selection.pageChosen ?? "indeterminate"}
                onCheckedChange={() => selection.choose(rules, selection.pageChosen !== true)}
              />
            </Table.HeaderCell>
          )}
          {COLUMNS.map((column) => (
            <Table.HeaderCell
              key={column}
              className={FIGURES.includes(column) ? "text-right" : undefined}
            >
              <span className={column === "menu" ? "sr-only" : ""}>
                {t(`lowStockRules.columns.${column}`)}
              </span>
            </Table.HeaderCell>
          ))}
        </>
      }
    >
      {rules.map((rule) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          names={names}
          units={units[rule.inventory_item_id ?? ""]}
          selection={selection}
          edit={() => edit(rule)}
        />
      ))}
    </ListTable>
  )
}
