import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"

import StockroomModule from "../modules/inventory"

/** `stock_location.outgoing_transfers`: the transfers that leave a stock location. */
export default defineLink(
  { linkable: StockLocationModule.linkable.stockLocation, field: "id", isList: true },
  {
    ...StockroomModule.linkable.inventoryTransfer.id,
    primaryKey: "origin_id",
    alias: "outgoing_transfer",
  },
  { readOnly: true }
)
