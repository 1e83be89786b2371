import { defineJoinerConfig, Modules } from "@medusajs/framework/utils"

import * as models from "./models"
import { schema } from "./schema"

/** Medusa's aliases for its three entities, and the usual ones for Stockroom's own. */
export const joinerConfig = defineJoinerConfig(Modules.INVENTORY, {
  schema,
  models: Object.values(models),
  alias: [
    {
      name: ["inventory_items", "inventory_item", "inventory"],
      entity: "InventoryItem",
      args: { methodSuffix: "InventoryItems" },
    },
    {
      name: ["reservation", "reservations", "reservation_item", "reservation_items"],
      entity: "ReservationItem",
      args: { methodSuffix: "ReservationItems" },
    },
  ],
})
