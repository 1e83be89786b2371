import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"

import StockroomModule from "../modules/inventory"
import { withStockroom } from "./_with-stockroom"

/** `inventory_transfer.destination`: the stock location that a transfer goes to. */
export default withStockroom(
  defineLink(
    { linkable: StockroomModule.linkable.inventoryTransfer, field: "destination_id" },
    { linkable: StockLocationModule.linkable.stockLocation, alias: "destination" },
    { readOnly: true }
  )
)
