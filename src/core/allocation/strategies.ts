import type { Quantity } from "../quantity"
import { fewestLocations } from "./fewest-locations"
import { distanceKm } from "./distance"
import type { AllocationStrategy, Candidate } from "./request"

/** By the priority that the merchant gave the locations. The default. */
const priority: AllocationStrategy = {
  identifier: "priority",
  rank: ({ items }) =>
    items.map(({ itemId, candidates }) => ({ itemId, locationIds: ids(candidates) })),
}

/**
 * By distance to the shipping address, then by priority. Locations without coordinates come last; an
 * address without coordinates is served by priority.
 */
const nearest: AllocationStrategy = {
  identifier: "nearest",
  rank: ({ items, destination }) =>
    items.map(({ itemId, candidates }) => ({
      itemId,
      locationIds: ids(
        destination
          ? sorted(candidates, ({ coordinates }) =>
              coordinates ? distanceKm(coordinates, destination) : Infinity
            )
          : candidates
      ),
    })),
}

/** By what is available, most first, then by priority. */
const mostStock: AllocationStrategy = {
  identifier: "most_stock",
  rank: ({ items }) =>
    items.map(({ itemId, candidates }) => ({
      itemId,
      locationIds: ids([...candidates].sort((a, b) => compare(b.available, a.available))),
    })),
}

/** The strategies that Stockroom brings, by name. */
export const BUILT_IN_STRATEGIES: readonly AllocationStrategy[] = [
  priority,
  nearest,
  mostStock,
  fewestLocations,
]

function ids(candidates: Candidate[]): string[] {
  return candidates.map(({ locationId }) => locationId)
}

/** Stable, so that locations that are alike stay in the order of their priority. */
function sorted(candidates: Candidate[], key: (candidate: Candidate) => number): Candidate[] {
  return [...candidates].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    return x === y ? 0 : x < y ? -1 : 1
  })
}

function compare(a: Quantity, b: Quantity): number {
  return a.comparedTo(b) ?? 0
}
