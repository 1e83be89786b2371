import { type Books } from "./books"
import { type Decimal, exactly } from "./decimal"
import { placeHold } from "./holds"
import { asked } from "./reservations"
import {
  type Key,
  nameOf,
  of,
  type OrderLine,
  Refused,
  type Reservation,
  type ReservationInput,
  taking,
} from "./terms"

/** The locations by priority, and the sales channels that each serves. */
export const CHANNELS: Record<string, string[]> = {
  Berlin: ["web"],
  Lyon: ["web", "post"],
  Oslo: ["web", "post"],
}

const ONE = exactly(1)

/** A part of an item's shortfall, and who keeps it. */
interface Part {
  location: string
  quantity: Decimal
}

/** An item of an order, where it is committed and who keeps what is short there. */
interface Placed {
  lines: Reservation[]
  location: string
  /** What the location has of it itself. */
  covered: Decimal
  parts: Part[]
}

/**
 * An order takes stock: every item of it at one location, by priority, and what that has not is held at
 * the others. All of it or nothing.
 */
export function sell(on: Books, inputs: ReservationInput[]): void {
  const wanted = asked(inputs)
    .map((one) => ({ ...one, quantity: stillOpen(on, one) }))
    .filter(({ quantity }) => quantity > 0n)
  let short = false
  for (const group of grouped(wanted, (one) => lineOf(on, one).order)) {
    const placed = grouped(group, ({ item }) => item).map((lines) => place(on, lines))
    short ||= placed.includes(null)
    placed.forEach((one) => one && commit(on, one))
  }
  if (short) {
    throw new Refused("not_allowed")
  }
}

/** What has left is not wanted again, although Medusa forgets it when an order is edited. */
function stillOpen(on: Books, one: Reservation): Decimal {
  const perUnit = on.perUnit.get(`${one.line} ${one.item}`)
  const open = openOf(lineOf(on, one))
  const most = perUnit === undefined ? one.quantity : (perUnit * (open < 0n ? 0n : open)) / ONE
  return most < one.quantity ? most : one.quantity
}

/** Null where there is not enough of an item that may not be backordered. */
function place(on: Books, lines: Reservation[]): Placed | null {
  const [first] = lines
  const { channel, order } = lineOf(on, first)
  const { item } = first
  // A line that has shipped from where it is named is meant to be there.
  const isMeant = lines.some((one) => fulfilledFrom(on, one) > 0n)
  if (isMeant) {
    on.requireLevels(lines)
  }
  const ranked = Object.keys(CHANNELS)
    .filter((location) =>
      isMeant ? location === first.location : CHANNELS[location].includes(channel)
    )
    .map((location) => ({ item, location }))
    .filter((key) => on.open(key))
  ranked.forEach((key) => on.touched.set(nameOf(key), key))
  const has = (key: Key) => {
    const { available } = on.balance(key)
    return available > 0n ? available : 0n
  }
  const all = sum(lines.map(({ quantity }) => quantity))
  const firm = sum(lines.filter(({ backorder }) => !backorder).map(({ quantity }) => quantity))
  const wanted = sum(ranked.map(has)) >= all ? all : firm

  const at = (location: string | undefined) => ranked.find((key) => key.location === location)
  const covers = (key: Key) => has(key) >= wanted
  const before = lines.length === 1 && !isMeant ? latestDeleted(on, first) : undefined
  const stayed = at(before?.location)
  const enough = ranked.find(covers)
  const stays = stayed && (before!.quantity >= all || covers(stayed) || !enough)
  const chosen =
    (isMeant ? undefined : at(committedAt(on, order, item))) ??
    (stays ? stayed : undefined) ??
    (wanted > 0n ? enough : undefined) ??
    ranked[0]
  if (!chosen) {
    return null
  }
  const covered = least(has(chosen), wanted)
  let missing = wanted - covered
  const parts: Part[] = []
  for (const key of ranked) {
    const quantity = least(missing, has(key))
    if (key !== chosen && quantity > 0n) {
      parts.push({ location: key.location, quantity })
      missing -= quantity
    }
  }
  const stands = lines.every((one) => fulfilledFrom(on, one) >= one.quantity)
  return missing > 0n && !stands
    ? null
    : { lines, location: chosen.location, covered, parts: missing > 0n ? [] : parts }
}

/** The first lines have what the location has, the later ones what is held; backorders stand behind. */
function commit(on: Books, { lines, location, covered, parts }: Placed): void {
  const shares = new Map<Reservation, Part[]>()
  const inTurn = [...lines].sort((a, b) => Number(a.backorder) - Number(b.backorder))
  for (const one of inTurn) {
    const here = least(covered, one.quantity)
    covered -= here
    let missing = one.quantity - here
    shares.set(
      one,
      parts.flatMap((part) => {
        const quantity = least(missing, part.quantity)
        missing -= quantity
        part.quantity -= quantity
        return quantity > 0n ? [{ ...part, quantity }] : []
      })
    )
  }
  for (const one of lines) {
    const reservation = { ...one, location }
    const { id: line, order, ...facts } = lineOf(on, one)
    const { item } = one
    on.post({ kind: "commit", entries: taking(reservation), ...of(reservation) })
    on.put(reservation)
    on.allocations.push({ order, line, item })
    remember(on, `${line} ${item}`, one.quantity, openOf(facts))
    shares
      .get(one)!
      .forEach((part) => placeHold(on, { ...part, item, order, line, committedAt: location }))
  }
}

/** The first time, how many units of the item a unit of the line takes; unless the figures do not divide. */
function remember(on: Books, name: string, quantity: Decimal, open: Decimal): void {
  const perUnit = open > 0n ? (quantity * ONE) / open : 0n
  if (!on.perUnit.has(name) && open > 0n && perUnit * open === quantity * ONE) {
    on.perUnit.set(name, perUnit)
  }
}

/** Where the order has the item committed: as was decided last. */
function committedAt(on: Books, order: string, item: string): string | undefined {
  return on.allocations
    .filter((one) => one.order === order && one.item === item)
    .reverse()
    .flatMap(({ line }) =>
      on.live().filter((one) => one.line === line && one.item === item && one.quantity > 0n)
    )[0]?.location
}

/** What the line had of the item before it was edited. */
function latestDeleted(on: Books, { line, item }: Reservation): Reservation | undefined {
  return [...on.reservations.values()]
    .filter((one) => one.line === line && one.item === item)
    .filter(({ deletedAt, quantity }) => deletedAt !== null && quantity > 0n)
    .sort((a, b) => (b.deletedAt as number) - (a.deletedAt as number))[0]
}

function fulfilledFrom(on: Books, { line, item, location }: Reservation): Decimal {
  return sum(
    on.movements
      .filter((movement) => movement.line === line)
      .flatMap(({ entries }) => entries)
      .filter((entry) => entry.state === "fulfilled")
      .filter((entry) => entry.item === item && entry.location === location)
      .map(({ quantity }) => quantity)
  )
}

export function openOf({ ordered, fulfilled }: Pick<OrderLine, "ordered" | "fulfilled">): Decimal {
  return ordered - fulfilled
}

function lineOf(on: Books, { line }: Reservation): OrderLine {
  return on.lines.get(line as string) as OrderLine
}

function grouped<T>(list: T[], name: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  list.forEach((one) => groups.set(name(one), [...(groups.get(name(one)) ?? []), one]))
  return [...groups.values()]
}

function sum(quantities: Decimal[]): Decimal {
  return quantities.reduce((total, quantity) => total + quantity, 0n)
}

function least(a: Decimal, b: Decimal): Decimal {
  return a < b ? a : b
}
