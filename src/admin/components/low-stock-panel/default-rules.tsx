import { Badge, Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useActionLabels } from "../../hooks/api/use-low-stock-actions"
import type { useLowStockRules } from "../../hooks/api/use-low-stock-rules"
import { useFormats } from "../../hooks/use-formats"
import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { useRulePlaceName } from "../../hooks/use-rule-place-name"
import type { RuleTarget } from "../../lib/low-stock-of-item"
import { ListTable } from "../list-table"
import { Threshold } from "../low-stock-rules/threshold"

const COLUMNS = ["where", "threshold", "actions", "leadTime", "reorderTo"] as const

interface DefaultRulesProps {
  answer: NonNullable<ReturnType<typeof useLowStockRules>["data"]>
  /** Opens the drawer of a rule. */
  edit: (target: RuleTarget) => void
}

/** The store's defaults: what each watches, and what it does. */
export function DefaultRules({ answer, edit }: DefaultRulesProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const placeName = useRulePlaceName()
  const { labelOf } = useActionLabels()
  const may = useMayAtPool()
  const { rules, count, names } = answer
  return (
    <div>
      <ListTable
        label={t("lowStockPanel.settings.list")}
        isStale={false}
        head={
          <>
            {COLUMNS.map((column) => (
              <Table.HeaderCell key={column}>
                {t(`lowStockRules.columns.${column}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell>
              <span className="sr-only">{t("lowStockRules.columns.menu")}</span>
            </Table.HeaderCell>
          </>
        }
      >
        {rules.map((rule) => (
          <Table.Row key={rule.id} className="[&_td]:py-3 [&_td]:align-top">
            <Table.Cell>
              <div className="flex flex-wrap items-center gap-2">
                <span className="break-words">{placeName(rule, names)}</span>
                {rule.source === "options" && (
                  <Badge size="2xsmall">{t("lowStockRules.ofOptions")}</Badge>
                )}
                {!rule.enabled && (
                  <StatusBadge color="grey">{t("lowStockRules.state.off")}</StatusBadge>
                )}
              </div>
              {rule.note && (
                <Text size="xsmall" className="text-ui-fg-subtle max-w-72 break-words">
                  {rule.note}
                </Text>
              )}
            </Table.Cell>
            <Table.Cell className="tabular-nums">
              <Threshold rule={rule} />
            </Table.Cell>
            <Table.Cell>
              {rule.actions.length
                ? rule.actions.map(({ identifier }) => labelOf(identifier)).join(", ")
                : t("lowStockRules.noActions")}
            </Table.Cell>
            <Table.Cell>
              {rule.lead_time_days === null
                ? t("lowStockPanel.settings.leadTimeOfLocation")
                : t("lowStockRules.days", { count: rule.lead_time_days })}
            </Table.Cell>
            <Table.Cell className="tabular-nums">
              {rule.reorder_to === null
                ? t("lowStockPanel.settings.bySales")
                : quantity(rule.reorder_to)}
            </Table.Cell>
            <Table.Cell className="text-right">
              {may(rule) && (
                <Button
                  variant="transparent"
                  size="small"
                  className="-my-1"
                  aria-label={t("lowStockPanel.settings.editOf", {
                    place: placeName(rule, names),
                    interpolation: { escapeValue: false },
                  })}
                  onClick={() => edit({ rule })}
                >
                  {t("lowStockRules.edit")}
                </Button>
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </ListTable>
      {count > rules.length && (
        <Text size="xsmall" className="text-ui-fg-subtle px-6 py-3">
          {t("lowStockPanel.settings.more", {
            number: quantity(String(rules.length)),
            all: quantity(String(count)),
          })}
        </Text>
      )}
    </div>
  )
}
