import { Checkbox, Drawer, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useTranslation } from "react-i18next"

import { useRuleBulkForm } from "../../hooks/use-rule-bulk-form"
import { BULK_PARTS, type BulkPart } from "../../lib/rule-bulk"
import type { ItemUnits } from "../../lib/units"
import { QuantityField } from "../fields/quantity-field"
import type { UnitEntry } from "../fields/unit-choice"
import { FormFooter } from "../form-footer"
import { ActionsField } from "./actions-field"
import { EnabledField } from "./enabled-field"
import { LeadTimeField } from "./figure-fields"
import { MutedField } from "./muted-field"
import type { RuleChoices } from "./rule-choices"
import { StopSellingField } from "./stop-selling-field"

interface BulkFormProps {
  ruleIds: string[]
  /** Those that the rules' items have in common. */
  units: ItemUnits
  /** Whether there are units, but none in common. */
  isMixed: boolean
  choices: Pick<RuleChoices, "actions" | "locations">
  close: () => void
  done: () => void
}

/** What many rules are given: a part that is ticked shows its field. */
export function BulkForm({ ruleIds, units, isMixed, choices, close, done }: BulkFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const form = useRuleBulkForm({ ruleIds, units, actions: choices.actions, done })
  const { draft, change, errorAt } = form
  const unit: UnitEntry = {
    units,
    value: draft.thresholdUnit ?? null,
    label: t("lowStockRules.bulk.unit"),
    onChange: (thresholdUnit) => change({ thresholdUnit }),
  }
  const inBaseUnits = isMixed ? t("lowStockRules.bulk.inBaseUnits") : undefined
  const ofEach = units?.length ? undefined : t("lowStockRules.form.thresholdHint")
  const fields: Record<BulkPart, ReactNode> = {
    threshold: (
      <QuantityField
        label={t("lowStockRules.form.threshold")}
        hint={inBaseUnits ?? ofEach}
        value={draft.threshold}
        unit={unit}
        error={errorAt("threshold")}
        onChange={(threshold) => change({ threshold })}
      />
    ),
    stopSelling: (
      <StopSellingField
        value={draft.stopSelling}
        onChange={(stopSelling) => change({ stopSelling })}
      />
    ),
    reorderTo: (
      <QuantityField
        label={t("lowStockRules.form.reorderTo")}
        hint={inBaseUnits ?? t("lowStockRules.form.reorderToHint")}
        value={draft.reorderTo}
        unit={unit}
        error={errorAt("reorder_to")}
        onChange={(reorderTo) => change({ reorderTo })}
      />
    ),
    leadTime: (
      <LeadTimeField
        value={draft.leadTime}
        error={errorAt("lead_time_days")}
        onChange={(leadTime) => change({ leadTime })}
      />
    ),
    actions: (
      <ActionsField
        drafts={draft.actions}
        choices={choices}
        errorAt={errorAt}
        onChange={(actions) => change({ actions })}
      />
    ),
    enabled: <EnabledField value={draft.enabled} onChange={(enabled) => change({ enabled })} />,
    mutedUntil: (
      <MutedField
        value={draft.mutedUntil}
        error={errorAt("muted_until")}
        onChange={(mutedUntil) => change({ mutedUntil })}
      />
    ),
  }
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
        {BULK_PARTS.map((part) => (
          <div key={part} className="flex flex-col gap-y-3">
            <div className="flex items-center gap-x-3">
              <Checkbox
                id={`${id}-${part}`}
                checked={form.parts.has(part)}
                onCheckedChange={(checked) => form.choose(part, checked === true)}
              />
              <Label size="small" htmlFor={`${id}-${part}`}>
                {t(`lowStockRules.bulk.parts.${part}`)}
              </Label>
            </div>
            {form.parts.has(part) && (
              <div className="border-ui-border-base ml-2 border-l pl-5">{fields[part]}</div>
            )}
          </div>
        ))}
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.whole}
        label={t("lowStockRules.bulk.save", { count: ruleIds.length })}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}
