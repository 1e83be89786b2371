import { Badge, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { TransferResponse } from "../../../api/types/transfers"
import { useItemText } from "../../hooks/use-unit-text"
import { itemTitle } from "../../lib/item-levels"
import { LINK } from "../../lib/link-style"
import { isMatch, type TransferLine } from "../../lib/transfer-lines"
import type { ItemUnits } from "../../lib/units"
import { SearchInput } from "../fields/search-input"
import { Pages } from "../pages"
import { TransferProgress } from "./transfer-progress"

const PAGE = 50

/** The items of a transfer, and how much of each has arrived. */
export function LineTable({ answer: { transfer, units } }: { answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  const [page, setPage] = useState(0)
  const [text, setText] = useState("")
  const isDraft = transfer.status === "draft"
  const lines = transfer.lines.filter((line) => isMatch(line, text))
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("transfers.lines.title")}</Heading>
        {transfer.lines.length > PAGE && (
          <SearchInput
            label={t("transfers.lines.search")}
            value={text}
            onChange={({ target }) => {
              setPage(0)
              setText(target.value)
            }}
          />
        )}
      </div>
      {!lines.length && (
        <div className="px-6 py-8 text-center">
          <Text size="small" weight="plus">
            {t(text ? "transfers.lines.noMatch" : "transfers.lines.none")}
          </Text>
          {!text && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("transfers.lines.noneHint")}
            </Text>
          )}
        </div>
      )}
      {lines.length > 0 && (
        <div
          className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
          role="region"
          aria-label={t("transfers.lines.title")}
          tabIndex={0}
        >
          <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4">
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>{t("transfers.lines.item")}</Table.HeaderCell>
                {["quantity", ...(isDraft ? [] : ["accepted", "rejected", "outstanding"])].map(
                  (figure) => (
                    <Table.HeaderCell key={figure} className="text-right">
                      {t(`transfers.lines.${figure}`)}
                    </Table.HeaderCell>
                  )
                )}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {lines.slice(page * PAGE, (page + 1) * PAGE).map((line) => (
                <LineRow
                  key={line.id}
                  line={line}
                  units={units[line.inventory_item_id]}
                  isDraft={isDraft}
                />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      <Pages page={page} size={PAGE} count={lines.length} onChange={setPage} />
    </>
  )
}

interface LineRowProps {
  line: TransferLine
  units: ItemUnits
  isDraft: boolean
}

function LineRow({ line, units, isDraft }: LineRowProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useItemText(line.inventory_item_id, units)
  return (
    <Table.Row>
      <Table.Cell className="max-w-72 py-2">
        <Link className={`${LINK} break-words`} to={`/inventory/${line.inventory_item_id}`}>
          {itemTitle(line)}
        </Link>
        {line.sku && line.title && (
          <div className="text-ui-fg-subtle txt-compact-xsmall break-words">{line.title}</div>
        )}
        {line.hold_id && (
          <Badge size="2xsmall" color="blue" asChild>
            {line.order_id ? (
              <Link to={`/orders/${line.order_id}`}>{t("transfers.lines.held")}</Link>
            ) : (
              <span>{t("transfers.lines.held")}</span>
            )}
          </Badge>
        )}
      </Table.Cell>
      <Table.Cell className="py-2 text-right tabular-nums">
        {quantity(line.quantity)}
        {!isDraft && <TransferProgress progress={line} write={quantity} className="mt-1.5" />}
      </Table.Cell>
      {!isDraft && (
        <>
          <Table.Cell className="text-right tabular-nums">{quantity(line.accepted)}</Table.Cell>
          <Table.Cell className="text-right tabular-nums">{quantity(line.rejected)}</Table.Cell>
          <Table.Cell className="py-2 text-right tabular-nums">
            {quantity(line.outstanding)}
            {line.ended !== "0" && (
              <div className="text-ui-fg-subtle txt-compact-xsmall">
                {t("transfers.lines.ended", { quantity: quantity(line.ended) })}
              </div>
            )}
          </Table.Cell>
        </>
      )}
    </Table.Row>
  )
}
