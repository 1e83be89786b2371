import { model } from "@medusajs/framework/utils"

/** What Stockroom keeps about a stock location, by the stock location's own id. */
const InventoryLocation = model.define("InventoryLocation", {
  id: model.text().primaryKey(),
  active: model.boolean().default(true),
  priority: model.number().default(0),
  kind: model.enum(["warehouse", "store", "supplier", "virtual"]).default("warehouse"),
  latitude: model.float().nullable(),
  longitude: model.float().nullable(),
  lead_time_days: model.number().nullable(),
  sales_channel_ids: model.array().default([]),
})

export default InventoryLocation
