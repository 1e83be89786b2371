import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { HistoryFiltersResponse } from "../../../../types/history"
import { personName } from "../../../../utils/names"

type Filters = HistoryFiltersResponse["filters"]

/** More than a list to choose from can show; who looks for another asks for it by its id. */
const MOST = 1_000

/** The actors that have moved stock, the reasons that were given, and the locations. */
export async function readFilters(container: MedusaContainer): Promise<Filters> {
  const [users, keys, locations] = await Promise.all([
    readAll<{ id: string; first_name: string | null; last_name: string | null; email: string }>(
      container,
      { entity: "user", fields: ["id", "first_name", "last_name", "email"], withDeleted: true }
    ),
    readAll<{ id: string; title: string }>(container, {
      entity: "api_key",
      fields: ["id", "title"],
      filters: { type: "secret" },
      withDeleted: true,
    }),
    readAll<{ id: string; name: string }>(container, {
      entity: "stock_location",
      fields: ["id", "name"],
    }),
  ])
  const actors = [
    ...users.map((user) => ({ id: user.id, type: "user" as const, name: personName(user) })),
    ...keys.map(({ id, title }) => ({ id, type: "api-key" as const, name: title })),
  ]
  const { reasons, actor_ids } = await resolveStockroom(container).retrieveHistoryFilters(
    actors.map(({ id }) => id)
  )
  const appearing = new Set(actor_ids)
  return {
    actors: byName(actors.filter(({ id }) => appearing.has(id))),
    reasons,
    locations: byName(locations.map(({ id, name }) => ({ id, name }))),
  }
}

async function readAll<Row>(
  container: MedusaContainer,
  {
    withDeleted,
    ...what
  }: { entity: string; fields: string[]; filters?: object; withDeleted?: boolean }
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ ...what, pagination: { take: MOST }, withDeleted })
  return data as Row[]
}

function byName<Named extends { name: string }>(all: Named[]): Named[] {
  return all.sort((a, b) => a.name.localeCompare(b.name))
}
