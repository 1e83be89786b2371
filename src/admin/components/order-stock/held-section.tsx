import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { Names } from "../../../api/types/names"
import type { OrderStockResponse } from "../../../api/types/order-stock"
import type { UnitsByItem } from "../../../api/types/units"
import { useCoverHold } from "../../hooks/api/use-order-stock"
import { useDraftTransferOfHolds } from "../../hooks/use-draft-transfer-of-holds"
import { useFailureText } from "../../hooks/use-failure-text"
import { useMay } from "../../hooks/use-may"
import { useUnitText } from "../../hooks/use-unit-text"
import { type HoldGroup, holdGroups, type Proposal } from "../../lib/hold-groups"
import { LINK } from "../../lib/link-style"
import { itemName, locationName } from "../../lib/names"
import { SectionHeading } from "../section-heading"

interface HeldSectionProps {
  proposals: Proposal[]
  transfers: OrderStockResponse["order_stock"]["transfers"]
  names: Names
  units: UnitsByItem
}

/** What other locations keep for the order, and the moves that would bring it where it is wanted. */
export function HeldSection({ proposals, transfers, names, units }: HeldSectionProps) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <SectionHeading>{t("order.held")}</SectionHeading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("order.heldHint")}
      </Text>
      <ul className="flex flex-col gap-y-3">
        {proposals.map((proposal) => (
          <HeldRow
            key={proposal.hold_id}
            proposal={proposal}
            transfer={transfers.find(({ id }) => id === proposal.transfer_id)}
            names={names}
            units={units}
          />
        ))}
      </ul>
      {holdGroups(proposals)
        .filter(({ holdIds }) => holdIds.length > 1)
        .map((group) => (
          <DraftAll key={group.holdIds[0]} group={group} names={names} />
        ))}
    </div>
  )
}

/** One transfer for everything that waits at one location for another. */
function DraftAll({ group, names }: { group: HoldGroup; names: Names }) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const draft = useDraftTransferOfHolds()
  return may("transfers", group.fromLocationId) ? (
    <Button
      variant="secondary"
      size="small"
      className="self-start"
      isLoading={draft.isPending}
      onClick={() => void draft.make(group.holdIds)}
    >
      {t("transferForm.order.draftAll", {
        count: group.holdIds.length,
        from: locationName(names, group.fromLocationId),
      })}
    </Button>
  ) : null
}

interface HeldRowProps {
  proposal: Proposal
  /** The one that covers it. */
  transfer: OrderStockResponse["order_stock"]["transfers"][number] | undefined
  names: Names
  units: UnitsByItem
}

function HeldRow({ proposal, transfer, names, units }: HeldRowProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useUnitText()
  const failureText = useFailureText()
  const ask = usePrompt()
  const may = useMay()
  const cover = useCoverHold()
  const draft = useDraftTransferOfHolds()
  const values = {
    quantity: quantity(proposal.inventory_item_id, units, proposal.quantity),
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
    <li className="flex flex-col items-start gap-y-2">
      <Text size="small">
        {t(proposal.quantity === "1" ? "order.waitsOne" : "order.waits", values)}
      </Text>
      {transfer && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("transferForm.order.covered", { number: transfer.number })}
          {" · "}
          <Link className={LINK} to={`/inventory/transfers/${transfer.id}`}>
            {t("transferForm.order.open", { number: transfer.number })}
          </Link>
        </Text>
      )}
      {!transfer && may("transfers", proposal.from_location_id) && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            size="small"
            isLoading={draft.isPending}
            aria-label={t("transferForm.order.draftLabel", values)}
            onClick={() => void draft.make([proposal.hold_id])}
          >
            {t("transferForm.order.draft")}
          </Button>
          {may("transfers", proposal.to_location_id) && (
            <Button
              variant="transparent"
              size="small"
              isLoading={cover.isPending}
              aria-label={t("order.cover.label", values)}
              onClick={move}
            >
              {t("order.cover.action")}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** Covered or let go by somebody else since the page was read. */
function isConflict(error: unknown): boolean {
  return (error as { status?: number }).status === 409
}
