import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import { useSaveLowStockRule } from "./api/use-low-stock-rules"
import { useFormats } from "./use-formats"
import { useRuleErrors } from "./use-rule-errors"
import type { LowStockAction } from "../lib/low-stock-actions"
import {
  draftOfRule,
  type LowStockRule,
  newRuleDraft,
  readRuleSettings,
  readWatched,
  type RuleDraft,
  sameActions,
} from "../lib/low-stock-rule-draft"

interface RuleFormInput {
  /** Undefined: it is a new one. */
  rule: LowStockRule | undefined
  preset: Parameters<typeof newRuleDraft>[0]
  /** Where a new rule watches unless the preset says otherwise. */
  place: RuleDraft["place"]
  actions: LowStockAction[]
  done: () => void
}

/** A rule's form: what was typed, what stands against it, and saving it. */
export function useRuleForm({ rule, preset, place, actions, done }: RuleFormInput) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const saving = useSaveLowStockRule()
  const [draft, setDraft] = useState(() =>
    rule ? draftOfRule(rule, actions, locale, new Date()) : newRuleDraft(preset, place)
  )
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const { settings, problems: wrong } = readRuleSettings(draft, actions, locale)
  const { watched, problems: unwatched } = readWatched(draft)
  const problems = { ...wrong, ...(!rule && unwatched) }
  const errors = useRuleErrors(tried ? problems : {}, saving.error)

  function change(part: Partial<RuleDraft>): void {
    saving.reset()
    setDraft((before) => ({ ...before, ...part }))
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    // A drawer is drawn inside of the page's form in React's eyes.
    event.stopPropagation()
    setTried(true)
    if (Object.keys(problems).length || saving.isPending) {
      return
    }
    const { actions: wanted, ...others } = settings
    // An action that the store has no more would be refused, also where nobody has touched it.
    const kept = rule !== undefined && sameActions(rule.actions, wanted)
    saving.mutate(
      rule
        ? { id: rule.id, ...others, ...(!kept && { actions: wanted }) }
        : { ...watched, ...settings },
      {
        onSuccess: () => {
          toast.success(t("lowStockRules.form.done"))
          done()
        },
      }
    )
  }

  return { draft, change, save, ...errors, isSaving: saving.isPending }
}
