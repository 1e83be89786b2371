import { type Decimal, decimal, text } from "./decimal"

/**
 * The rules of the Inventory Module once more, told as plainly as possible: one caller, everything
 * in memory, no database. It says of every call whether it is refused and, if not, which movements
 * it makes and what it leaves. It shares no code with the engine.
 */

export const STATES = [
  "available",
  "committed",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
  "incoming",
  "fulfilled",
] as const

export type State = (typeof STATES)[number]
export type Balances = Record<State, Decimal>

const BY_HAND: readonly string[] = ["available", "reserved", "damaged", "safety", "quality_control"]
const UNDOABLE: readonly string[] = ["set", "adjust", "count", "move", "incoming", "undo"]

export interface Key {
  item: string
  location: string
}

export interface Entry extends Key {
  state: State
  quantity: Decimal
}

export interface Movement {
  /** Given by the engine; known once the call has been made. */
  id?: string
  kind: string
  entries: Entry[]
  line: string | null
  reservation: string | null
  reverses: string | null
  key: string | null
}

/** A row of Medusa's `inventory_level`, live or soft-deleted. */
export interface LevelRow extends Key {
  id: string
  /** When it was soft-deleted, and what it held then. */
  closed: { at: number; held: Balances } | null
}

export interface Reservation extends Key {
  id: string
  line: string | null
  quantity: Decimal
  backorder: boolean
  deletedAt: number | null
}

export type RefusalType = "invalid_data" | "not_found" | "not_allowed" | "conflict"

export class Refused extends Error {
  constructor(readonly type: RefusalType) {
    super(type)
  }
}

/** The methods of the module's service that change stock. */
export const METHODS = [
  "adjustInventory",
  "changeStock",
  "createInventoryItems",
  "createInventoryLevels",
  "createReservationItems",
  "deleteInventoryItemLevelByLocationId",
  "deleteInventoryItems",
  "deleteInventoryLevel",
  "deleteInventoryLevels",
  "deleteReservationItemByLocationId",
  "deleteReservationItems",
  "deleteReservationItemsByLineItem",
  "restoreInventoryItems",
  "restoreInventoryLevels",
  "restoreReservationItems",
  "restoreReservationItemsByLineItem",
  "softDeleteInventoryItems",
  "softDeleteInventoryLevels",
  "softDeleteReservationItems",
  "undoMovement",
  "updateInventoryLevels",
  "updateReservationItems",
] as const

/** A call to the module: the name of a method of its service, and the arguments. */
export interface Call {
  method: string
  args: unknown[]
  /** Of the reservations that a call by line or location is about: those that it came upon. */
  cameUpon?: string[]
}

export interface ChangeInput {
  op: "set" | "adjust" | "count" | "move"
  inventory_item_id: string
  location_id: string
  state?: string
  from?: string
  to?: string
  quantity: unknown
  expected?: unknown
}

export interface ChangesInput {
  changes: ChangeInput[]
  idempotency_key?: string
  allow_negative?: boolean
}

export interface ReservationInput {
  id: string
  inventory_item_id?: string
  location_id?: string
  line_item_id?: string | null
  quantity?: unknown
  allow_backorder?: boolean
}

export interface LevelInput {
  id?: string
  inventory_item_id: string
  location_id: string
  stocked_quantity?: unknown
  incoming_quantity?: unknown
}

export interface Adjustment {
  inventoryItemId: string
  locationId: string
  adjustment: unknown
}

export const nameOf = ({ item, location }: Key) => `${item} at ${location}`

const NOTHING = Object.fromEntries(STATES.map((state) => [state, 0n])) as Balances

export class Model {
  /** When each item was soft-deleted; null while it lives. */
  items = new Map<string, number | null>()
  /** Balances by level, open or closed; a closed level holds nothing. */
  balances = new Map<string, Balances>()
  rows = new Map<string, LevelRow>()
  reservations = new Map<string, Reservation>()
  movements: Movement[] = []
  private undone = new Set<string>()
  private keys = new Map<string, { content: string; movement: Movement }>()
  /** By line: which reservations its latest movement deleted, where that was a deletion by line. */
  private deletedLast = new Map<string, string[] | null>()
  private clock = 0
  /** What the present call has posted, and the levels it has looked at. */
  posted: Movement[] = []
  touched = new Map<string, Key>()

