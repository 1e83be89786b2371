import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"

import StockroomModule from "../modules/inventory"

/** `stock_location.incoming_transfers`: the transfers that go to a stock location. */
export default defineLink(
  { linkable: StockLocationModule.linkable.stockLocation, field: "id", isList: true },
  {
    ...StockroomModule.linkable.inventoryTransfer.id,
    primaryKey: "destination_id",
    alias: "incoming_transfer",
  },
  { readOnly: true }
)
