import type { Names } from "../../api/types/names"
import type { TransferResponse } from "../../api/types/transfers"
import { locationName } from "./names"

export type Transfer = TransferResponse["transfer"]

/** The names that a refusal about a transfer may need: its lines carry those of its items. */
export function namesOfTransfer({ transfer, names }: TransferResponse): Names {
  const items = transfer.lines.map(({ inventory_item_id, sku, title }) => [
    inventory_item_id,
    { sku, title },
  ])
  return { ...names, items: { ...names.items, ...Object.fromEntries(items) } }
}

/** The number and both ends, for a sentence about a transfer. */
export function routeNames({ transfer, names }: TransferResponse) {
  return {
    number: transfer.number,
    from: locationName(names, transfer.origin_id),
    to: locationName(names, transfer.destination_id),
  }
}
