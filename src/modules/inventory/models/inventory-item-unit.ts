import { model } from "@medusajs/framework/utils"

/** A unit in which an item's quantities are entered and shown. Factor and increment are decimal strings. */
const InventoryItemUnit = model.define("InventoryItemUnit", {
  id: model.id({ prefix: "iunit" }).primaryKey(),
  inventory_item_id: model.text(),
  key: model.text(),
  name: model.text(),
  /** How many base units it is. */
  factor: model.text(),
  base: model.boolean().default(false),
  precision: model.number(),
  increment: model.text(),
  priority: model.number().default(0),
})

export default InventoryItemUnit
