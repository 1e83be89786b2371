import { defineLink } from "@medusajs/framework/utils"

import StockroomModule from "../modules/inventory"

/** `inventory_item.transfer_lines`: the lines of transfers that carry an item. */
export default defineLink(
  { linkable: StockroomModule.linkable.inventoryItem, field: "id", isList: true },
  {
    ...StockroomModule.linkable.inventoryTransferLine,
    primaryKey: "inventory_item_id",
    alias: "transfer_line",
  },
  { readOnly: true }
)
