import type { MedusaContainer } from "@medusajs/framework/types"

import type { StockLevel } from "../../../../../modules/inventory"
import { readNames } from "../../../../utils/names"

/** The levels one by one, each with its location's name; a name is looked up once. */
export async function* withLocationNames(
  container: MedusaContainer,
  pages: AsyncGenerator<StockLevel[]>
): AsyncGenerator<StockLevel & { location: string }> {
  const known = new Map<string, string>()
  for await (const levels of pages) {
    const missing = levels.map(({ location_id }) => location_id).filter((id) => !known.has(id))
    const { locations } = await readNames(container, { items: [], locations: missing })
    missing.forEach((id) => known.set(id, locations[id] ?? ""))
    for (const level of levels) {
      yield { ...level, location: known.get(level.location_id) ?? "" }
    }
  }
}
