import { Badge, Checkbox, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useActionLabels } from "../../hooks/api/use-low-stock-actions"
import { useFormats } from "../../hooks/use-formats"
import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { useRulePlaceName } from "../../hooks/use-rule-place-name"
import type { useSelection } from "../../hooks/use-selection"
import { LINK } from "../../lib/link-style"
import { isMuted, type LowStockNames } from "../../lib/low-stock"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"
import { itemName } from "../../lib/names"
import type { ItemUnits } from "../../lib/units"
import { ItemQuantity } from "../units/item-quantity"
import { RuleMenu } from "./rule-menu"
import { Threshold } from "./threshold"

interface RuleRowProps {
  rule: LowStockRule
  names: LowStockNames
  units: ItemUnits
  /** Null where nobody may choose anything. */
  selection: ReturnType<typeof useSelection<LowStockRule>> | null
  edit: () => void
}

/** A rule: what it watches, from which quantity on that is low, and what is done then. */
export function RuleRow({ rule, names, units, selection, edit }: RuleRowProps) {
  const { t } = useTranslation("stockroom")
  const { labelOf } = useActionLabels()
  const may = useMayAtPool()
  const place = useRulePlaceName()(rule, names)
  const itemId = rule.inventory_item_id
  const title = itemId && names.items[itemId]?.title
  const item = itemId ? itemName(names, itemId) : t("lowStockRules.default")
  const isChosen = selection?.isChosen(rule) ?? false
  return (
    <Table.Row className={`[&_td]:py-3 [&_td]:align-top ${isChosen ? "bg-ui-bg-highlight" : ""}`}>
      {selection && (
        <Table.Cell>
          <Checkbox
            aria-label={t("lowStockRules.select", {
              ...{ item, place },
              interpolation: { escapeValue: false },
            })}
            checked={isChosen}
            disabled={!selection.mayChoose(rule)}
            onCheckedChange={(checked) => selection.choose([rule], checked === true)}
          />
        </Table.Cell>
      )}
      <Table.Cell className="min-w-40 max-w-64">
        {itemId ? (
          <Link className={`${LINK} break-words`} to={`/inventory/${itemId}`}>
            {item}
          </Link>
        ) : (
          <Text size="small" weight="plus">
            {item}
          </Text>
        )}
        {title && title !== item && (
          <div className="txt-compact-xsmall text-ui-fg-subtle truncate" title={title}>
            {title}
          </div>
        )}
        {rule.source === "options" && (
          <Badge size="2xsmall" className="mt-1">
            {t("lowStockRules.ofOptions")}
          </Badge>
        )}
        {rule.note && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {rule.note}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className="min-w-32 break-words">{place}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        <Threshold rule={rule} units={units} />
      </Table.Cell>
      <Table.Cell className="min-w-36">
        {rule.actions.length
          ? rule.actions.map(({ identifier }) => labelOf(identifier)).join(", ")
          : t("lowStockRules.noActions")}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {rule.lead_time_days === null
          ? "–"
          : t("lowStockRules.days", { count: rule.lead_time_days })}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {rule.reorder_to === null ? (
          "–"
        ) : (
          <ItemQuantity itemId={itemId ?? ""} units={units} quantity={rule.reorder_to} />
        )}
      </Table.Cell>
      <Table.Cell className="min-w-24">
        <RuleState rule={rule} />
      </Table.Cell>
      <Table.Cell className="text-right">
        {may(rule) && <RuleMenu rule={rule} name={{ item, place }} edit={edit} />}
      </Table.Cell>
    </Table.Row>
  )
}

/** Whether it watches, and whether its actions wait. */
function RuleState({ rule }: { rule: LowStockRule }) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  if (!rule.enabled) {
    return <StatusBadge color="grey">{t("lowStockRules.state.off")}</StatusBadge>
  }
  return (
    <>
      <StatusBadge color="green">{t("lowStockRules.state.on")}</StatusBadge>
      {isMuted(rule, new Date()) && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("lowStockRules.state.muted", { day: day(new Date(rule.muted_until ?? "")) })}
        </Text>
      )}
    </>
  )
}
