import { atLeastZero, least, type Quantity, total, wholeTimes, ZERO } from "./quantity"

/** One of the items that a variant is made of. */
export interface Component {
  /** How many units of the item one variant takes; above zero. */
  required: Quantity
  /** What is available at each location that is sold from. */
  available: ReadonlyMap<string, Quantity>
}

/**
 * How many whole variants the stock can make: as many as the scarcest item allows. `together` counts
 * what an order could have, to which several locations may give; `byLocation` what each could ship
 * alone. A level below zero counts as nothing.
 */
export function makeable(components: Component[]): {
  together: Quantity
  byLocation: Map<string, Quantity>
} {
  return {
    together: scarcest(components, ({ available }) =>
      total([...available.values()].map(atLeastZero))
    ),
    byLocation: makeableAlone(components),
  }
}

/** What each location could ship alone, of those that have a level of any of the items. */
export function makeableAlone(components: Component[]): Map<string, Quantity> {
  const alone = new Map<string, Quantity>()
  for (const { available } of components) {
    for (const location of available.keys()) {
      if (!alone.has(location)) {
        const here = (component: Component) => component.available.get(location) ?? ZERO
        alone.set(
          location,
          scarcest(components, (one) => atLeastZero(here(one)))
        )
      }
    }
  }
  return alone
}

function scarcest(components: Component[], units: (component: Component) => Quantity): Quantity {
  return components.length
    ? components.map((one) => wholeTimes(units(one), one.required)).reduce(least)
    : ZERO
}
