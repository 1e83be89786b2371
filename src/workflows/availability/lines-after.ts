/** A cart, and what is about to be done to it. */
export interface CheckOrderQuantitiesInput {
  /** Of a cart that is there already; all of its variants are checked where nothing else is named. */
  cart_id?: string
  /** Variants that are added. */
  added?: { variant_id: string; quantity: number }[]
  /** Lines whose quantity is set. */
  changed?: { line_id: string; quantity: number }[]
}

/** A line of a cart, as far as it matters here. */
export interface CartLine {
  id: string
  variant_id: string | null
  product_id: string | null
  quantity: number
}

interface LineAfter {
  variant_id: string
  /** Null where the cart does not say. */
  product_id: string | null
  quantity: number
}

/**
 * A cart's lines as they would be afterwards, and which variants the change is about: null for all of them.
 * A line that is taken to zero goes; what is not in the catalogue has no rules.
 */
export function linesAfter(
  lines: CartLine[],
  { added = [], changed = [] }: CheckOrderQuantitiesInput
): { lines: LineAfter[]; concerned: Set<string> | null } {
  const quantities = new Map(changed.map(({ line_id, quantity }) => [line_id, quantity]))
  const concerned = new Set(added.map(({ variant_id }) => variant_id))
  const kept = lines.flatMap(({ id, variant_id, product_id, quantity }): LineAfter[] => {
    if (variant_id === null) {
      return []
    }
    const changedTo = quantities.get(id)
    if (changedTo !== undefined) {
      concerned.add(variant_id)
    }
    const after = changedTo ?? quantity
    return after > 0 ? [{ variant_id, product_id, quantity: after }] : []
  })
  return {
    lines: [...kept, ...added.map((line) => ({ ...line, product_id: null }))],
    concerned: added.length + changed.length ? concerned : null,
  }
}
