import { Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { CheckedItemsResponse } from "../../../api/types/transfers"
import { useUnitText } from "../../hooks/use-unit-text"
import { Pages } from "../pages"

const PAGE = 20

/** What a file says: the rows that have to be mended, or else the items that can be taken. */
export function FileRows({ file }: { file: CheckedItemsResponse["file"] }) {
  const { t } = useTranslation("stockroom")
  const { named } = useUnitText()
  const [page, setPage] = useState(0)
  const { items, errors, error_count } = file
  const isWrong = error_count > 0
  const count = isWrong ? errors.length : items.length
  const from = page * PAGE
  return (
    <div className="flex flex-col gap-y-2">
      <Text
        size="small"
        weight="plus"
        role="status"
        className={isWrong ? "text-ui-fg-error" : undefined}
      >
        {isWrong
          ? t("transferForm.import.wrong", { count: error_count })
          : t("transferForm.import.good", { count: items.length })}
      </Text>
      <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="text-right">
              {t("transferForm.import.line")}
            </Table.HeaderCell>
            <Table.HeaderCell>{t("transferForm.items.item")}</Table.HeaderCell>
            <Table.HeaderCell className={isWrong ? undefined : "text-right"}>
              {t(isWrong ? "transferForm.import.error" : "fields.quantity")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {isWrong
            ? errors.slice(from, from + PAGE).map((row) => (
                <Table.Row key={row.line}>
                  <Table.Cell className="text-right tabular-nums">{row.line}</Table.Cell>
                  <Table.Cell className="break-all">{row.item ?? "–"}</Table.Cell>
                  <Table.Cell className="whitespace-normal break-words py-2">
                    {t(`transferForm.import.errors.${row.code}`, {
                      ...row.params,
                      defaultValue: row.message,
                    })}
                  </Table.Cell>
                </Table.Row>
              ))
            : items.slice(from, from + PAGE).map((row) => (
                <Table.Row key={row.line}>
                  <Table.Cell className="text-right tabular-nums">{row.line}</Table.Cell>
                  <Table.Cell className="whitespace-normal break-words py-2">
                    {row.sku || row.title || row.inventory_item_id}
                  </Table.Cell>
                  <Table.Cell className="text-right tabular-nums">
                    {named(
                      row.inventory_item_id,
                      { [row.inventory_item_id]: row.units },
                      row.quantity
                    )}
                  </Table.Cell>
                </Table.Row>
              ))}
        </Table.Body>
      </Table>
      <Pages page={page} size={PAGE} count={count} onChange={setPage} />
    </div>
  )
}
