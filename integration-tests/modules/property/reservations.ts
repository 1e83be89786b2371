import { type Books } from "./books"
import { type Decimal } from "./decimal"
import { holdAgain, trimHolds } from "./holds"
import {
  type Key,
  keyOf,
  nameOf,
  negated,
  notNegative,
  of,
  Refused,
  type Reservation,
  type ReservationInput,
  taking,
} from "./terms"

/** The lines whose reservations were set together with the stock; Medusa's calls come after. */
type Settled = readonly string[] | null

export function asked(inputs: ReservationInput[]): Reservation[] {
  return inputs.map((input) => ({
    ...keyOf(input),
    id: input.id,
    line: input.line_item_id ?? null,
    quantity: notNegative(input.quantity),
    backorder: input.allow_backorder ?? false,
    deletedAt: null,
  }))
}

export function createReservations(on: Books, inputs: ReservationInput[]): void {
  const wanted = asked(inputs)
  on.requireLevels(wanted)
  refuseShortage(
    on,
    wanted.map((after) => ({ before: null, after }))
  )
  for (const one of wanted) {
    on.post({ kind: one.line ? "commit" : "reserve", entries: taking(one), ...of(one) })
    on.put(one)
  }
}

export function updateReservations(
  on: Books,
  updates: ReservationInput[],
  settled: Settled = null
): void {
  updates.forEach(({ quantity }) => quantity === undefined || notNegative(quantity))
  const isSettled = (line: string | null | undefined) => settled?.includes(line ?? "") ?? false
  const isGone = ({ id }: ReservationInput) => {
    const found = on.reservations.get(id)
    return found !== undefined && found.deletedAt !== null && isSettled(found.line)
  }
  const inputs = updates.filter((update) => !isGone(update))
  if (inputs.some(({ id }) => on.reservations.get(id)?.deletedAt !== null)) {
    throw new Refused("invalid_data")
  }
  const changes = new Map<string, { before: Reservation; after: Reservation }>()
  inputs.forEach((input) => {
    const before = on.reservations.get(input.id) as Reservation
    const so_far = changes.get(input.id)?.after ?? before
    const item = input.inventory_item_id ?? so_far.item
    const isFixed = isSettled(so_far.line)
    const named = input.quantity === undefined || isFixed ? undefined : input.quantity
    const quantity = named === undefined ? so_far.quantity : notNegative(named)
    const shrinks = quantity < so_far.quantity
    // What a fulfilment from elsewhere leaves of an order line stays where it was.
    const place = { item, location: input.location_id ?? before.location }
    const remains =
      !settled &&
      so_far === before &&
      before.line !== null &&
      item === before.item &&
      shrinks &&
      on.hasTaken(place, before.quantity - quantity, before.changed ?? 0)
    const stays = remains || isFixed
    changes.set(input.id, {
      before,
      after: {
        ...so_far,
        item,
        location: stays ? so_far.location : (input.location_id ?? so_far.location),
        line: input.line_item_id === undefined ? so_far.line : input.line_item_id,
        quantity,
        backorder: input.allow_backorder ?? so_far.backorder,
      },
    })
  })
  on.requireLevels([...changes.values()].map(({ after }) => after))
  refuseShortage(on, [...changes.values()])
  for (const { before, after } of changes.values()) {
    const grows = after.quantity >= before.quantity
    on.post(
      {
        kind: after.line ? (grows ? "commit" : "release") : grows ? "reserve" : "unreserve",
        entries: [...taking(before).map(negated), ...taking(after)],
        ...of(after),
      },
      { always: false }
    )
    on.put(after)
    trimHolds(on, before)
  }
}

/** What is asked of a level, by lines that may not be backordered, must be there for all of them. */
export function refuseShortage(
  on: Books,
  changes: { before: Reservation | null; after: Reservation }[]
): void {
  const asked = new Map<string, Decimal>()
  const free = new Map<string, Decimal>()
  const add = (sums: Map<string, Decimal>, key: Key, quantity: Decimal) =>
    sums.set(nameOf(key), (sums.get(nameOf(key)) ?? 0n) + quantity)
  for (const { before, after } of changes) {
    const stays = before !== null && nameOf(before) === nameOf(after)
    const more = after.quantity - (stays ? before.quantity : 0n)
    if (more > 0n && !after.backorder) add(asked, after, more)
    if (more < 0n) add(free, after, -more)
    if (before && !stays) add(free, before, before.quantity)
  }
  for (const { after } of changes) {
    const wanted = asked.get(nameOf(after)) ?? 0n
    const has = on.balance(after).available + (free.get(nameOf(after)) ?? 0n)
    if (wanted > 0n && wanted > has) {
      throw new Refused("not_allowed")
    }
  }
}

export function deleteReservations(
  on: Books,
  mode: "soft" | "hard",
  selected: Reservation[],
  settled: Settled = null
): void {
  for (const one of byId(selected)) {
    // A settled line's reservation goes when nothing is left of it.
    if (settled?.includes(one.line ?? "") && one.quantity !== 0n) continue
    if (one.deletedAt === null) giveBack(on, one, mode)
    if (mode === "hard") on.reservations.delete(one.id)
  }
}

export function giveBack(on: Books, one: Reservation, mode: "soft" | "hard" = "soft"): void {
  on.post({
    kind: one.line ? "release" : "unreserve",
    entries: taking(one).map(negated),
    ...of(one),
  })
  on.put({ ...one, deletedAt: on.clock })
  trimHolds(on, one, mode === "soft" ? one.id : null)
}

export function deleteByLine(on: Books, lines: string[], found: Reservation[]): void {
  const selected = found.filter(({ line }) => line && lines.includes(line))
  byId(selected).forEach((one) => giveBack(on, one))
  for (const line of new Set(lines)) {
    const deleted = selected.filter((one) => one.line === line).map(({ id }) => id)
    if (!deleted.length) {
      on.post({ kind: "release", entries: [], line }, { always: true })
    }
    on.deletedLast.set(line, deleted)
  }
}

export function restoreByLine(on: Books, lines: string[]): void {
  const ids = lines.flatMap((line) => on.deletedLast.get(line) ?? [])
  restoreReservations(on, on.reservationsById([...new Set(ids)]))
}

export function restoreReservations(on: Books, selected: Reservation[]): void {
  const deleted = selected.filter(({ deletedAt }) => deletedAt !== null)
  for (const one of byId(deleted)) {
    if (!on.open(one)) {
      throw new Refused("not_found")
    }
    restore(on, one)
  }
}

export function restore(on: Books, one: Reservation): void {
  on.post({ kind: "restore", entries: taking(one), ...of(one) })
  on.put({ ...one, deletedAt: null })
  holdAgain(on, one)
}

/** Whoever changes several goes by their ids. */
export function byId(reservations: Reservation[]): Reservation[] {
  return [...reservations].sort((a, b) => (a.id < b.id ? -1 : 1))
}
