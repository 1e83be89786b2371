import { model } from "@medusajs/framework/utils"

import InventoryTransferEvent from "./inventory-transfer-event"
import InventoryTransferLine from "./inventory-transfer-line"
import InventoryTransferReceipt from "./inventory-transfer-receipt"

/** Items on their way from one location to another. Written by the steps of transfers alone. */
const InventoryTransfer = model.define("InventoryTransfer", {
  id: model.id({ prefix: "itran" }).primaryKey(),
  /** People say it with a T before it: T-1001. */
  number: model.number(),
  status: model.enum(["draft", "pending", "partial", "received", "canceled"]),
  origin_id: model.text(),
  destination_id: model.text(),
  origin_deduction: model.enum(["on_pending", "on_receipt"]).nullable(),
  reference: model.text().nullable(),
  note: model.text().nullable(),
  expected_at: model.dateTime().nullable(),
  carrier: model.text().nullable(),
  tracking_number: model.text().nullable(),
  tracking_url: model.text().nullable(),
  metadata: model.json().nullable(),
  custom_fields: model.json(),
  lines: model.hasMany(() => InventoryTransferLine, { mappedBy: "transfer" }),
  receipts: model.hasMany(() => InventoryTransferReceipt, { mappedBy: "transfer" }),
  events: model.hasMany(() => InventoryTransferEvent, { mappedBy: "transfer" }),
})

export default InventoryTransfer