  /** A model that has made the call; throws Refused and leaves this one as it is. */
  after(call: Call): Model {
    const next = new Model()
    next.items = new Map(this.items)
    next.balances = new Map(this.balances)
    next.rows = new Map(this.rows)
    next.reservations = new Map(this.reservations)
    next.movements = this.movements.slice()
    next.undone = new Set(this.undone)
    next.keys = new Map(this.keys)
    next.deletedLast = new Map(this.deletedLast)
    next.clock = this.clock + 1
    next.make(call)
    return next
  }

  /** The same for two models that cannot be told apart by what they hold. */
  fingerprint(): string {
    const { items, rows, reservations, balances, deletedLast } = this
    const held = [items, rows, reservations, balances, deletedLast].map((map) =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1))
    )
    return JSON.stringify(held, (name, value: unknown) =>
      typeof value === "bigint" ? text(value) : name === "at" ? null : value
    )
  }

  /** The open level's row, if the item is stocked there. */
  open(key: Key): LevelRow | undefined {
    return this.openRows().find((row) => row.item === key.item && row.location === key.location)
  }

  openRows(): LevelRow[] {
    return [...this.rows.values()].filter((row) => !row.closed)
  }

  balance(key: Key): Balances {
    return this.balances.get(nameOf(key)) ?? NOTHING
  }

  live(): Reservation[] {
    return [...this.reservations.values()].filter(({ deletedAt }) => deletedAt === null)
  }

  /** The part of `reserved` that reservations without an order line hold. */
  held(key: Key): Decimal {
    return this.live()
      .filter((one) => !one.line && nameOf(one) === nameOf(key))
      .reduce((sum, { quantity }) => sum + quantity, 0n)
  }

  isUndone(movement: Movement): boolean {
    return this.undone.has(movement.id as string)
  }

  private make({ method, args, cameUpon }: Call): void {
    const first = args[0]
    const found = this.live().filter(
      ({ id, line, quantity }) =>
        !cameUpon || cameUpon.includes(id) || (quantity === 0n && line === null)
    )
    switch (method) {
      case "changeStock":
        return this.changeStock(first as ChangesInput)
      case "createReservationItems":
        return this.createReservations([first].flat() as ReservationInput[])
      case "updateReservationItems":
        return this.updateReservations([first].flat() as ReservationInput[])
      case "deleteReservationItems":
        return this.deleteReservations("hard", this.reservationsById(first))
      case "softDeleteReservationItems":
        return this.deleteReservations("soft", this.reservationsById(first))
      case "deleteReservationItemsByLineItem":
        return this.deleteByLine([first].flat() as string[], found)
      case "deleteReservationItemByLocationId":
        return this.deleteReservations(
          "soft",
          found.filter(({ location }) => [first].flat().includes(location))
        )
      case "restoreReservationItems":
        return this.restoreReservations(this.reservationsById(first))
      case "restoreReservationItemsByLineItem":
        return this.restoreByLine([first].flat() as string[])
      case "adjustInventory":
        return this.adjust(
          Array.isArray(first)
            ? (first as Adjustment[])
            : [
                {
                  inventoryItemId: first as string,
                  locationId: args[1] as string,
                  adjustment: args[2],
                },
              ]
        )
      case "createInventoryLevels":
        return this.createLevels([first].flat() as LevelInput[])
      case "updateInventoryLevels":
        return this.updateLevels([first].flat() as LevelInput[])
      case "softDeleteInventoryLevels":
        return this.deleteLevels("soft", this.rowsById(first))
      case "deleteInventoryLevels":
        return this.deleteLevels("hard", this.rowsById(first))
      case "deleteInventoryLevel": {
        const row = this.open({ item: first as string, location: args[1] as string })
        return this.deleteLevels("hard", row ? [row] : [])
      }
      case "deleteInventoryItemLevelByLocationId":
        return this.deleteLevels(
          "soft",
          this.openRows().filter(({ location }) => [first].flat().includes(location))
        )
      case "restoreInventoryLevels":
        return this.restoreLevels(this.rowsById(first).filter(({ closed }) => closed))
      case "createInventoryItems":
        return [first].flat().forEach((item) => {
          this.items.set((item as { id: string }).id, null)
        })
      case "softDeleteInventoryItems":
        return this.softDeleteItems([first].flat() as string[])
      case "restoreInventoryItems":
        return this.restoreItems([first].flat() as string[])
      case "deleteInventoryItems":
        return this.deleteItems([first].flat() as string[])
      case "undoMovement":
        return this.undo(first as string, (args[1] ?? {}) as { allow_negative?: boolean })
      default:
        throw new Error(`The model does not know ${method}`)
    }
  }

  // ---------------------------------------------------------------- by hand

  private changeStock(input: ChangesInput): void {
    const changes = input.changes.map((change) => {
      const { op, state, from, to } = change
      const expected = change.expected === undefined ? undefined : valid(decimal(change.expected))
      const named = op === "move" ? [from, to] : op === "count" ? [] : [state]
      const known = named.every((one) => BY_HAND.includes(one as string))
      const quantity = decimal(change.quantity)
      const signed = op === "adjust" || (op === "set" && state === "available")
      if (!known || (op === "move" && from === to) || quantity === null) {
        throw new Refused("invalid_data")
      }
      if (!signed && quantity < 0n) {
        throw new Refused("invalid_data")
      }
      return { ...change, quantity, expected, key: keyOf(change) }
    })
    const content = JSON.stringify(input)
    const earlier = this.keys.get(input.idempotency_key ?? "")
    if (earlier) {
      if (earlier.content !== content) {
        throw new Refused("conflict")
      }
      return
    }
    this.requireLevels(changes.map(({ key }) => key))

    const working = new Map(changes.map(({ key }) => [nameOf(key), { ...this.balance(key) }]))
    const entries = changes.flatMap(({ key, quantity, expected, ...change }): Entry[] => {
      const now = working.get(nameOf(key)) as Balances
      const state = (change.op === "move" ? change.from : (change.state ?? "available")) as State
      const figure = change.op === "count" ? onHand(now) : now[state]
      if (expected !== undefined && expected !== figure) {
        throw new Refused("conflict")
      }
      const made =
        change.op === "move"
          ? [
              { ...key, state, quantity: -quantity },
              { ...key, state: change.to as State, quantity },
            ]
          : [{ ...key, state, quantity: change.op === "adjust" ? quantity : quantity - figure }]
      made.forEach((entry) => (now[entry.state] += entry.quantity))
      return made
    })
    const before = this.snapshot(changes.map(({ key }) => key))
    const ops = new Set(changes.map(({ op }) => op))
    const movement = this.post({
      kind: ops.size === 1 ? changes[0].op : "adjust",
      entries,
      key: input.idempotency_key,
    })
    this.refuseByHand(before, input.allow_negative ?? false)
    if (input.idempotency_key && movement) {
      this.keys.set(input.idempotency_key, { content, movement })
    }
  }

  private undo(id: string, { allow_negative = false }: { allow_negative?: boolean }): void {
    const movement = this.movements.find((one) => one.id === id)
    if (!movement) {
      throw new Refused("not_found")
    }
    if (this.undone.has(id) || !UNDOABLE.includes(movement.kind)) {
      throw new Refused("conflict")
    }
    this.requireLevels(movement.entries)
    const before = this.snapshot(movement.entries)
    this.post(
      { kind: "undo", entries: movement.entries.map(negated), reverses: id },
      { always: true }
    )
    this.refuseByHand(before, allow_negative)
    this.undone.add(id)
  }

  private refuseByHand(before: [Key, Balances][], allowNegative: boolean): void {
    for (const [key, was] of before) {
      const now = this.balance(key)
      const short = now.available < 0n && now.available < was.available && !allowNegative
      const states = [now.damaged, now.safety, now.quality_control, now.reserved - this.held(key)]
      if (short || states.some((quantity) => quantity < 0n)) {
        throw new Refused("not_allowed")
      }
    }
  }

  // ---------------------------------------------------------------- reservations

  private createReservations(inputs: ReservationInput[]): void {
    const wanted = inputs.map((input): Reservation => ({
      ...keyOf(input),
      id: input.id,
      line: input.line_item_id ?? null,
      quantity: notNegative(input.quantity),
      backorder: input.allow_backorder ?? false,
      deletedAt: null,
    }))
    this.requireLevels(wanted)
    this.refuseShortage(wanted.map((after) => ({ before: null, after })))
    for (const one of wanted) {
      this.post({ kind: one.line ? "commit" : "reserve", entries: taking(one), ...of(one) })
      this.reservations.set(one.id, one)
    }
  }

  private updateReservations(inputs: ReservationInput[]): void {
    const quantities = inputs.map(({ quantity }) =>
      quantity === undefined ? undefined : notNegative(quantity)
    )
    if (inputs.some(({ id }) => this.reservations.get(id)?.deletedAt !== null)) {
      throw new Refused("invalid_data")
    }
    const changes = new Map<string, { before: Reservation; after: Reservation }>()
    inputs.forEach((input, index) => {
      const before = this.reservations.get(input.id) as Reservation
      const so_far = changes.get(input.id)?.after ?? before
      const item = input.inventory_item_id ?? so_far.item
      const shrinks = (quantities[index] ?? so_far.quantity) < so_far.quantity
      // What is left of an order line stays where it was, whatever location is named.
      const stays = so_far.line !== null && item === so_far.item && shrinks
      changes.set(input.id, {
        before,
        after: {
          ...so_far,
          item,
          location: stays ? so_far.location : (input.location_id ?? so_far.location),
          line: input.line_item_id === undefined ? so_far.line : input.line_item_id,
          quantity: quantities[index] ?? so_far.quantity,
          backorder: input.allow_backorder ?? so_far.backorder,
        },
      })
    })
    this.requireLevels([...changes.values()].map(({ after }) => after))
    this.refuseShortage([...changes.values()])
    for (const { before, after } of changes.values()) {
      const grows = after.quantity >= before.quantity
      this.post(
        {
          kind: after.line ? (grows ? "commit" : "release") : grows ? "reserve" : "unreserve",
          entries: [...taking(before).map(negated), ...taking(after)],
          ...of(after),
        },
        { always: false }
      )
      this.reservations.set(after.id, after)
    }
  }

  /** What is asked of a level, by lines that may not be backordered, must be there for all of them. */
  private refuseShortage(changes: { before: Reservation | null; after: Reservation }[]): void {
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
      const has = this.balance(after).available + (free.get(nameOf(after)) ?? 0n)
      if (wanted > 0n && wanted > has) {
        throw new Refused("not_allowed")
      }
    }
  }

  private deleteReservations(mode: "soft" | "hard", selected: Reservation[]): void {
    for (const one of selected) {
      if (one.deletedAt === null) this.giveBack(one)
      if (mode === "hard") this.reservations.delete(one.id)
    }
  }

  private giveBack(one: Reservation): void {
    this.post({
      kind: one.line ? "release" : "unreserve",
      entries: taking(one).map(negated),
      ...of(one),
    })
    this.reservations.set(one.id, { ...one, deletedAt: this.clock })
  }

  private deleteByLine(lines: string[], found: Reservation[]): void {
    const selected = found.filter(({ line }) => line && lines.includes(line))
    selected.forEach((one) => this.giveBack(one))
    for (const line of new Set(lines)) {
      const deleted = selected.filter((one) => one.line === line).map(({ id }) => id)
      if (!deleted.length) {
        this.post({ kind: "release", entries: [], line }, { always: true })
      }
      this.deletedLast.set(line, deleted)
    }
  }

  private restoreByLine(lines: string[]): void {
    const ids = lines.flatMap((line) => this.deletedLast.get(line) ?? [])
    this.restoreReservations(this.reservationsById([...new Set(ids)]))
  }

  private restoreReservations(selected: Reservation[]): void {
    const deleted = selected.filter(({ deletedAt }) => deletedAt !== null)
    for (const one of deleted) {
      if (!this.open(one)) {
        throw new Refused("not_found")
      }
      this.post({ kind: "restore", entries: taking(one), ...of(one) })
      this.reservations.set(one.id, { ...one, deletedAt: null })
    }
  }

  // ---------------------------------------------------------------- levels

  private adjust(adjustments: Adjustment[]): void {
    const wanted = adjustments.map(({ inventoryItemId, locationId, adjustment }) => ({
      key: { item: inventoryItemId, location: locationId },
      quantity: valid(decimal(adjustment)),
    }))
    this.requireLevels(wanted.map(({ key }) => key))
    for (const { key, quantity } of wanted) {
      this.post({ kind: "adjust", entries: [{ ...key, state: "available", quantity }] })
    }
  }

  private updateLevels(inputs: LevelInput[]): void {
    const updates = inputs.map((input) => ({
      key: keyOf(input),
      stocked: optional(input.stocked_quantity),
      incoming: optional(input.incoming_quantity),
    }))
    this.requireLevels(updates.map(({ key }) => key))
    for (const { key, stocked, incoming } of updates) {
      if (stocked !== undefined) {
        const quantity = stocked - onHand(this.balance(key))
        this.post({ kind: "count", entries: [{ ...key, state: "available", quantity }] })
      }
      if (incoming !== undefined) {
        const quantity = incoming - this.balance(key).incoming
        this.post({ kind: "incoming", entries: [{ ...key, state: "incoming", quantity }] })
      }
    }
  }

  private createLevels(inputs: LevelInput[]): void {
    const wanted = inputs.map((input) => ({
      id: input.id as string,
      key: keyOf(input),
      stocked: notNegative(input.stocked_quantity ?? 0),
      incoming: valid(decimal(input.incoming_quantity ?? 0)),
    }))
    this.requireLiveItems(wanted.map(({ key }) => key.item))
    for (const { id, key, stocked, incoming } of wanted) {
      if (this.open(key)) {
        throw new Refused("invalid_data")
      }
      this.rows.set(id, { ...key, id, closed: null })
      this.touched.set(nameOf(key), key)
      this.post({
        kind: "opening",
        entries: [
          { ...key, state: "available", quantity: stocked },
          { ...key, state: "incoming", quantity: incoming },
        ],
      })
    }
  }

  private deleteLevels(mode: "soft" | "hard", selected: LevelRow[]): void {
    const open = selected.filter(({ closed }) => !closed)
    const busy = open.some((row) => {
      const { committed, incoming } = this.balance(row)
      return committed !== 0n || incoming !== 0n || this.held(row) !== 0n
    })
    if (busy) {
      throw new Refused("not_allowed")
    }
    open.forEach((row) => this.close(row, mode))
  }

  private close(row: LevelRow, mode: "soft" | "hard"): void {
    const { item, location } = row
    const held = this.balance(row)
    this.post({
      kind: "close",
      entries: STATES.map((state) => ({ item, location, state, quantity: -held[state] })),
    })
    if (mode === "hard") {
      this.rows.delete(row.id)
    } else {
      this.rows.set(row.id, { ...row, closed: { at: this.clock, held } })
    }
  }

  private restoreLevels(rows: LevelRow[]): void {
    rows.forEach((row) => this.reopen(row))
  }

  private reopen(row: LevelRow): void {
    if (this.items.get(row.item) !== null || this.open(row)) {
      throw new Refused("not_allowed")
    }
    const { id, item, location } = row
    const { held } = row.closed as { held: Balances }
    this.rows.set(id, { ...row, closed: null })
    this.post({
      kind: "restore",
      entries: STATES.map((state) => ({ item, location, state, quantity: held[state] })),
    })
  }

  // ---------------------------------------------------------------- items

  private softDeleteItems(ids: string[]): void {
    const live = ids.filter((id) => this.items.get(id) === null)
    this.live()
      .filter(({ item }) => live.includes(item))
      .forEach((one) => this.giveBack(one))
    this.openRows()
      .filter(({ item }) => live.includes(item))
      .forEach((row) => this.close(row, "soft"))
    live.forEach((id) => this.items.set(id, this.clock))
  }

  private restoreItems(ids: string[]): void {
    for (const id of new Set(ids)) {
      const at = this.items.get(id) ?? null
      if (at === null) {
        continue
      }
      this.items.set(id, null)
      ;[...this.rows.values()]
        .filter(({ item, closed }) => item === id && closed?.at === at)
        .forEach((row) => this.reopen(row))
      ;[...this.reservations.values()]
        .filter(({ item, deletedAt }) => item === id && deletedAt === at)
        .forEach((one) => {
          this.post({ kind: "restore", entries: taking(one), ...of(one) })
          this.reservations.set(one.id, { ...one, deletedAt: null })
        })
    }
  }

  private deleteItems(ids: string[]): void {
    if (this.live().some(({ item }) => ids.includes(item))) {
      throw new Refused("not_allowed")
    }
    this.openRows()
      .filter(({ item }) => ids.includes(item))
      .forEach((row) => this.close(row, "hard"))
    for (const row of [...this.rows.values()]) {
      if (ids.includes(row.item)) this.rows.delete(row.id)
    }
    for (const one of [...this.reservations.values()]) {
      if (ids.includes(one.item)) this.reservations.delete(one.id)
    }
    ids.forEach((id) => this.items.delete(id))
  }

  // ---------------------------------------------------------------- common

  private post(
    wanted: Partial<Omit<Movement, "key">> & { kind: string; entries: Entry[]; key?: string },
    { always = Boolean(wanted.line) } = {}
  ): Movement | null {
    const sums = new Map<string, Entry>()
    for (const entry of wanted.entries) {
      const name = `${nameOf(entry)} ${entry.state}`
      const quantity = (sums.get(name)?.quantity ?? 0n) + entry.quantity
      const { item, location, state } = entry
      sums.set(name, { item, location, state, quantity })
      this.touched.set(nameOf(entry), { item, location })
    }
    const entries = [...sums.values()].filter(({ quantity }) => quantity !== 0n)
    if (!entries.length && !wanted.key && !always) {
      return null
    }
    for (const entry of entries) {
      const before = this.balance(entry)
      this.balances.set(nameOf(entry), {
        ...before,
        [entry.state]: before[entry.state] + entry.quantity,
      })
    }
    const movement: Movement = {
      kind: wanted.kind,
      entries,
      line: wanted.line ?? null,
      reservation: wanted.reservation ?? null,
      reverses: wanted.reverses ?? null,
      key: wanted.key ?? null,
    }
    if (movement.line) this.deletedLast.set(movement.line, null)
    this.movements.push(movement)
    this.posted.push(movement)
    return movement
  }

  private requireLevels(keys: Key[]): void {
    keys.forEach((key) => this.touched.set(nameOf(key), key))
    if (keys.some((key) => !this.open(key))) {
      throw new Refused("not_found")
    }
  }

  private requireLiveItems(ids: string[]): void {
    if (ids.some((id) => this.items.get(id) !== null)) {
      throw new Refused("not_found")
    }
  }

  private snapshot(keys: Key[]): [Key, Balances][] {
    return keys.map((key) => [key, this.balance(key)])
  }

  private reservationsById(ids: unknown): Reservation[] {
    return [ids].flat().flatMap((id) => this.reservations.get(id as string) ?? [])
  }

  private rowsById(ids: unknown): LevelRow[] {
    return [ids].flat().flatMap((id) => this.rows.get(id as string) ?? [])
  }
}

/** available + committed + reserved + damaged + safety + quality_control */
export function onHand(balances: Balances): Decimal {
  const { incoming: _, fulfilled: __, ...shelf } = balances
  return Object.values(shelf).reduce((sum, quantity) => sum + quantity, 0n)
}

function keyOf(input: { inventory_item_id?: string; location_id?: string }): Key {
  return { item: input.inventory_item_id as string, location: input.location_id as string }
}

function taking({ item, location, line, quantity }: Reservation): Entry[] {
  return [
    { item, location, state: "available", quantity: -quantity },
    { item, location, state: line ? "committed" : "reserved", quantity },
  ]
}

function of({ id, line }: Reservation) {
  return { reservation: id, line }
}

function negated(entry: Entry): Entry {
  return { ...entry, quantity: -entry.quantity }
}

function valid(quantity: Decimal | null): Decimal {
  if (quantity === null) {
    throw new Refused("invalid_data")
  }
  return quantity
}

function notNegative(value: unknown): Decimal {
  const quantity = valid(decimal(value))
  if (quantity < 0n) {
    throw new Refused("invalid_data")
  }
  return quantity
}

function optional(value: unknown): Decimal | undefined {
  return value === undefined ? undefined : valid(decimal(value))
}
