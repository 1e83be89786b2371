import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useDraftTransfer } from "./api/use-order-stock"
import { useFailureText } from "./use-failure-text"

/** Drafts a transfer for holds, and says how that ended. */
export function useDraftTransferOfHolds() {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const draft = useDraftTransfer()
  return {
    isPending: draft.isPending,
    // Not by callbacks of the mutation: those are dropped with the button, which goes when it is done.
    async make(holdIds: string[]): Promise<void> {
      try {
        const { transfer } = await draft.mutateAsync(holdIds)
        toast.success(t("transferForm.order.done", { number: transfer.number }))
      } catch (error) {
        const isConflict = (error as { status?: number }).status === 409
        toast.error(t("transferForm.order.failed"), {
          description: isConflict ? t("order.cover.gone") : failureText(error),
        })
      }
    },
  }
}
