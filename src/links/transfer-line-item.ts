import { defineLink } from "@medusajs/framework/utils"

import StockroomModule from "../modules/inventory"

/** `inventory_transfer.lines.inventory_item`: what a line of a transfer carries. */
export default defineLink(
  { linkable: StockroomModule.linkable.inventoryTransferLine, field: "inventory_item_id" },
  { linkable: StockroomModule.linkable.inventoryItem, alias: "inventory_item" },
  { readOnly: true }
)
