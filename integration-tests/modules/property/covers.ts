import { type Books } from "./books"
import { decimal } from "./decimal"
import { shrinkHold } from "./holds"
import { type Hold, type Key, Refused, valid } from "./terms"

/** Held stock is brought to where it is committed: reserved there, available here. */
export function cover(on: Books, id: string, { quantity }: { quantity?: unknown }): void {
  const hold = on.holds.find((one) => one.id === id)
  if (!hold) {
    throw new Refused("not_found")
  }
  const asked = quantity === undefined ? hold.quantity : valid(decimal(quantity))
  if (asked <= 0n) {
    throw new Refused("invalid_data")
  }
  if (hold.releasedWith !== null) {
    throw new Refused("conflict")
  }
  if (asked > hold.quantity) {
    throw new Refused("invalid_data")
  }
  const { from, to } = placesOf(hold)
  on.requireLevels([from, to])
  on.post({
    kind: "cover",
    entries: [
      { ...from, state: "reserved", quantity: -asked },
      { ...to, state: "available", quantity: asked },
    ],
    line: hold.line,
  })
  shrinkHold(on, hold, asked)
  on.covers.push({ hold, quantity: asked })
}

/** The units return; they are held again as far as the line still has them committed. */
export function uncover(on: Books, id: string, quantity: unknown): void {
  const returning = valid(decimal(quantity))
  const made = on.covers.find((one) => one.hold.id === id && one.quantity === returning)
  if (!made) {
    throw new Refused("not_found")
  }
  const { hold } = made
  const { from, to } = placesOf(hold)
  on.requireLevels([from, to])
  const unheld = on.committed(hold.line, hold.item) - on.heldFor(hold.line, hold.item)
  const held = unheld < 0n ? 0n : unheld < returning ? unheld : returning
  on.post({
    kind: "cover",
    entries: [
      { ...to, state: "available", quantity: -returning },
      { ...from, state: "reserved", quantity: held },
      { ...from, state: "available", quantity: returning - held },
    ],
    line: hold.line,
  })
  if (held > 0n) {
    on.holds.push({ ...hold, id: undefined, quantity: held, releasedWith: null })
  }
  on.covers = on.covers.filter((one) => one !== made)
}

function placesOf({ item, location, committedAt }: Hold): { from: Key; to: Key } {
  return { from: { item, location }, to: { item, location: committedAt } }
}
