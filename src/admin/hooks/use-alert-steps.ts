import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { type AlertStep, useChangeAlerts } from "./api/use-low-stock-alerts"
import { useFailureText } from "./use-failure-text"

/** Says something of alerts, and tells how that ended. */
export function useAlertSteps() {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const change = useChangeAlerts()

  function tellDone(step: AlertStep, changed: number, asked: number): void {
    const what = step.do === "mute" && step.until === null ? "unmute" : step.do
    if (changed < asked) {
      toast.info(t("lowStock.steps.partly", { number: changed, all: asked }))
    } else {
      toast.success(
        t(`lowStock.steps.${what}.${changed === 1 ? "doneOne" : "done"}`, { number: changed })
      )
    }
  }

  /** @returns what stands against it, in words; null when it is done */
  async function take(ids: string[], step: AlertStep): Promise<string | null> {
    try {
      tellDone(step, await change.mutateAsync({ ids, step }), ids.length)
      return null
    } catch (error) {
      const isConflict = (error as { status?: number }).status === 409
      return isConflict ? t("lowStock.steps.gone") : failureText(error)
    }
  }

  return {
    isPending: change.isPending,
    take,
    /** The same, where there is no form to say what stands against it. */
    async takeAtOnce(ids: string[], step: AlertStep): Promise<boolean> {
      const against = await take(ids, step)
      if (against) {
        toast.error(t("lowStock.steps.failed"), { description: against })
      }
      return against === null
    },
  }
}
