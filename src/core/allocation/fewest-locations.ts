import type { AllocationRequest, AllocationStrategy, ItemDemand } from "./request"

/**
 * As few parcels as possible over the whole order. A location that covers every item is found if there
 * is one; else the location that covers the most items that are still open goes next, by priority where
 * several cover as many. (The exact minimum is a set cover; this is its usual, near approximation.)
 */
export const fewestLocations: AllocationStrategy = {
  identifier: "fewest_locations",
  rank(request) {
    const used = chosenLocations(request)
    return request.items.map(({ itemId, candidates }) => {
      const ids = candidates.map(({ locationId }) => locationId)
      return {
        itemId,
        locationIds: [
          ...used.filter((id) => ids.includes(id)),
          ...ids.filter((id) => !used.includes(id)),
        ],
      }
    })
  },
}

/** The locations that are shipped from, in the order in which they were chosen. */
function chosenLocations({ items }: AllocationRequest): string[] {
  const order = locationsByPriority(items)
  // Where an item is committed already, a parcel goes out in any case.
  const chosen = order.filter((id) => items.some(({ committedAt }) => committedAt === id))
  let open = items.filter((item) => !chosen.some((id) => covers(item, id)))
  while (open.length) {
    let best: { id: string; covered: number } | null = null
    for (const id of order) {
      if (!chosen.includes(id)) {
        const covered = open.filter((item) => covers(item, id)).length
        if (covered > (best?.covered ?? 0)) {
          best = { id, covered }
        }
      }
    }
    if (!best) {
      break
    }
    const { id } = best
    chosen.push(id)
    open = open.filter((item) => !covers(item, id))
  }
  return chosen
}

function locationsByPriority(items: ItemDemand[]): string[] {
  const priorities = new Map<string, number>()
  for (const { candidates } of items) {
    candidates.forEach(({ locationId, priority }) => priorities.set(locationId, priority))
  }
  return [...priorities]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : a > b ? 1 : 0))
    .map(([id]) => id)
}

function covers({ firm, backorder, candidates }: ItemDemand, id: string): boolean {
  const candidate = candidates.find(({ locationId }) => locationId === id)
  return candidate?.available.isGreaterThanOrEqualTo(firm.plus(backorder)) ?? false
}
