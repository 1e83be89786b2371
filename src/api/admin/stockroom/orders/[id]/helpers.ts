import type { OrderStock } from "../../../../../modules/inventory"
import type { NamedIds } from "../../../../utils/names"

/** Every item, location and admin user that an order's stock mentions. */
export function namedInOrderStock(stock: OrderStock): NamedIds {
  const entries = stock.events.flatMap((event) => event.entries)
  const records = [...stock.committed, ...stock.holds, ...stock.allocations, ...entries]
  return {
    items: [...records, ...stock.transfers.flatMap(({ lines }) => lines)].map(
      (record) => record.inventory_item_id
    ),
    locations: [
      ...records.map((record) => record.location_id),
      ...stock.holds.map((hold) => hold.committed_location_id),
      ...stock.allocations.flatMap((one) => one.holds.map((hold) => hold.location_id)),
      ...stock.transfers.flatMap((one) => [one.origin_id, one.destination_id]),
      ...stock.allocations.map((one) => one.suggested_location_id),
    ],
    users: stock.events.map((event) => (event.actor_type === "user" ? event.actor_id : null)),
  }
}
