import type { MedusaContainer } from "@medusajs/framework/types"

import { resolveStockroom } from "../../modules/inventory"
import type { UnitsByItem } from "../types/units"

/** The units of everything that an answer mentions: one query. */
export async function readUnits(
  container: MedusaContainer,
  itemIds: (string | null)[]
): Promise<UnitsByItem> {
  return await resolveStockroom(container).unitsOfItems(itemIds.filter((id) => id !== null))
}
