import type { LevelKey } from "./level"
import type { Quantity } from "./quantity"
import { Refusal } from "./refusal"

/** A level from which more is asked than it has. */
export interface Shortage extends LevelKey {
  has: Quantity
  asked: Quantity
}

/**
 * Refuses what is short, in the words of Medusa's own module.
 *
 * @param options.figures - whether whoever asks may know how much there is, as shoppers may not
 */
export function refuseShort(short: Shortage[], { figures = true } = {}): void {
  if (!short.length) return
  const words = short.map(({ itemId, locationId, has, asked }) => {
    const where = `Not enough stock available for item ${itemId} at location ${locationId}`
    return figures ? `${where} (has ${has.toFixed()}, asked ${asked.toFixed()})` : where
  })
  throw Refusal.notAllowed(
    words.join(", "),
    figures
      ? {
          short: short.map(({ itemId, locationId, has, asked }) => ({
            inventory_item_id: itemId,
            location_id: locationId,
            has: has.toFixed(),
            asked: asked.toFixed(),
          })),
        }
      : {}
  )
}
