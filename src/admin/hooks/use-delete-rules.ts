import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { LowStockRule } from "../lib/low-stock-rule-draft"
import { useChangeLowStockRules } from "./api/use-low-stock-rules"
import { useFailureText } from "./use-failure-text"

/** Deletes rules, once the person has said so. What medusa-config.ts says stays. */
export function useDeleteRules() {
  const { t } = useTranslation("stockroom")
  const ask = usePrompt()
  const failureText = useFailureText()
  const { mutateAsync, isPending } = useChangeLowStockRules()

  /** @returns whether they are gone */
  async function remove(rules: LowStockRule[]): Promise<boolean> {
    const ids = rules.filter(({ source }) => source !== "options").map(({ id }) => id)
    if (!ids.length) {
      toast.error(t("lowStockRules.remove.onlyOptions"))
      return false
    }
    const left = ids.length < rules.length ? [t("lowStockRules.remove.options")] : []
    const confirmed = await ask({
      title: t("lowStockRules.remove.title", { count: ids.length }),
      description: [t("lowStockRules.remove.question", { count: ids.length }), ...left].join(" "),
      confirmText: t("lowStockRules.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) {
      return false
    }
    try {
      await mutateAsync({ delete: ids })
      toast.success(t("lowStockRules.remove.done", { count: ids.length }))
      return true
    } catch (error) {
      toast.error(t("lowStockRules.remove.failed"), { description: failureText(error) })
      return false
    }
  }

  return { remove, isPending }
}
