import type { ItemUnits } from "./units"

/**
 * The units that several items have in common, by their keys, as the first item has them; none where one of
 * them has none, or has its stock in another base unit. Their factors may differ: twelve of one make a
 * case, six of another.
 */
export function sharedUnits(items: ItemUnits[]): ItemUnits {
  const [first = [], ...others] = items.map((units) => units ?? [])
  const shared = first.filter(({ key, base }) =>
    others.every((units) => units.some((unit) => unit.key === key && unit.base === base))
  )
  return shared.some(({ base }) => base) ? shared : undefined
}
