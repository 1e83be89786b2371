import { Formula, OnInit } from "@medusajs/framework/mikro-orm/core"
import { BigNumber, isDefined, MathBN, toMikroORMEntity } from "@medusajs/framework/utils"

import { InventoryItem, InventoryLevel } from "./models"

type LoadedLevel = {
  stocked_quantity?: unknown
  reserved_quantity?: unknown
  raw_stocked_quantity: { value: string }
  raw_reserved_quantity: { value: string }
  available_quantity?: BigNumber
  onInit?: () => void
}

/**
 * Gives the entities the computed fields that Medusa's have: a level's available quantity, an item's
 * sums over its live levels.
 */
export function applyEntityHooks(): void {
  const level = toMikroORMEntity(InventoryLevel).prototype as LoadedLevel
  level.onInit = function (this: LoadedLevel) {
    if (isDefined(this.stocked_quantity) && isDefined(this.reserved_quantity)) {
      this.available_quantity = new BigNumber(
        MathBN.sub(this.raw_stocked_quantity, this.raw_reserved_quantity)
      )
    }
  }
  OnInit()(level as object, "onInit")

  const item = toMikroORMEntity(InventoryItem).prototype as object
  for (const column of ["reserved_quantity", "stocked_quantity"]) {
    Formula(
      (table) =>
        `(select sum(${column}) from inventory_level il where il.inventory_item_id = ${table.toString()}.id and il.deleted_at is null)`,
      { lazy: true, serializer: Number, hidden: true, type: "number" }
    )(item, column)
  }
}
