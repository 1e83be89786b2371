import fc from "fast-check"

import type { AllocationRequest, Candidate, ItemDemand } from "../../../src/core/allocation"
import { exact } from "../../../src/core/quantity"

/**
 * The named world of the allocation tests:
 *
 *              priority  place                 BOLT   NUT
 *   Berlin     1         52.52 N  13.40 E         5     0
 *   Lyon       2         45.76 N   4.84 E         3     9
 *   Oslo       3         59.91 N  10.75 E        10     2
 *   Attic      4         nobody knows             4     -
 */
const PLACES: Record<string, Omit<Candidate, "available" | "locationId">> = {
  Berlin: { priority: 1, coordinates: { latitude: 52.52, longitude: 13.4 } },
  Lyon: { priority: 2, coordinates: { latitude: 45.76, longitude: 4.84 } },
  Oslo: { priority: 3, coordinates: { latitude: 59.91, longitude: 10.75 } },
  Attic: { priority: 4, coordinates: null },
}

const STOCK: Record<string, Record<string, number>> = {
  BOLT: { Berlin: 5, Lyon: 3, Oslo: 10, Attic: 4 },
  NUT: { Berlin: 0, Lyon: 9, Oslo: 2 },
}

export const PARIS = { latitude: 48.86, longitude: 2.35 }
export const COPENHAGEN = { latitude: 55.68, longitude: 12.57 }

/** What an order wants of an item of the world. */
export function demand(
  itemId: string,
  firm: number,
  more: Partial<Omit<ItemDemand, "candidates">> & { stock?: Record<string, number> } = {}
): ItemDemand {
  const { stock = STOCK[itemId], ...rest } = more
  return {
    itemId,
    firm: exact(firm),
    backorder: exact(0),
    candidates: Object.entries(stock).map(([locationId, available]) => ({
      locationId,
      available: exact(available),
      ...PLACES[locationId],
    })),
    committedAt: null,
    before: null,
    ...rest,
  }
}

const names = Object.keys(PLACES)

const quantities = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(0, 0, 0, 1, 3))
  .map(([digits, places]) => exact(digits).shiftedBy(-places))

const stocks = fc
  .tuple(fc.integer({ min: -500, max: 2_000 }), fc.constantFrom(0, 0, 0, 1, 3))
  .map(([digits, places]) => exact(digits).shiftedBy(-places))

const demands = fc
  .record({
    firm: quantities,
    backorder: fc.oneof(fc.constant(exact(0)), quantities),
    stock: fc.dictionary(fc.constantFrom(...names), stocks),
    committedAt: fc.option(fc.constantFrom(...names), { freq: 4 }),
    before: fc.option(fc.record({ locationId: fc.constantFrom(...names), quantity: quantities }), {
      freq: 4,
    }),
  })
  .map(({ stock, ...rest }): Omit<ItemDemand, "itemId"> => ({
    ...rest,
    candidates: names
      .filter((name) => Object.hasOwn(stock, name))
      .map((locationId) => ({
        locationId,
        available: stock[locationId],
        ...PLACES[locationId],
      })),
  }))

/** Any request of up to six items. */
export const requests: fc.Arbitrary<AllocationRequest> = fc
  .record({
    items: fc.array(demands, { minLength: 1, maxLength: 6 }),
    destination: fc.option(fc.constantFrom(PARIS, COPENHAGEN)),
  })
  .map(({ items, destination }) => ({
    destination,
    items: items.map((item, index) => ({ ...item, itemId: `item-${index}` })),
  }))
