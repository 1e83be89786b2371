import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import type { ItemUnits } from "../lib/units"
import type { LowStockAction } from "../lib/low-stock-actions"
import { newRuleDraft, readRuleSettings, type RuleDraft } from "../lib/low-stock-rule-draft"
import { BULK_PARTS, type BulkPart, partProblems, partSettings } from "../lib/rule-bulk"
import { useChangeLowStockRules } from "./api/use-low-stock-rules"
import { useFormats } from "./use-formats"
import { useRuleErrors } from "./use-rule-errors"

interface RuleBulkFormInput {
  ruleIds: string[]
  /** Those that the rules' items have in common. */
  units: ItemUnits
  actions: LowStockAction[]
  done: () => void
}

/** The form that changes many rules: which parts of them, to what, and saving it. */
export function useRuleBulkForm({ ruleIds, units, actions, done }: RuleBulkFormInput) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const saving = useChangeLowStockRules()
  const [draft, setDraft] = useState(() => newRuleDraft({}, "together"))
  const [parts, setParts] = useState<ReadonlySet<BulkPart>>(new Set())
  const [tried, setTried] = useState(false)
  const { settings, problems: all } = readRuleSettings(draft, actions, { locale })
  const problems = partProblems(all, parts)
  const { errorAt, whole } = useRuleErrors(tried ? problems : {}, saving.error)

  function change(part: Partial<RuleDraft>): void {
    saving.reset()
    setDraft((before) => ({ ...before, ...part }))
  }

  function choose(part: BulkPart, isChosen: boolean): void {
    saving.reset()
    setParts(new Set(BULK_PARTS.filter((one) => (one === part ? isChosen : parts.has(one)))))
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!parts.size || Object.keys(problems).length || saving.isPending) {
      return
    }
    const changed = partSettings(settings, parts)
    // Each item has its own factor: the store converts.
    const unit = parts.has("threshold") || parts.has("reorderTo") ? draft.thresholdUnit : undefined
    saving.mutate(
      { update: ruleIds.map((id) => ({ id, ...changed, ...(unit && { unit }) })) },
      {
        onSuccess: () => {
          toast.success(t("lowStockRules.bulk.done", { count: ruleIds.length }))
          done()
        },
      }
    )
  }

  return {
    ...{ draft, units, parts, change, choose, save, errorAt },
    whole: tried && !parts.size ? t("lowStockRules.bulk.nothing") : whole,
    isSaving: saving.isPending,
  }
}
