import type { DeactivationResponse } from "../../api/types/location"
import { exact } from "../../core/quantity"

type Obstacle = DeactivationResponse["deactivation"]["obstacles"][number]

/** The words are the translations' `locations.obstacles.<kind>`. */
export type ObstacleKind = Obstacle["obstacle"]

/** What stands against a deactivation for one reason, item by item. */
export interface ObstacleGroup {
  kind: ObstacleKind
  items: { itemId: string; quantity: string }[]
  /** Where something can be done about it. */
  to: string
}

/** In the order in which they are best seen to: what a delivery mends comes last. */
const KINDS: ObstacleKind[] = ["committed", "held", "reserved", "incoming", "below_zero"]

/** Sorts what stands against a location's deactivation by reason, with the page to go to. */
export function obstacleGroups(locationId: string, obstacles: Obstacle[]): ObstacleGroup[] {
  return KINDS.flatMap((kind) => {
    const units = new Map<string, ReturnType<typeof exact>>()
    for (const { obstacle, inventory_item_id: itemId, quantity } of obstacles) {
      if (obstacle === kind) {
        units.set(itemId, (units.get(itemId) ?? exact(0)).plus(quantity))
      }
    }
    const items = [...units].map(([itemId, quantity]) => ({ itemId, quantity: quantity.toFixed() }))
    return items.length ? [{ kind, items, to: pageFor(kind, locationId) }] : []
  })
}

function pageFor(kind: ObstacleKind, locationId: string): string {
  const levels = `/inventory/levels?location_id=${encodeURIComponent(locationId)}`
  switch (kind) {
    case "committed":
      return `${levels}&state=committed`
    case "incoming":
      return `${levels}&state=incoming`
    case "below_zero":
      return `${levels}&show=negative`
    case "held":
      return `${levels}&state=reserved`
    case "reserved":
      return "/reservations"
  }
}
