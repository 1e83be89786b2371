import { model } from "@medusajs/framework/utils"

import InventoryTransfer from "./inventory-transfer"
import InventoryTransferReceiptLine from "./inventory-transfer-receipt-line"

/** What somebody has received of a transfer at once. */
const InventoryTransferReceipt = model.define("InventoryTransferReceipt", {
  id: model.id({ prefix: "itrec" }).primaryKey(),
  transfer: model.belongsTo(() => InventoryTransfer, { mappedBy: "receipts" }),
  note: model.text().nullable(),
  actor_type: model.text(),
  actor_id: model.text().nullable(),
  idempotency_key: model.text().nullable(),
  /** By a workflow that failed later. */
  taken_back_at: model.dateTime().nullable(),
  lines: model.hasMany(() => InventoryTransferReceiptLine, { mappedBy: "receipt" }),
})

export default InventoryTransferReceipt
