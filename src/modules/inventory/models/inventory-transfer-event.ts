import { model } from "@medusajs/framework/utils"

import InventoryTransfer from "./inventory-transfer"

/** Who did what to a transfer, and when. Append-only. */
const InventoryTransferEvent = model.define("InventoryTransferEvent", {
  id: model.id({ prefix: "itev" }).primaryKey(),
  transfer: model.belongsTo(() => InventoryTransfer, { mappedBy: "events" }),
  event: model.text(),
  /** As the event left it. */
  status: model.text(),
  actor_type: model.text(),
  actor_id: model.text().nullable(),
  source: model.text().nullable(),
  reason: model.text().nullable(),
  note: model.text().nullable(),
  write_off: model.boolean().default(false),
  receipt_id: model.text().nullable(),
  idempotency_key: model.text().nullable(),
  request_hash: model.text().nullable(),
})

export default InventoryTransferEvent
