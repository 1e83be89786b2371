import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { Names } from "../types/names"

/** The ids that an answer carries; what is named twice is looked up once, what is null not at all. */
export interface NamedIds {
  items: (string | null)[]
  locations: (string | null)[]
  users?: (string | null)[]
}

/** Looks up the names of everything that an answer mentions: one query for each kind of thing. */
export async function readNames(container: MedusaContainer, ids: NamedIds): Promise<Names> {
  const [items, locations, users] = await Promise.all([
    readByIds<{ id: string; sku: string | null; title: string | null }>(
      container,
      "inventory_item",
      {
        fields: ["id", "sku", "title"],
        ids: ids.items,
      }
    ),
    readByIds<{ id: string; name: string }>(container, "stock_location", {
      fields: ["id", "name"],
      ids: ids.locations,
    }),
    readByIds<{ id: string; first_name: string | null; last_name: string | null; email: string }>(
      container,
      "user",
      { fields: ["id", "first_name", "last_name", "email"], ids: ids.users ?? [] }
    ),
  ])
  return {
    items: Object.fromEntries(items.map(({ id, sku, title }) => [id, { sku, title }])),
    locations: Object.fromEntries(locations.map(({ id, name }) => [id, name])),
    users: Object.fromEntries(users.map((user) => [user.id, personName(user)])),
  }
}

/** What people call an admin user or a customer. */
export function personName(person: {
  first_name: string | null
  last_name: string | null
  email: string
}): string {
  return [person.first_name, person.last_name].filter(Boolean).join(" ") || person.email
}

/** Reads some things of Medusa's by their ids; what is named twice is read once, what is null not at all. */
export async function readByIds<Row>(
  container: MedusaContainer,
  entity: string,
  { fields, ids }: { fields: string[]; ids: (string | null)[] }
): Promise<Row[]> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (!known.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters: { id: known } })
  return data as Row[]
}
