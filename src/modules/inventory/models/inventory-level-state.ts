import { model } from "@medusajs/framework/utils"

/**
 * One item at one location, with the eight states as exact decimals. It stays when the level is
 * closed (`level_id` is then null), so that the level's ledger goes on where it ended.
 * Quantities are decimal strings: the columns are numeric.
 */
const InventoryLevelState = model.define("InventoryLevelState", {
  id: model.id({ prefix: "istate" }).primaryKey(),
  inventory_item_id: model.text(),
  location_id: model.text(),
  level_id: model.text().nullable(),
  sequence: model.text(),
  available: model.text(),
  committed: model.text(),
  reserved: model.text(),
  damaged: model.text(),
  safety: model.text(),
  quality_control: model.text(),
  incoming: model.text(),
  fulfilled: model.text(),
  reserved_by_reservations: model.text(),
  held_for_orders: model.text(),
  /** Whether the location is sold from; kept here so that a level's lock guards it too. */
  active: model.boolean().default(true),
})

export default InventoryLevelState
