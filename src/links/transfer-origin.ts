import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"

import StockroomModule from "../modules/inventory"
import { withStockroom } from "./_with-stockroom"

/** `inventory_transfer.origin`: the stock location that a transfer leaves. */
export default withStockroom(
  defineLink(
    { linkable: StockroomModule.linkable.inventoryTransfer, field: "origin_id" },
    { linkable: StockLocationModule.linkable.stockLocation, alias: "origin" },
    { readOnly: true }
  )
)
