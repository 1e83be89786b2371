import { atLeastZero, type Quantity, total, ZERO } from "./quantity"

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
  const locations = new Set(components.flatMap(({ available }) => [...available.keys()]))
  const scarcest = (units: (component: Component) => Quantity) =>
    components
      .map((component) => units(component).dividedToIntegerBy(component.required))
      .reduce((least, units) => (units.isLessThan(least) ? units : least))
  return {
    together: components.length
      ? scarcest(({ available }) => total([...available.values()].map(atLeastZero)))
      : ZERO,
    byLocation: new Map(
      [...locations].map((location) => [
        location,
        scarcest(({ available }) => atLeastZero(available.get(location) ?? ZERO)),
      ])
    ),
  }
}
