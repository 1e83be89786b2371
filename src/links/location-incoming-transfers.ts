import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"

import StockroomModule from "../modules/inventory"
import { withStockroom } from "./_with-stockroom"

/**
 * `stock_location.incoming_transfers`: the transfers that go to a stock location. There is no such list of
 * those that leave it: Medusa's Query reads all that one module has by the same key of a location in one
 * go, and would answer the one list for the other.
 */
export default withStockroom(
  defineLink(
    { linkable: StockLocationModule.linkable.stockLocation, field: "id", isList: true },
    {
      ...StockroomModule.linkable.inventoryTransfer.id,
      primaryKey: "destination_id",
      alias: "incoming_transfer",
    },
    { readOnly: true }
  )
)
