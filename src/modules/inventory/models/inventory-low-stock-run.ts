import { model } from "@medusajs/framework/utils"

import InventoryLowStockAlert from "./inventory-low-stock-alert"

/** What one action has to do, or has done, about an alert. */
const InventoryLowStockRun = model.define("InventoryLowStockRun", {
  id: model.id({ prefix: "ilrun" }).primaryKey(),
  alert: model.belongsTo(() => InventoryLowStockAlert, { mappedBy: "runs" }),
  position: model.number(),
  identifier: model.text(),
  options: model.json(),
  phase: model.enum(["execute", "undo"]),
  status: model.enum(["pending", "running", "done", "failed", "skipped"]),
  attempts: model.number(),
  next_at: model.dateTime(),
  claim: model.text().nullable(),
  claimed_until: model.dateTime().nullable(),
  last_error: model.text().nullable(),
  result: model.json().nullable(),
  started_at: model.dateTime().nullable(),
  finished_at: model.dateTime().nullable(),
})

export default InventoryLowStockRun
