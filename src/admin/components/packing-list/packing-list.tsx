import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import type { UnitsByItem } from "../../../api/types/units"
import type { LocationAddress } from "../../hooks/api/use-addresses"
import { useFormats } from "../../hooks/use-formats"
import { useUnitText } from "../../hooks/use-unit-text"
import { addressLines } from "../../lib/address-lines"
import { locationName } from "../../lib/names"
import { namedText } from "../../lib/units"
import { Barcode, type useBarcodes } from "./barcode"

interface PackingListProps {
  answer: TransferResponse
  addresses: LocationAddress[]
  draw: ReturnType<typeof useBarcodes>["draw"]
}

/** What goes with the goods: number, both ends, and every item with a box to tick. */
export function PackingList({ answer, addresses, draw }: PackingListProps) {
  const { t, i18n } = useTranslation("stockroom")
  const { transfer, names } = answer
  const { quantity, day, moment } = useFormats()
  const { totals } = transfer
  const facts = [
    [t("transfers.reference"), transfer.reference],
    [t("transfers.expected"), transfer.expected_at && day(new Date(transfer.expected_at))],
    [t("transfers.details.carrier"), transfer.carrier],
    [t("transfers.details.tracking"), transfer.tracking_number],
  ].filter(([, value]) => value)
  const end = (label: string, id: string) => {
    const address = addresses.find((one) => one.id === id)?.address
    return (
      <div>
        <h2 className="txt-compact-small-plus">{label}</h2>
        <p className="txt-medium-plus">{locationName(names, id)}</p>
        {address &&
          addressLines(address, i18n.language).map((line) => (
            <p key={line} className="txt-medium">
              {line}
            </p>
          ))}
      </div>
    )
  }
  return (
    <>
      <header className="flex items-start justify-between gap-x-6">
        <div>
          <h1 className="h1-core">{t("transfers.print.title")}</h1>
          <p className="h1-core">{transfer.number}</p>
        </div>
        <Barcode draw={draw} text={transfer.number} height={56} width={2} />
      </header>
      <div className="grid grid-cols-2 gap-x-8 py-6">
        {end(t("transfers.filters.origin"), transfer.origin_id)}
        {end(t("transfers.filters.destination"), transfer.destination_id)}
      </div>
      <dl className="txt-medium grid grid-cols-2 gap-x-8 gap-y-1 empty:hidden">
        {facts.map(([name, value]) => (
          <div key={name} className="flex gap-x-2">
            <dt>{name}:</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {transfer.note && <p className="txt-medium whitespace-pre-line pt-4">{transfer.note}</p>}
      <table className="mt-6 w-full border-collapse text-left">
        <thead>
          <tr className="txt-compact-small-plus border-b">
            <th className="py-2 pr-4">{t("transfers.print.sku")}</th>
            <th className="py-2 pr-4">{t("transfers.lines.item")}</th>
            <th className="py-2 pr-4 text-right">{t("transfers.lines.quantity")}</th>
            <th className="py-2 text-center">{t("transfers.print.checked")}</th>
          </tr>
        </thead>
        <tbody>
          {transfer.lines.map((line) => (
            <tr key={line.id} className="txt-medium border-b">
              <td className="py-2 pr-4">
                {line.sku ? (
                  <>
                    <Barcode draw={draw} text={line.sku} height={32} width={1} />
                    <div className="break-all pl-2.5">{line.sku}</div>
                  </>
                ) : (
                  t("transfers.print.noSku")
                )}
              </td>
              <td className="break-words py-2 pr-4">{line.title}</td>
              <td className="py-2 pr-4 text-right tabular-nums">
                <LineQuantity line={line} units={answer.units} />
              </td>
              <td className="py-2">
                <div
                  aria-hidden
                  className="mx-auto size-5 border-2"
                  style={{ borderColor: "#000" }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer className="txt-small flex justify-between gap-x-4 pt-4">
        <span>
          {t(totals.lines === 1 ? "transfers.itemAndUnits" : "transfers.itemsAndUnits", {
            items: totals.lines,
            units: quantity(totals.quantity),
          })}
        </span>
        <span>{t("transfers.print.printed", { at: moment(new Date().toISOString()) })}</span>
      </footer>
    </>
  )
}

interface LineQuantityProps {
  line: TransferResponse["transfer"]["lines"][number]
  units: UnitsByItem
}

/** In the unit that the item is shown in; and where that is a pack, below it all of it in base units, to be counted. */
function LineQuantity({ line: { inventory_item_id: itemId, quantity }, units }: LineQuantityProps) {
  const { locale } = useFormats()
  const packed = useUnitText().named(itemId, units, quantity)
  const counted = namedText(quantity, units[itemId], null, locale)
  return (
    <>
      <div>{packed}</div>
      {counted !== packed && <div className="txt-small">{counted}</div>}
    </>
  )
}
