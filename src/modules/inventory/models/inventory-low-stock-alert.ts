import { model } from "@medusajs/framework/utils"

import InventoryLowStockRun from "./inventory-low-stock-run"

/** Stock that has run low: from the movement that took it there to the one that brought it back. */
const InventoryLowStockAlert = model.define("InventoryLowStockAlert", {
  id: model.id({ prefix: "ilow" }).primaryKey(),
  inventory_item_id: model.text(),
  place: model.enum(["location", "channel", "together"]),
  location_id: model.text().nullable(),
  sales_channel_id: model.text().nullable(),
  rule_id: model.text(),
  threshold: model.text(),
  available: model.text(),
  actions: model.json(),
  status: model.enum(["open", "acknowledged", "resolved"]),
  movement_id: model.text().nullable(),
  opened_at: model.dateTime(),
  /** Null while Medusa may still take back what caused it. */
  settled_at: model.dateTime().nullable(),
  acknowledged_at: model.dateTime().nullable(),
  acknowledged_by: model.text().nullable(),
  resolved_at: model.dateTime().nullable(),
  resolved_by: model.text().nullable(),
  resolution: model.enum(["recovered", "by_hand", "rule", "closed"]).nullable(),
  note: model.text().nullable(),
  muted_until: model.dateTime().nullable(),
  /** Null as long as the stock is low. */
  low_until: model.dateTime().nullable(),
  recovery_movement_id: model.text().nullable(),
  recovery_available: model.text().nullable(),
  runs: model.hasMany(() => InventoryLowStockRun, { mappedBy: "alert" }),
})

export default InventoryLowStockAlert
