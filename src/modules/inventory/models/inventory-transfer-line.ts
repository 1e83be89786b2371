import { model } from "@medusajs/framework/utils"

import InventoryItem from "./inventory-item"
import InventoryTransfer from "./inventory-transfer"

/** One item of a transfer. Quantities are decimal strings: the columns are numeric. */
const InventoryTransferLine = model.define("InventoryTransferLine", {
  id: model.id({ prefix: "itline" }).primaryKey(),
  transfer: model.belongsTo(() => InventoryTransfer, { mappedBy: "lines" }),
  position: model.number(),
  inventory_item: model.belongsTo(() => InventoryItem),
  quantity: model.text(),
  accepted: model.text(),
  rejected: model.text(),
  /** What will not arrive any more: the transfer was cancelled or closed. */
  ended: model.text(),
  /** The order's shortfall that it covers. */
  hold_id: model.text().nullable(),
  order_id: model.text().nullable(),
  line_item_id: model.text().nullable(),
  /** How much of it was held for the order when it was sent. */
  held: model.text(),
})

export default InventoryTransferLine
