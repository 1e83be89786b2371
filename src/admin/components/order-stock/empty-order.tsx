import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useSettleOrder } from "../../hooks/api/use-order-stock"
import { useFailureText } from "../../hooks/use-failure-text"

/** Stands where no stock has moved for an order: why that may be, and a way to make sure. */
export function EmptyOrder({ orderId }: { orderId: string }) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const settle = useSettleOrder(orderId)
  const check = async () => {
    // Not by callbacks of the mutation: those are dropped when this makes way for the stock.
    try {
      const { committed, released, posted } = (await settle.mutateAsync()).settled
      if (committed + released + posted === 0) {
        toast.info(t("order.settle.nothing"))
      } else {
        toast.success(t("order.settle.done"))
      }
    } catch (error) {
      toast.error(t("order.settle.failed"), { description: failureText(error) })
    }
  }
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <div>
        <Text size="small" weight="plus">
          {t("order.empty")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("order.emptyHint")}
        </Text>
      </div>
      <Button variant="secondary" size="small" isLoading={settle.isPending} onClick={check}>
        {t("order.settle.action")}
      </Button>
    </div>
  )
}
