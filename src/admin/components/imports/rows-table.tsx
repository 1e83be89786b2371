import { Badge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { NamedImport, NamedImportRow } from "../../../api/types/imports"
import { FIGURES } from "../../../core/import"
import { useImportRows } from "../../hooks/api/use-imports"
import { useFormats } from "../../hooks/use-formats"
import { useUnitText } from "../../hooks/use-unit-text"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { FigureCell } from "./figure-cell"
import { Pages } from "../pages"
import { LINK } from "../../lib/link-style"
import type { ItemUnits } from "../../lib/units"

const PAGE = 20

interface RowsTableProps {
  record: NamedImport
  kind: NamedImportRow["kind"]
  count: number
}

/** The rows of one kind, page by page, each figure before and after. */
export function RowsTable({ record, kind, count }: RowsTableProps) {
  const { t } = useTranslation("stockroom")
  const [page, setPage] = useState(0)
  const { data, isPending, isError, error, refetch } = useImportRows(
    record.id,
    { kind, limit: PAGE, offset: page * PAGE },
    `${record.checked_at} ${record.applied_at ?? ""}`
  )
  if (!count) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">
        {t(`imports.none.${kind}`)}
      </Text>
    )
  }
  if (isPending) {
    return <LoadingRows rows={8} />
  }
  if (isError && !data) {
    return <LoadFailure title={t("imports.rowsError")} error={error} retry={refetch} />
  }
  return (
    <>
      <div
        className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
        role="region"
        aria-label={t(`imports.tabs.${kind}`)}
        tabIndex={0}
      >
        <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell className="text-right">{t("imports.row.line")}</Table.HeaderCell>
              <Table.HeaderCell>{t("imports.row.item")}</Table.HeaderCell>
              <Table.HeaderCell>{t("imports.row.location")}</Table.HeaderCell>
              {kind === "error" ? (
                <Table.HeaderCell>{t("imports.row.error")}</Table.HeaderCell>
              ) : (
                FIGURES.map((figure) => (
                  <Table.HeaderCell key={figure} className="whitespace-nowrap text-right">
                    {t(`states.${figure}`)}
                  </Table.HeaderCell>
                ))
              )}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.rows.map((row) => (
              <ImportRow key={row.line} row={row} units={data.units[row.inventory_item_id ?? ""]} />
            ))}
          </Table.Body>
        </Table>
      </div>
      <Pages page={page} size={PAGE} count={data.count} onChange={setPage} />
    </>
  )
}

function ImportRow({ row, units }: { row: NamedImportRow; units: ItemUnits }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const { named } = useUnitText()
  const itemId = row.inventory_item_id ?? ""
  const write = (figure: string) => named(itemId, { [itemId]: [...(units ?? [])] }, figure)
  return (
    <Table.Row>
      <Table.Cell className="text-right tabular-nums">{quantity(String(row.line))}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {row.inventory_item_id ? (
          <Link className={LINK} to={`/inventory/${row.inventory_item_id}`}>
            {row.sku ?? row.inventory_item_id}
          </Link>
        ) : (
          (row.sku ?? "–")
        )}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {row.location ?? "–"}{" "}
        {row.opens && row.kind === "change" && (
          <Badge size="2xsmall" color="blue">
            {t("imports.row.opens")}
          </Badge>
        )}
      </Table.Cell>
      {row.error ? (
        <Table.Cell className="min-w-64 whitespace-normal break-words py-2">
          {t(`imports.rowErrors.${row.error.code}`, {
            ...row.error.params,
            defaultValue: row.error.message,
          })}
        </Table.Cell>
      ) : (
        FIGURES.map((figure) => (
          <Table.Cell key={figure} className="whitespace-nowrap text-right tabular-nums">
            <FigureCell
              write={write}
              before={row.before?.[figure] ?? null}
              after={row.after?.[figure] ?? null}
            />
          </Table.Cell>
        ))
      )}
    </Table.Row>
  )
}
