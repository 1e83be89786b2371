import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { KnownLocation } from "./locations"

interface Query {
  graph(query: {
    entity: string
    fields: string[]
    filters?: { id: string[] }
    pagination: { take: number; skip: number; order: Record<string, "ASC"> }
  }): Promise<{ data: { id: string; sales_channels?: ({ id: string } | null)[] }[] }>
}

const PAGE = 500

/**
 * The store's stock locations with the channels each serves, by way of Medusa's Query; null where
 * there is no store around the module, as in a module test.
 *
 * @param ids - only these, as far as there are such locations
 */
export async function readKnownLocations(ids?: string[]): Promise<KnownLocation[] | null> {
  if (!container.hasRegistration(ContainerRegistrationKeys.QUERY)) {
    return null
  }
  const query = container.resolve<Query | null>(ContainerRegistrationKeys.QUERY)
  if (!query) {
    return null
  }
  const known: KnownLocation[] = []
  for (;;) {
    const { data } = await query.graph({
      entity: "stock_location",
      fields: ["id", "sales_channels.id"],
      ...(ids && { filters: { id: ids } }),
      pagination: { take: PAGE, skip: known.length, order: { id: "ASC" } },
    })
    known.push(
      ...data.map(({ id, sales_channels }) => ({
        id,
        sales_channel_ids: (sales_channels ?? []).flatMap((channel) => channel?.id ?? []).sort(),
      }))
    )
    if (data.length < PAGE) {
      return known
    }
  }
}
