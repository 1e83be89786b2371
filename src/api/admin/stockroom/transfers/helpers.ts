import type { MedusaContainer } from "@medusajs/framework/types"

import {
  resolveStockroom,
  type TransferRecord,
  type TransferSummary,
} from "../../../../modules/inventory"
import type { TransferResponse } from "../../../types/transfers"
import { type NamedIds, readNames } from "../../../utils/names"
import { readUnits } from "../../../utils/units"

/** A transfer as the routes answer it: whole, with the names of what it mentions. */
export async function readTransfer(
  container: MedusaContainer,
  id: string
): Promise<TransferResponse> {
  const transfer = await resolveStockroom(container).retrieveTransfer(id)
  const [names, units] = await Promise.all([
    readNames(container, namedIn(transfer)),
    readUnits(
      container,
      transfer.lines.map(({ inventory_item_id }) => inventory_item_id)
    ),
  ])
  return { transfer, names, units }
}

/** The locations at both ends. Lines carry their SKU and title themselves. */
export function endsOf(transfers: TransferSummary[]): NamedIds {
  return {
    items: [],
    locations: transfers.flatMap(({ origin_id, destination_id }) => [origin_id, destination_id]),
  }
}

function namedIn(transfer: TransferRecord): NamedIds {
  return {
    ...endsOf([transfer]),
    users: [...transfer.events, ...transfer.receipts].map(({ actor_type, actor_id }) =>
      actor_type === "user" ? actor_id : null
    ),
  }
}
