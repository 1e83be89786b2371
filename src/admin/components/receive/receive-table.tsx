import { Table } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import { useRouteLevels } from "../../hooks/api/use-route-levels"
import type { useReceiveForm } from "../../hooks/use-receive-form"
import { NOTHING_TYPED } from "../../lib/receipt-draft"
import { receiptEffect } from "../../lib/receipt-effect"
import { Pages } from "../pages"
import { ReceiveRow } from "./receive-row"

const PAGE = 50

interface ReceiveTableProps {
  answer: TransferResponse
  form: ReturnType<typeof useReceiveForm>
}

/** The items that are outstanding, and what is typed about each. A scanned one is led to. */
export function ReceiveTable({ answer, form }: ReceiveTableProps) {
  const { t } = useTranslation("stockroom")
  const [page, setPage] = useState(0)
  const { transfer } = answer
  const { open, news } = form
  const lines = open.slice(page * PAGE, (page + 1) * PAGE)
  const { levelOf, isKnown } = useRouteLevels(
    lines.map((line) => line.inventory_item_id),
    [transfer.origin_id, transfer.destination_id]
  )

  useEffect(() => {
    const at = open.findIndex((line) => line.inventory_item_id === news?.itemId)
    if (at >= 0) {
      setPage(Math.floor(at / PAGE))
    }
    // Once for each scan: afterwards the person may leaf through the table.
  }, [news])

  return (
    <>
      <div
        className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
        role="region"
        aria-label={t("transfers.receive.table")}
        tabIndex={0}
      >
        <Table>
          <Table.Header className="border-t-0">
            <Table.Row>
              <Table.HeaderCell>{t("transfers.lines.item")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("transfers.lines.outstanding")}
              </Table.HeaderCell>
              <Table.HeaderCell>{t("transfers.receive.accept")}</Table.HeaderCell>
              <Table.HeaderCell>
                <span className="sr-only">{t("transfers.receive.reject")}</span>
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {lines.map((line) => {
              const itemId = line.inventory_item_id
              const arrived = form.read.lines.filter((one) => one.inventory_item_id === itemId)
              return (
                <ReceiveRow
                  key={itemId}
                  line={line}
                  names={form.names}
                  units={answer.units[itemId]}
                  unitOf={(key) => form.unitOf(itemId, key)}
                  typed={form.draft[itemId] ?? NOTHING_TYPED}
                  scanned={news?.itemId === itemId ? news.number : null}
                  effect={
                    arrived.length && isKnown(itemId)
                      ? receiptEffect(transfer, line, arrived, (locationId) =>
                          levelOf(itemId, locationId)
                        )
                      : []
                  }
                  problemAt={(reject, field) => form.problemAt(itemId, reject, field)}
                  onChange={(apply) => form.change(itemId, apply)}
                  onAcceptAll={() => form.acceptAll([line])}
                />
              )
            })}
          </Table.Body>
        </Table>
      </div>
      <Pages page={page} size={PAGE} count={open.length} onChange={setPage} />
    </>
  )
}
