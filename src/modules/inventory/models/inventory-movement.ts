import { model } from "@medusajs/framework/utils"

import InventoryTransaction from "./inventory-transaction"

/** What happened to stock, why, and who did it. Append-only: the database refuses changes. */
const InventoryMovement = model.define("InventoryMovement", {
  id: model.id({ prefix: "imov" }).primaryKey(),
  kind: model.text(),
  reason: model.text().nullable(),
  note: model.text().nullable(),
  actor_type: model.text(),
  actor_id: model.text().nullable(),
  source: model.text().nullable(),
  correlation_id: model.text().nullable(),
  idempotency_key: model.text().nullable(),
  request_hash: model.text().nullable(),
  reverses_id: model.text().nullable(),
  below_zero: model.boolean().default(false),
  order_id: model.text().nullable(),
  line_item_id: model.text().nullable(),
  fulfillment_id: model.text().nullable(),
  return_id: model.text().nullable(),
  transfer_id: model.text().nullable(),
  reservation_id: model.text().nullable(),
  import_id: model.text().nullable(),
  transactions: model.hasMany(() => InventoryTransaction, { mappedBy: "movement" }),
})

export default InventoryMovement
