import { model } from "@medusajs/framework/utils"

/** Where stock is watched, from which quantity on it is low, and what is done then. */
const InventoryLowStockRule = model.define("InventoryLowStockRule", {
  id: model.id({ prefix: "ilrule" }).primaryKey(),
  /** Null: every item that has no rule of its own. */
  inventory_item_id: model.text().nullable(),
  place: model.enum(["each_location", "location", "channel", "together"]),
  location_id: model.text().nullable(),
  sales_channel_id: model.text().nullable(),
  threshold: model.text(),
  actions: model.json(),
  enabled: model.boolean(),
  muted_until: model.dateTime().nullable(),
  lead_time_days: model.number().nullable(),
  reorder_to: model.text().nullable(),
  stop_selling: model.boolean(),
  note: model.text().nullable(),
  source: model.enum(["options", "stored"]),
})

export default InventoryLowStockRule
