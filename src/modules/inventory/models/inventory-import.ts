import { model } from "@medusajs/framework/utils"

/** A file of stock that was checked. Whether it was applied or undone, the ledger says. */
const InventoryImport = model.define("InventoryImport", {
  id: model.id({ prefix: "simp" }).primaryKey(),
  file_name: model.text(),
  reason: model.text().nullable(),
  note: model.text().nullable(),
  row_count: model.number(),
  change_count: model.number(),
  unchanged_count: model.number(),
  error_count: model.number(),
  below_zero_count: model.number(),
  created_by: model.text().nullable(),
  checked_at: model.dateTime(),
  applied_at: model.dateTime().nullable(),
  applied_count: model.number().nullable(),
})

export default InventoryImport
