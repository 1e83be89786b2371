import { model } from "@medusajs/framework/utils"

/** Stock that a location keeps for an order line which is committed at another. */
const InventoryHold = model.define("InventoryHold", {
  id: model.id({ prefix: "ihold" }).primaryKey(),
  order_id: model.text(),
  line_item_id: model.text(),
  inventory_item_id: model.text(),
  location_id: model.text(),
  committed_location_id: model.text(),
  quantity: model.text(),
})

export default InventoryHold
