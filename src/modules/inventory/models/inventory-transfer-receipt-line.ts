import { model } from "@medusajs/framework/utils"

import InventoryTransferReceipt from "./inventory-transfer-receipt"

/** What was accepted and rejected of one item. Append-only. */
const InventoryTransferReceiptLine = model.define("InventoryTransferReceiptLine", {
  id: model.id({ prefix: "itrecl" }).primaryKey(),
  receipt: model.belongsTo(() => InventoryTransferReceipt, { mappedBy: "lines" }),
  inventory_item_id: model.text(),
  accepted: model.text(),
  rejected: model.text(),
  disposition: model.text().nullable(),
  reason: model.text().nullable(),
  note: model.text().nullable(),
  held: model.text(),
})

export default InventoryTransferReceiptLine
