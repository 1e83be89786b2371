import { ChevronDownMini } from "@medusajs/icons"
import { Button, clx, Copy, Table, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useFormats } from "../../hooks/use-formats"
import { useItemText } from "../../hooks/use-unit-text"
import { useMay } from "../../hooks/use-may"
import { usePlaceName } from "../../hooks/use-place-name"
import { LINK } from "../../lib/link-style"
import type { LowStockNames, ReportRow as Row } from "../../lib/low-stock"
import { itemName } from "../../lib/names"
import type { ItemUnits } from "../../lib/units"
import { transferStartPath } from "../../lib/transfer-start"
import { SpanCell } from "../history/span-cell"
import { ItemQuantity } from "../units/item-quantity"
import { Arithmetic } from "./arithmetic"
import { CoverText } from "./cover-text"
import { ItemCell } from "./item-cell"
import { ReorderStatus } from "./reorder-status"

/** How many columns there are, for the row below that spans them. */
const REPORT_COLUMNS = 8

interface ReportRowProps {
  row: Row
  names: LowStockNames
  units: ItemUnits
  /** For how many days what is ordered shall last. */
  coverDays: number
}

/** What is watched: how long it lasts, how much of it to order, and on demand how that comes about. */
export function ReportRow({ row, names, units, coverDays }: ReportRowProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const { quantity } = useFormats()
  const text = useItemText(row.inventory_item_id, units)
  const of = { itemId: row.inventory_item_id, units }
  const placeName = usePlaceName()
  const [open, setOpen] = useState(false)
  const item = `${itemName(names, row.inventory_item_id)}, ${placeName(row, names)}`
  return (
    <>
      <Table.Row className="[&_td]:py-3 [&_td]:align-top">
        <Table.Cell>
          <ItemCell pool={row} names={names} />
        </Table.Cell>
        <Table.Cell>
          <ReorderStatus status={row.status} />
        </Table.Cell>
        <Table.Cell className="text-right tabular-nums">
          <ItemQuantity {...of} quantity={row.available} />
          {row.incoming !== "0" && (
            <Text size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
              {t("lowStock.report.incoming", { quantity: text.quantity(row.incoming) })}
            </Text>
          )}
        </Table.Cell>
        <Table.Cell className="text-right tabular-nums">
          <ItemQuantity {...of} quantity={row.threshold} />
        </Table.Cell>
        <Table.Cell className="text-right tabular-nums">{quantity(row.per_day)}</Table.Cell>
        <Table.Cell className="text-right">
          <CoverText days={row.days_of_cover} />
        </Table.Cell>
        <Table.Cell className="text-right">
          <OrderCell row={row} units={units} item={item} />
        </Table.Cell>
        <Table.Cell className="text-right">
          <Button
            variant="transparent"
            size="small"
            className="-mt-1 whitespace-nowrap"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t("lowStock.report.whyOf", {
              item,
              interpolation: { escapeValue: false },
            })}
            onClick={() => setOpen(!open)}
          >
            {t("lowStock.report.why")}
            <ChevronDownMini className={clx({ "rotate-180": open })} />
          </Button>
        </Table.Cell>
      </Table.Row>
      {open && (
        <Table.Row id={id} className="bg-ui-bg-subtle">
          <SpanCell colSpan={REPORT_COLUMNS} className="pl-6">
            <Arithmetic row={row} units={units} coverDays={coverDays} />
          </SpanCell>
        </Table.Row>
      )}
    </>
  )
}

/** How much to order, to be copied, and the way to move it from elsewhere instead. */
function OrderCell({ row, units, item }: { row: Row; units: ItemUnits; item: string }) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  if (row.order === "0") {
    return <span className="text-ui-fg-subtle">–</span>
  }
  const plain = { interpolation: { escapeValue: false } }
  return (
    <div className="flex flex-col items-end">
      <div className="flex items-center gap-x-1">
        <Text size="small" weight="plus" className="tabular-nums">
          <ItemQuantity itemId={row.inventory_item_id} units={units} quantity={row.order} />
        </Text>
        <Copy
          content={row.order}
          variant="mini"
          className="text-ui-fg-subtle focus-visible:shadow-borders-focus rounded-sm outline-none"
          aria-label={t("lowStock.report.copyOf", { item, ...plain })}
        />
      </div>
      {may("transfers") && (
        <Link
          className={`${LINK} txt-compact-xsmall whitespace-nowrap`}
          to={transferStartPath(row)}
          aria-label={t("lowStock.report.transferOf", { item, ...plain })}
        >
          {t("lowStock.report.transfer")}
        </Link>
      )}
    </div>
  )
}
