import { model } from "@medusajs/framework/utils"

import InventoryMovement from "./inventory-movement"

/** One signed change of one state of one level: a row of the ledger. Append-only. */
const InventoryTransaction = model.define("InventoryTransaction", {
  id: model.text().primaryKey(),
  movement: model.belongsTo(() => InventoryMovement, { mappedBy: "transactions" }),
  inventory_item_id: model.text(),
  location_id: model.text(),
  state: model.text(),
  quantity: model.text(),
  balance_before: model.text(),
  balance_after: model.text(),
  sequence: model.text(),
})

export default InventoryTransaction
