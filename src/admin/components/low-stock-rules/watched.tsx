import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useItemNames } from "../../hooks/api/use-item-names"
import { useRulePlaceName } from "../../hooks/use-rule-place-name"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"
import type { RuleChoices } from "./rule-choices"

interface WatchedProps {
  rule: LowStockRule
  choices: RuleChoices
}

/** What a rule watches, which stays as it is. */
export function Watched({ rule, choices }: WatchedProps) {
  const { t } = useTranslation("stockroom")
  const placeName = useRulePlaceName()
  const { inventory_item_id: item, source } = rule
  const named = useItemNames(item ? [item] : []).data
  const byId = (list: { id: string; name: string }[]) =>
    Object.fromEntries(list.map(({ id, name }) => [id, name]))
  const facts = {
    item: item ? (named?.get(item) ?? item) : t("lowStockRules.everyItem"),
    where: placeName(rule, {
      locations: byId(choices.locations),
      channels: byId(choices.channels),
    }),
  }
  return (
    <div className="flex flex-col gap-y-2">
      <dl className="bg-ui-bg-subtle txt-small grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-lg px-4 py-3">
        {(["item", "where"] as const).map((fact) => (
          <div key={fact} className="contents">
            <dt className="text-ui-fg-subtle">{t(`lowStockRules.columns.${fact}`)}</dt>
            <dd className="break-words">{facts[fact]}</dd>
          </div>
        ))}
      </dl>
      <Text size="small" className="text-ui-fg-subtle">
        {t(source === "options" ? "lowStockRules.form.ofOptions" : "lowStockRules.form.stays")}
      </Text>
    </div>
  )
}
