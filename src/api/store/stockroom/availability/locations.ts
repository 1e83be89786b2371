import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { distanceKm } from "../../../../core/allocation/distance"
import type { ChannelAvailability, LocationAvailability } from "../../../../modules/inventory/types"
import type { ToldLocation } from "../../../types/availability"

interface StockLocation {
  id: string
  name: string
  pickup: boolean
}

const NAMES = `
  select l.id, l.name, exists (
    select from location_fulfillment_set s join fulfillment_set f on f.id = s.fulfillment_set_id
    where s.stock_location_id = l.id and f.type = 'pickup'
      and s.deleted_at is null and f.deleted_at is null) as pickup
  from stock_location l where l.id = any(?) and l.deleted_at is null`

/** Tells of a variant's locations, as far as the merchant lets shoppers know them. */
export type TellLocations = (locations: LocationAvailability[]) => ToldLocation[]

/**
 * Reads what locations are called, once for all variants, straight from Medusa's tables. Those come first where
 * orders can be picked up; the nearest ones first, where coordinates are given, else by priority.
 *
 * @returns null where the merchant shows no location
 */
export async function readLocations(
  container: MedusaContainer,
  { places, settings }: Pick<ChannelAvailability, "places" | "settings">,
  from: { latitude: number; longitude: number } | null
): Promise<TellLocations | null> {
  if (settings.locations === "none") {
    return null
  }
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex
    .raw<{ rows: StockLocation[] }>(NAMES, [places.map(({ id }) => id)])
    .options({ name: "stockroom_location_names" })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = places.flatMap(({ id, latitude, longitude }) => {
    const location = byId.get(id)
    const distance =
      from && latitude !== null && longitude !== null
        ? distanceKm(from, { latitude, longitude })
        : null
    return location && (location.pickup || settings.locations === "all")
      ? [{ ...location, distance }]
      : []
  })
  const far = (distance: number | null) => distance ?? Infinity
  known.sort(
    (a, b) =>
      Number(b.pickup) - Number(a.pickup) ||
      (far(a.distance) === far(b.distance) ? 0 : far(a.distance) - far(b.distance))
  )
  return (locations) => {
    const here = new Map(locations.map((one) => [one.location_id, one]))
    return known.flatMap(({ id, name, pickup, distance }) => {
      const one = here.get(id)
      const distance_km = distance === null ? null : Math.round(distance * 10) / 10
      return one
        ? [
            {
              location_id: id,
              name,
              pickup,
              distance_km,
              status: one.status,
              quantity: one.quantity,
            },
          ]
        : []
    })
  }
}
