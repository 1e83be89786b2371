import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import { useItemUnits } from "./api/use-item-units"
import { useSaveLowStockRule } from "./api/use-low-stock-rules"
import { useFormats } from "./use-formats"
import { useRuleErrors } from "./use-rule-errors"
import { useShownUnits } from "./use-shown-units"
import { useFailureText } from "./use-failure-text"
import type { LowStockAction } from "../lib/low-stock-actions"
import {
  changedSettings,
  draftOfRule,
  type LowStockRule,
  newRuleDraft,
  readRuleSettings,
  readWatched,
  type RuleDraft,
} from "../lib/low-stock-rule-draft"
import type { ItemUnits } from "../lib/units"

interface RuleFormInput {
  /** Undefined: it is a new one. */
  rule: LowStockRule | undefined
  preset: Parameters<typeof newRuleDraft>[0]
  /** Where a new rule watches unless the preset says otherwise. */
  place: RuleDraft["place"]
  actions: LowStockAction[]
  /** Of the rule's item, or of the one that a new rule begins with. */
  units: ItemUnits
  done: () => void
}

/** A rule's form: what was typed, what stands against it, and saving it. */
export function useRuleForm(input: RuleFormInput) {
  const { rule, preset, place, actions, done } = input
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const failureText = useFailureText()
  const saving = useSaveLowStockRule()
  // What is typed keeps its meaning, whatever is chosen meanwhile in another window.
  const [shownUnits] = useState(useShownUnits()[0])
  const measuresOf = (itemId: string | null | undefined, units: ItemUnits) => ({
    ...{ locale, units },
    shown: itemId ? shownUnits[itemId] : undefined,
  })
  const [draft, setDraft] = useState(() =>
    rule
      ? draftOfRule(rule, actions, measuresOf(rule.inventory_item_id, input.units), new Date())
      : newRuleDraft(preset, place)
  )
  const read = useItemUnits(draft.itemId)
  const measures = measuresOf(draft.itemId, read.data?.units ?? undefined)
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const { settings, problems: wrong } = readRuleSettings(draft, actions, measures, rule)
  const { watched, problems: unwatched } = readWatched(draft)
  const problems = { ...wrong, ...(!rule && unwatched) }
  const errors = useRuleErrors(tried ? problems : {}, saving.error)

  function change(part: Partial<RuleDraft>): void {
    saving.reset()
    // Another item has other units.
    const units = "itemId" in part ? { thresholdUnit: undefined, reorderUnit: undefined } : {}
    setDraft((before) => ({ ...before, ...units, ...part }))
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    // A drawer is drawn inside of the page's form in React's eyes.
    event.stopPropagation()
    setTried(true)
    if (Object.keys(problems).length || saving.isPending || read.isLoading) {
      return
    }
    saving.mutate(
      rule ? { id: rule.id, ...changedSettings(settings, rule) } : { ...watched, ...settings },
      {
        onSuccess: () => {
          toast.success(t("lowStockRules.form.done"))
          done()
        },
      }
    )
  }

  const whole = errors.whole ?? (tried && read.isError ? failureText(read.error) : undefined)
  return { draft, measures, change, save, ...errors, whole, isSaving: saving.isPending }
}
