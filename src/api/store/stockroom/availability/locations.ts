import type { MedusaContainer } from "@medusajs/framework/types"

import { distanceKm } from "../../../../core/allocation/distance"
import type { ChannelAvailability, LocationAvailability } from "../../../../modules/inventory/types"
import type { ToldLocation } from "../../../types/availability"
import { readByIds } from "../../../utils/names"

interface StockLocation {
  id: string
  name: string
  fulfillment_sets?: ({ type: string } | null)[]
}

/** Tells of a variant's locations, as far as the merchant lets shoppers know them. */
export type TellLocations = (locations: LocationAvailability[]) => ToldLocation[]

/**
 * Reads what locations are called, once for all variants. Those come first where orders can be picked up; the
 * nearest ones first, where coordinates are given, else by priority.
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
  const rows = await readByIds<StockLocation>(container, "stock_location", {
    fields: ["id", "name", "fulfillment_sets.type"],
    ids: places.map(({ id }) => id),
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = places.flatMap(({ id, latitude, longitude }) => {
    const location = byId.get(id)
    const pickup = location?.fulfillment_sets?.some((set) => set?.type === "pickup") ?? false
    const distance =
      from && latitude !== null && longitude !== null
        ? distanceKm(from, { latitude, longitude })
        : null
    return location && (pickup || settings.locations === "all")
      ? [{ id, name: location.name, pickup, distance }]
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
      return one ? [{ ...one, name, pickup, distance_km }] : []
    })
  }
}
