import { type Books } from "./books"
import { decimal } from "./decimal"
import {
  type Adjustment,
  type Balances,
  keyOf,
  type LevelInput,
  type LevelRow,
  nameOf,
  notNegative,
  onHand,
  optional,
  Refused,
  STATES,
  valid,
} from "./terms"

export function adjust(on: Books, adjustments: Adjustment[]): void {
  const wanted = adjustments.map(({ inventoryItemId, locationId, adjustment }) => ({
    key: { item: inventoryItemId, location: locationId },
    quantity: valid(decimal(adjustment)),
  }))
  on.requireLevels(wanted.map(({ key }) => key))
  for (const { key, quantity } of wanted) {
    on.post({ kind: "adjust", entries: [{ ...key, state: "available", quantity }] })
  }
}

export function updateLevels(on: Books, inputs: LevelInput[]): void {
  const updates = inputs.map((input) => ({
    key: keyOf(input),
    stocked: optional(input.stocked_quantity),
    incoming: optional(input.incoming_quantity),
  }))
  on.requireLevels(updates.map(({ key }) => key))
  for (const { key, stocked, incoming } of updates) {
    if (stocked !== undefined) {
      const quantity = stocked - onHand(on.balance(key))
      on.post({ kind: "count", entries: [{ ...key, state: "available", quantity }] })
    }
    if (incoming !== undefined) {
      const quantity = incoming - on.balance(key).incoming
      on.post({ kind: "incoming", entries: [{ ...key, state: "incoming", quantity }] })
    }
  }
}

export function createLevels(on: Books, inputs: LevelInput[]): void {
  const wanted = inputs.map((input) => ({
    id: input.id as string,
    key: keyOf(input),
    stocked: notNegative(input.stocked_quantity ?? 0),
    incoming: valid(decimal(input.incoming_quantity ?? 0)),
  }))
  on.requireLiveItems(wanted.map(({ key }) => key.item))
  for (const { id, key, stocked, incoming } of wanted) {
    if (on.open(key)) {
      throw new Refused("invalid_data")
    }
    on.rows.set(id, { ...key, id, closed: null })
    on.touched.set(nameOf(key), key)
    on.post({
      kind: "opening",
      entries: [
        { ...key, state: "available", quantity: stocked },
        { ...key, state: "incoming", quantity: incoming },
      ],
    })
  }
}

export function deleteLevels(on: Books, mode: "soft" | "hard", selected: LevelRow[]): void {
  const open = selected.filter(({ closed }) => !closed)
  const busy = open.some((row) => {
    const { committed, incoming } = on.balance(row)
    return (
      committed !== 0n || incoming !== 0n || on.held(row) !== 0n || on.heldForOrders(row) !== 0n
    )
  })
  if (busy) {
    throw new Refused("not_allowed")
  }
  open.forEach((row) => close(on, row, mode))
}

export function close(on: Books, row: LevelRow, mode: "soft" | "hard"): void {
  const { item, location } = row
  const held = on.balance(row)
  on.post({
    kind: "close",
    entries: STATES.map((state) => ({ item, location, state, quantity: -held[state] })),
  })
  if (mode === "hard") {
    on.rows.delete(row.id)
  } else {
    on.rows.set(row.id, { ...row, closed: { at: on.clock, held } })
  }
}

export function restoreLevels(on: Books, rows: LevelRow[]): void {
  rows.forEach((row) => reopen(on, row))
}

export function reopen(on: Books, row: LevelRow): void {
  if (on.items.get(row.item) !== null || on.open(row)) {
    throw new Refused("not_allowed")
  }
  const { id, item, location } = row
  const { held } = row.closed as { held: Balances }
  on.rows.set(id, { ...row, closed: null })
  on.post({
    kind: "restore",
    entries: STATES.map((state) => ({ item, location, state, quantity: held[state] })),
  })
}
