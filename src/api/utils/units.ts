import type { MedusaContainer } from "@medusajs/framework/types"

import { resolveStockroom } from "../../modules/inventory"
import type { Names } from "../types/names"
import type { UnitsByItem } from "../types/units"
import { type NamedIds, readNames } from "./names"

/** The units of everything that an answer mentions: one query. */
export async function readUnits(
  container: MedusaContainer,
  itemIds: (string | null)[]
): Promise<UnitsByItem> {
  return await resolveStockroom(container).unitsOfItems(itemIds.filter((id) => id !== null))
}

/** The names of everything that an answer mentions, and the units of its items. */
export async function readNamesAndUnits(
  container: MedusaContainer,
  ids: NamedIds
): Promise<{ names: Names; units: UnitsByItem }> {
  const [names, units] = await Promise.all([
    readNames(container, ids),
    readUnits(container, ids.items),
  ])
  return { names, units }
}
