import type { Flow } from "../../../src/modules/inventory"
import { type Books } from "./books"
import { type Decimal, decimal } from "./decimal"
import { trimHolds } from "./holds"
import { openOf } from "./sales"
import { type Adjustment, type Entry, Refused, type Reservation, valid } from "./terms"

type Fulfil = Extract<Flow, { kind: "fulfil" }>

/**
 * What leaves against an order's lines: committed → fulfilled, never more than a line has committed,
 * from whatever location; the reservation shrinks at once.
 */
export function fulfil(
  on: Books,
  flow: Fulfil,
  adjustments: Adjustment[],
  fulfilment: string | undefined
): void {
  const leaving = adjustments.map(({ inventoryItemId, locationId, adjustment }) => ({
    item: inventoryItemId,
    location: locationId,
    quantity: -valid(decimal(adjustment)),
  }))
  on.requireLevels(leaving)
  // Which line each is for is settled before the first leaves.
  const taken = new Set<string>()
  const lines = leaving.map(({ item, quantity }) => {
    const able = flow.lines.filter(
      ({ id }) =>
        !taken.has(`${id} ${item}`) &&
        on.live().some((one) => one.line === id && one.item === item && one.quantity > 0n) &&
        on.committed(id, item) >= quantity
    )
    const line = able.find((one) => isShare(on, one, item, quantity)) ?? able[0]
    if (line) taken.add(`${line.id} ${item}`)
    return line
  })
  leaving.forEach(({ quantity, ...from }, index) => {
    const line = lines[index]
    const known = [...on.reservations.values()].some(
      (one) => one.item === from.item && flow.lines.some(({ id }) => id === one.line)
    )
    if (line) {
      ship(on, line.id, { ...from, quantity }, fulfilment)
      trimHolds(on, { line: line.id, item: from.item })
      if (fulfilment) {
        const units = valid(decimal(line.quantity))
        on.fulfilments.set(fulfilment, {
          ...{ id: fulfilment, order: flow.orderId, line: line.id, ...from, units, quantity },
          ...{ canceled: false, settled: false },
        })
      }
    } else if (known) {
      throw new Refused("invalid_data")
    } else {
      on.post({
        kind: "adjust",
        entries: [{ ...from, state: "available", quantity: -quantity }],
      })
    }
  })
  for (const { id, quantity } of flow.lines) {
    const line = on.lines.get(id)
    if (line) {
      on.lines.set(id, { ...line, fulfilled: line.fulfilled + valid(decimal(quantity)) })
    }
  }
}

/** Whether it is what the line has committed, in the proportion in which the line is fulfilled now. */
function isShare(
  on: Books,
  { id, quantity: fulfilled }: Fulfil["lines"][number],
  item: string,
  quantity: Decimal
): boolean {
  const line = on.lines.get(id)
  return (
    line !== undefined &&
    on.committed(id, item) * valid(decimal(fulfilled)) === quantity * openOf(line)
  )
}

/** What the location itself has committed goes first. */
function ship(
  on: Books,
  line: string,
  { item, location, quantity }: { item: string; location: string; quantity: Decimal },
  fulfilment: string | undefined
): void {
  const here = (one: Reservation) => Number(one.location === location)
  const parts = on
    .live()
    .filter((one) => one.line === line && one.item === item && one.quantity > 0n)
    .sort((a, b) => here(b) - here(a) || (a.id < b.id ? -1 : 1))
  let left = quantity
  for (const one of parts) {
    const part = left < one.quantity ? left : one.quantity
    if (part <= 0n) break
    left -= part
    const entries: Entry[] = [
      { item, location: one.location, state: "committed", quantity: -part },
      { item, location: one.location, state: "available", quantity: part },
      { item, location, state: "available", quantity: -part },
      { item, location, state: "fulfilled", quantity: part },
    ]
    on.post({ kind: "fulfil", entries, line, reservation: one.id, fulfilment })
    const rest = one.quantity - part
    on.put({
      ...one,
      quantity: rest,
      deletedAt: rest === 0n ? on.clock : null,
    })
  }
}
