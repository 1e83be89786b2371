import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Estimate } from "../lib/estimate-draft"
import { useDeleteEstimate as useDeletion } from "./api/use-availability"
import { useFailureText } from "./use-failure-text"

/** Deletes an estimate, once the person knows what becomes of its products and has said so. */
export function useDeleteEstimate() {
  const { t } = useTranslation("stockroom")
  const ask = usePrompt()
  const failureText = useFailureText()
  const { mutateAsync, isPending } = useDeletion()

  async function remove({ id, title, is_default: isDefault }: Estimate): Promise<void> {
    const question = isDefault ? "questionDefault" : "question"
    const confirmed = await ask({
      title: t("availability.estimates.remove.title"),
      description: t(`availability.estimates.remove.${question}`, {
        title,
        interpolation: { escapeValue: false },
      }),
      confirmText: t("availability.estimates.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    try {
      await mutateAsync(id)
      toast.success(t("availability.estimates.remove.done"))
    } catch (error) {
      toast.error(t("availability.estimates.remove.failed"), { description: failureText(error) })
    }
  }

  return { remove, isPending }
}
