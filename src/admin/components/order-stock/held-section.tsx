import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { OrderStockResponse } from "../../../api/types/order-stock"
import { useCoverHold } from "../../hooks/api/use-order-stock"
import { useFailureText } from "../../hooks/use-failure-text"
import { useFormats } from "../../hooks/use-formats"
import { itemName, locationName } from "../../lib/names"
import { SectionHeading } from "../section-heading"

type Proposal = OrderStockResponse["order_stock"]["proposals"][number]

/** What other locations keep for the order, and the moves that would bring it where it is wanted. */
export function HeldSection({ proposals, names }: { proposals: Proposal[]; names: Names }) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <SectionHeading>{t("order.held")}</SectionHeading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("order.heldHint")}
      </Text>
      <ul className="flex flex-col gap-y-3">
        {proposals.map((proposal) => (
          <HeldRow key={proposal.hold_id} proposal={proposal} names={names} />
        ))}
      </ul>
    </div>
  )
}

function HeldRow({ proposal, names }: { proposal: Proposal; names: Names }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const failureText = useFailureText()
  const ask = usePrompt()
  const cover = useCoverHold()
  const values = {
    quantity: quantity(proposal.quantity),
    item: itemName(names, proposal.inventory_item_id),
    from: locationName(names, proposal.from_location_id),
    to: locationName(names, proposal.to_location_id),
  }
  const move = async () => {
    const confirmed = await ask({
      variant: "confirmation",
      title: t("order.cover.title"),
      description: t("order.cover.question", values),
      confirmText: t("order.cover.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    // Not by callbacks of the mutation: those are dropped with the row, which goes when it is done.
    try {
      await cover.mutateAsync(proposal.hold_id)
      toast.success(t("order.cover.done", values))
    } catch (error) {
      toast.error(t("order.cover.failed"), {
        description: isConflict(error) ? t("order.cover.gone") : failureText(error),
      })
    }
  }
  return (
    <li className="flex items-center justify-between gap-x-4">
      <Text size="small">
        {t(proposal.quantity === "1" ? "order.waitsOne" : "order.waits", values)}
      </Text>
      <Button
        variant="secondary"
        size="small"
        className="shrink-0"
        isLoading={cover.isPending}
        aria-label={t("order.cover.label", values)}
        onClick={move}
      >
        {t("order.cover.action")}
      </Button>
    </li>
  )
}

/** Covered or let go by somebody else since the page was read. */
function isConflict(error: unknown): boolean {
  return (error as { status?: number }).status === 409
}
