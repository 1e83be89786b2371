import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import type { OriginDeduction } from "../../../core/transfer"
import { useUnitText } from "../../hooks/use-unit-text"
import { itemTitle } from "../../lib/item-levels"
import type { SentLine } from "../../lib/send-effect"
import { routeNames } from "../../lib/transfer-names"

/** More items than these are counted, not listed. */
const LISTED = 20

interface SendEffectTableProps {
  answer: TransferResponse
  deduction: OriginDeduction
  effect: SentLine[]
  /** Whether the store refuses it where the origin has not enough. */
  isShort: boolean
}

/** What the origin has of each item, and what it would have. */
export function SendEffectTable({ answer, deduction, effect, isShort }: SendEffectTableProps) {
  const { t } = useTranslation("stockroom")
  const text = useUnitText()
  const listed = effect.slice(0, LISTED).map((one) => ({
    ...one,
    quantity: (figure: string) => text.quantity(one.line.inventory_item_id, answer.units, figure),
  }))
  const more = effect.length - LISTED
  const moreShort = effect.slice(LISTED).some((one) => one.effect.short)
  return (
    <div>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("transfers.lines.item")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">
              {t("transfers.lines.quantity")}
            </Table.HeaderCell>
            <Table.HeaderCell className="text-right">
              {t("transfers.send.effect", { location: routeNames(answer).from })}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {listed.map(({ line, quantity, effect: { origin, short } }) => (
            <Table.Row key={line.id}>
              <Table.Cell className="max-w-48 break-words py-2">{itemTitle(line)}</Table.Cell>
              <Table.Cell className="text-right tabular-nums">{quantity(line.quantity)}</Table.Cell>
              <Table.Cell
                className={clx("py-2 text-right tabular-nums", {
                  "text-ui-fg-error": isShort && short,
                })}
              >
                {t("transfers.send.change", {
                  before: quantity(origin.now.available),
                  after: quantity(
                    (deduction === "on_pending" ? origin.sent : origin.received).available
                  ),
                })}
                {isShort && short && (
                  <div className="txt-compact-xsmall">
                    {t("transfers.send.short", { quantity: quantity(short) })}
                  </div>
                )}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {more > 0 && (
        <p className="txt-small text-ui-fg-subtle pt-2">
          {t(isShort && moreShort ? "transfers.send.moreShort" : "transfers.send.more", {
            number: more,
          })}
        </p>
      )}
    </div>
  )
}
