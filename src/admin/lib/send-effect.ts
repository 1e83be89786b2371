import { exact } from "../../core/quantity"
import type { OriginDeduction } from "../../core/transfer"
import type { StockLevel } from "./stock-level"
import { type LineEffect, lineEffect } from "./transfer-effect"
import type { TransferLine } from "./transfer-lines"
import type { Transfer } from "./transfer-names"

/** What sending a draft does to one of its items. */
export interface SentLine {
  line: TransferLine
  effect: LineEffect
}

/**
 * What sending a draft does, item by item: those that the origin is short of first.
 *
 * @param levelOf - the level of an item at a location; undefined where it is not stocked there
 */
export function sendEffect(
  { origin_id, destination_id, lines }: Transfer,
  deduction: OriginDeduction,
  levelOf: (itemId: string, locationId: string) => StockLevel | undefined
): SentLine[] {
  const effects = lines.map((line) => {
    const itemId = line.inventory_item_id
    const quantity = exact(line.quantity)
    const held = exact(line.hold_quantity ?? 0)
    return {
      line,
      effect: lineEffect({ itemId, quantity, held }, deduction, {
        origin: levelOf(itemId, origin_id),
        destination: levelOf(itemId, destination_id),
      }),
    }
  })
  const short = effects.filter(({ effect }) => effect.short)
  return [...short, ...effects.filter(({ effect }) => !effect.short)]
}
