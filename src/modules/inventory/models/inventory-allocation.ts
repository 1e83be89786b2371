import { model } from "@medusajs/framework/utils"

/** Where an item of an order line was committed, and why. Append-only; the latest one stands. */
const InventoryAllocation = model.define("InventoryAllocation", {
  id: model.id({ prefix: "ialloc" }).primaryKey(),
  order_id: model.text(),
  line_item_id: model.text(),
  inventory_item_id: model.text(),
  location_id: model.text(),
  quantity: model.text(),
  /** Units of the item that one unit of the line takes; null where that is not known. */
  per_unit: model.text().nullable(),
  strategy: model.text(),
  reason: model.text(),
  suggested_location_id: model.text().nullable(),
  reservation_id: model.text().nullable(),
  holds: model.json(),
})

export default InventoryAllocation
