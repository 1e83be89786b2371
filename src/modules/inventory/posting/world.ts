import {
  type Balances,
  emptyLevel,
  largestChange,
  type Level,
  type LevelKey,
  levelName,
  overdrawn,
} from "../../../core/level"
import type { Touch } from "../../../core/grants"
import { consolidate, type MovementProposal } from "../../../core/movement"
import { isBelowZero, type Quantity, total, ZERO } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { State } from "../../../core/state"
import { type Entered, inBaseUnits, type Units } from "../../../core/units"
import { stateOf } from "../../../core/reservation"
import type { Hold } from "../../../core/hold"
import { newId } from "../ids"
import type { Reservation } from "../types"
import type { Who } from "../request-context"
import {
  type AllocationEntry,
  type HoldFate,
  type LoadedHold,
  type MovementReference,
  OrderBook,
  type OrderChanges,
} from "./order-book"

/** A movement that a call has made, with the balances it found and left. */
export interface PostedMovement {
  id: string
  proposal: MovementProposal
  who: Who
  belowZero: boolean
  rows: PostedRow[]
}

export interface PostedRow extends LevelKey {
  movementId: string
  levelId: string
  state: State
  quantity: Quantity
  before: Quantity
  after: Quantity
  sequence: number
}

/** What one call has made: its movements, and the levels that it opened or closed. */
export interface Made<T> {
  result: T
  movements: PostedMovement[]
  /** Ids of `inventory_level` rows. */
  opened: string[]
  closed: string[]
}

/** A level of which a movement has written some entries. */
type ChangingLevel = Omit<Level, "balances" | "sequence"> & {
  balances: Record<State, Quantity>
  sequence: number
}

/**
 * `closed` soft-deletes Medusa's row, `deleted` removes it; an `adopted` one is written only where it
 * is not already right.
 */
export type LevelFate = "kept" | "adopted" | "opened" | "closed" | "deleted" | "restored"

export interface LevelWrite {
  level: Level
  /** The `inventory_level` row, which a closed level no longer names. */
  rowId: string
  /** Ledger rows the level had when it was locked; null when it has never been in the ledger. */
  sequenceBefore: number | null
  fate: LevelFate
  /** To be merged into the row's metadata; undefined leaves them as they are. */
  metadata?: Record<string, unknown> | null
  /** Whether it may have become low, or may be so no longer. */
  mayTurn: boolean
}

/** `deleted` removes the row; deleting softly and restoring are updates of `deletedAt`. */
export type ReservationFate = "created" | "updated" | "deleted"

export interface ReservationWrite {
  reservation: Reservation
  fate: ReservationFate
}

/** What the decisions have changed, and is still to be written. */
export interface Changes {
  levels: LevelWrite[]
  reservations: ReservationWrite[]
  movements: PostedMovement[]
  orders: OrderChanges
  /** Item ids to delete for good once everything else is written; their rows go with them. */
  itemDeletes: string[]
}

/** What was locked for a batch of calls, as the database had it. */
export interface Loaded {
  /** Of the items that the calls are about: those that there are. */
  items: Set<string>
  levels: Level[]
  /** Of the items that have any. */
  units: Map<string, Units>
  reservations: Reservation[]
  holds: LoadedHold[]
  /** Movements that already carry an idempotency key that a call brings. */
  keyed: Map<string, { movementId: string; requestHash: string | null }>
}

/**
 * The stock that one transaction has locked, in memory. Decisions read it and change it; when all
 * have been taken, the poster writes the difference. A call that is refused is rolled back to
 * where it began, so that the calls that share its transaction see nothing of it.
 */
export class World {
  private movements: PostedMovement[] = []
  private levelWrites = new Map<string, LevelWrite>()
  private reservationWrites = new Map<string, ReservationWrite>()
  private readonly itemDeletes = new Set<string>()
  private readonly orders: OrderBook

  private readonly levels = new Map<string, Level>()
  private readonly known = new Set<string>()
  private readonly reservations = new Map<string, Reservation>()
  private readonly items: Loaded["items"]
  private readonly keyed: Loaded["keyed"]
  private readonly units: Loaded["units"]
  /** What the present call has changed, as it was before. */
  private levelsBefore = new Map<string, { level?: Level; write?: LevelWrite }>()
  private reservationsBefore = new Map<
    string,
    { reservation?: Reservation; write?: ReservationWrite }
  >()
  private keysAdded: string[] = []

  constructor(loaded: Loaded) {
    for (const level of loaded.levels) {
      this.levels.set(levelName(level), level)
      this.known.add(levelName(level))
    }
    for (const reservation of loaded.reservations) {
      this.reservations.set(reservation.id, reservation)
    }
    this.orders = new OrderBook(loaded.holds)
    this.items = loaded.items
    this.units = loaded.units
    this.keyed = new Map(loaded.keyed)
  }

  /**
   * Runs one call's decision, and gives what it has made; when it throws, everything it did here is
   * taken back.
   */
  decide<T>(decision: (world: World) => T): Made<T> {
    const first = this.movements.length
    this.levelsBefore = new Map()
    this.reservationsBefore = new Map()
    this.keysAdded = []
    this.orders.begin()
    try {
      const result = decision(this)
      this.refuseOverdrawn()
      return { result, movements: this.movements.slice(first), ...this.openedAndClosed() }
    } catch (error) {
      this.movements.length = first
      this.takeBack()
      throw error
    }
  }

  /** Every level that the present call has changed, or a reservation's, with by how much. */
  touched(): Touch[] {
    const changed = [...this.levelsBefore].flatMap(([name, { level: before }]) => {
      const after = this.levels.get(name) ?? before
      return after ? [{ before: before ?? emptyLevel(after), after }] : []
    })
    const reservations = [...this.reservationsBefore].flatMap(([id, { reservation }]) => [
      ...(reservation ? [reservation] : []),
      ...[this.reservations.get(id)].filter((after) => after !== undefined),
    ])
    return [
      ...changed.map(({ before, after: { itemId, locationId, balances } }) => ({
        itemId,
        locationId,
        quantity: largestChange(before.balances, balances),
      })),
      ...reservations.map(({ itemId, locationId }) => ({ itemId, locationId, quantity: ZERO })),
    ]
  }

  /** How many rows of the ledger are still to be written. */
  pendingRows(): number {
    return this.movements.reduce((sum, { rows }) => sum + rows.length, 0)
  }

  /**
   * Hands over what is to be written. What is decided afterwards builds on it as written.
   *
   * @param levelsFollow - keeps the levels for the next time, with what will be decided until then
   */
  takeChanges({ levelsFollow = false } = {}): Changes {
    const changes = {
      levels: levelsFollow ? [] : [...this.levelWrites.values()],
      reservations: [...this.reservationWrites.values()],
      movements: this.movements,
      orders: this.orders.takeChanges(),
      itemDeletes: [...this.itemDeletes],
    }
    if (!levelsFollow) {
      this.levelWrites.forEach((_, name) => this.known.add(name))
      this.levelWrites = new Map()
    }
    this.reservationWrites = new Map()
    this.movements = []
    this.itemDeletes.clear()
    return changes
  }

  /** The open level, or undefined when the item is not stocked there. */
  openLevel(key: LevelKey): Level | undefined {
    const level = this.levels.get(levelName(key))
    return level?.levelId ? level : undefined
  }

  /** The level whether it is open, closed or has never been: then an empty one. */
  anyLevel(key: LevelKey): Level {
    return this.levels.get(levelName(key)) ?? emptyLevel(key)
  }

  requireLevel(key: LevelKey): Level {
    const level = this.openLevel(key)
    if (!level) {
      throw Refusal.notFound(`Item ${key.itemId} is not stocked at location ${key.locationId}`, {
        inventory_item_id: key.itemId,
        location_id: key.locationId,
      })
    }
    return level
  }

  hasItem(id: string): boolean {
    return this.items.has(id)
  }

  /**
   * A quantity as somebody asks for it, in base units. What is worked out from other stock, or only puts
   * back, need not come this way, and is never refused for its steps.
   *
   * @throws Refusal `invalid_data` naming the field, the item and the unit
   */
  inBaseUnits(quantity: Quantity, entered: Entered): Quantity {
    return inBaseUnits(quantity, entered, this.unitsOf(entered.itemId))
  }

  /** The units of an item; null where it has none. */
  unitsOf(itemId: string): Units | null {
    return this.units.get(itemId) ?? null
  }

  /** Refuses to open levels of items that are not there, or are deleted; Medusa's own words. */
  requireItems(keys: LevelKey[]): void {
    const missing = keys.find(({ itemId }) => !this.hasItem(itemId))
    if (missing) {
      throw Refusal.notFound(
        `You tried to set relationship inventory_item_id: ${missing.itemId}, but such entity does not exist`,
        { inventory_item_id: missing.itemId }
      )
    }
  }

  requireLevels(keys: LevelKey[]): void {
    const missing = keys.filter((key) => !this.openLevel(key))
    if (missing.length) {
      const sentences = missing.map(
        (key) => `Item ${key.itemId} is not stocked at location ${key.locationId}`
      )
      throw Refusal.notFound([...new Set(sentences)].join(", "), {
        missing: missing.map((key) => ({
          inventory_item_id: key.itemId,
          location_id: key.locationId,
        })),
      })
    }
  }

  /** All open levels that were locked. */
  openLevels(): Level[] {
    return [...this.levels.values()].filter((level) => level.levelId)
  }

  /** A level as it was when the present call began. */
  levelBefore(key: LevelKey): Level {
    const name = levelName(key)
    const touched = this.levelsBefore.get(name)
    return (touched ? touched.level : this.levels.get(name)) ?? emptyLevel(key)
  }

  reservation(id: string): Reservation | undefined {
    return this.reservations.get(id)
  }

  allReservations(): Reservation[] {
    return [...this.reservations.values()]
  }

  /** The movement that an idempotency key already stands for. */
  keyedMovement(key: string): { movementId: string; requestHash: string | null } | undefined {
    return this.keyed.get(key)
  }

  /**
   * Posts a movement: changes the levels and adds the ledger rows. Says nothing against a movement
   * that changes nothing, unless it must be kept for its idempotency key or as a mark: then it is
   * kept without rows.
   */
  move(
    who: Who,
    proposal: MovementProposal,
    options: { keepEmpty?: boolean } = {}
  ): PostedMovement | null {
    const entries = consolidate(proposal.entries)
    if (!entries.length && !proposal.idempotencyKey && !options.keepEmpty) {
      return null
    }
    const movement: PostedMovement = {
      id: newId("imov"),
      proposal,
      who,
      belowZero: false,
      rows: [],
    }
    let level: ChangingLevel | undefined
    for (const { itemId, locationId, state, quantity } of entries) {
      if (level?.itemId !== itemId || level.locationId !== locationId) {
        if (level) {
          this.putLevel(level)
        }
        const found = this.requireLevel({ itemId, locationId })
        level = { ...found, balances: { ...found.balances } }
      }
      const before = level.balances[state]
      const after = before.plus(quantity)
      const sequence = level.sequence + 1
      movement.rows.push({
        movementId: movement.id,
        itemId,
        locationId,
        levelId: level.levelId as string,
        state,
        quantity,
        before,
        after,
        sequence,
      })
      movement.belowZero ||= state === "available" && quantity.isNegative() && isBelowZero(after)
      level.balances[state] = after
      level.sequence = sequence
    }
    if (level) {
      this.putLevel(level)
    }
    this.movements.push(movement)
    const { idempotencyKey, requestHash } = proposal
    if (idempotencyKey) {
      this.keyed.set(idempotencyKey, { movementId: movement.id, requestHash: requestHash ?? null })
      this.keysAdded.push(idempotencyKey)
    }
    return movement
  }

  /** Opens a level (new, or one that was closed) with nothing in it. */
  open(
    key: LevelKey,
    levelId: string,
    fate: "opened" | "restored",
    metadata?: Record<string, unknown> | null
  ): Level {
    const level = { ...(this.levels.get(levelName(key)) ?? emptyLevel(key)), levelId }
    this.putLevel(level, fate, metadata)
    return level
  }

  /** Takes a level into the ledger that Medusa has already, or sets straight what reservations hold of it. */
  adopt(
    key: LevelKey,
    levelId: string,
    reservedByReservations: Quantity,
    heldForOrders = this.anyLevel(key).heldForOrders
  ): void {
    this.putLevel(
      { ...this.anyLevel(key), levelId, reservedByReservations, heldForOrders },
      "adopted"
    )
  }

  /** Sets a level back to what its ledger rows add up to. */
  rebuild(key: LevelKey, levelId: string, balances: Balances, sequence: number): Level {
    const level = { ...this.anyLevel(key), levelId, balances, sequence }
    this.putLevel(level)
    return level
  }

  /** Closes an open level; whoever calls has moved everything out of it. */
  close(key: LevelKey, fate: "closed" | "deleted"): void {
    this.putLevel({ ...this.requireLevel(key), levelId: null }, fate)
  }

  /** Merges metadata into a level's row. */
  annotate(key: LevelKey, metadata: Record<string, unknown> | null): void {
    this.putLevel(this.requireLevel(key), "kept", metadata)
  }

  putReservation(reservation: Reservation, fate: ReservationFate): void {
    const { id } = reservation
    const before = this.reservations.get(id)
    const writeBefore = this.reservationWrites.get(id)
    if (!this.reservationsBefore.has(id)) {
      this.reservationsBefore.set(id, { reservation: before, write: writeBefore })
    }
    this.holdReservation(before, -1)
    if (fate === "deleted") {
      this.reservations.delete(id)
    } else {
      this.reservations.set(id, reservation)
      this.holdReservation(reservation, 1)
    }
    const created = writeBefore?.fate === "created"
    if (created && fate === "deleted") {
      this.reservationWrites.delete(id)
    } else {
      this.reservationWrites.set(id, { reservation, fate: created ? "created" : fate })
    }
  }

  /** A line's live holds of an item. */
  holdsOf(lineItemId: string, itemId: string): Hold[] {
    return this.orders.holdsOf(lineItemId, itemId)
  }

  /** The live holds at a level, of the order lines whose reservations were locked. */
  holdsAt(key: LevelKey): Hold[] {
    return this.orders.holdsAt(key)
  }

  /** The holds that were let go when a reservation was deleted. */
  holdsReleasedWith(reservationId: string): Hold[] {
    return this.orders.releasedWith(reservationId)
  }

  /**
   * Places, changes, lets go or restores a hold. Whoever calls has moved the units.
   *
   * @param releasedWith - the reservation with which it goes, and would come back
   */
  putHold(hold: Hold, fate: HoldFate, releasedWith: string | null = null): void {
    const before = total(
      this.orders
        .holdsOf(hold.lineItemId, hold.itemId)
        .filter(({ id }) => id === hold.id)
        .map(({ quantity }) => quantity)
    )
    const after = fate === "released" ? ZERO : hold.quantity
    this.orders.put(hold, fate, releasedWith)
    const level = this.requireLevel(hold)
    this.putLevel({ ...level, heldForOrders: level.heldForOrders.plus(after).minus(before) })
  }

  /** Keeps a decision with the movements that it led to. */
  record(allocation: AllocationEntry): void {
    this.orders.record(allocation)
  }

  /** Ties a movement to what it turned out to be of. */
  refer(reference: MovementReference): void {
    this.orders.refer(reference)
  }

  /** Only calls that have a transaction to themselves delete items, so this is never taken back. */
  deleteItem(id: string): void {
    this.itemDeletes.add(id)
  }

  /** Keeps count of what reservations without a line item hold of `reserved`. */
  private holdReservation(reservation: Reservation | undefined, sign: 1 | -1): void {
    if (!reservation || reservation.deletedAt || stateOf(reservation) !== "reserved") {
      return
    }
    const level = this.openLevel(reservation)
    if (level) {
      this.putLevel({
        ...level,
        reservedByReservations: level.reservedByReservations.plus(
          reservation.quantity.multipliedBy(sign)
        ),
      })
    }
  }

  private putLevel(
    level: Level,
    fate: LevelFate = "kept",
    metadata?: Record<string, unknown> | null
  ): void {
    const name = levelName(level)
    const before = this.levels.get(name)
    const writeBefore = this.levelWrites.get(name)
    if (!this.levelsBefore.has(name)) {
      this.levelsBefore.set(name, { level: before, write: writeBefore })
    }
    this.levels.set(name, level)
    this.levelWrites.set(name, {
      level,
      rowId: (level.levelId ?? before?.levelId) as string,
      sequenceBefore: writeBefore
        ? writeBefore.sequenceBefore
        : this.known.has(name)
          ? (before as Level).sequence
          : null,
      fate: (fate === "kept" || fate === "adopted") && writeBefore ? writeBefore.fate : fate,
      metadata: metadata !== undefined ? metadata : writeBefore?.metadata,
      mayTurn: writeBefore?.mayTurn || mayTurn(before ?? emptyLevel(level), level),
    })
  }

  /** New levels only: what is restored, or taken over as Medusa has it, was there before. */
  private openedAndClosed(): { opened: string[]; closed: string[] } {
    const touched = [...this.levelsBefore].map(([name, { level: before }]) => ({
      before: before?.levelId ?? null,
      after: this.levels.get(name)?.levelId ?? null,
      fate: this.levelWrites.get(name)?.fate,
    }))
    return {
      opened: touched.flatMap(({ before, after, fate }) =>
        !before && after && fate === "opened" ? after : []
      ),
      closed: touched.flatMap(({ before, after }) => (before && !after ? before : [])),
    }
  }

  private takeBack(): void {
    for (const [name, { level, write }] of this.levelsBefore) {
      restoreEntry(this.levels, name, level)
      restoreEntry(this.levelWrites, name, write)
    }
    for (const [id, { reservation, write }] of this.reservationsBefore) {
      restoreEntry(this.reservations, id, reservation)
      restoreEntry(this.reservationWrites, id, write)
    }
    this.keysAdded.forEach((key) => this.keyed.delete(key))
    this.orders.takeBack()
  }

  /** The last word on every call: whoever asks, no state but `available` and `incoming` goes below zero. */
  private refuseOverdrawn(): void {
    for (const [name, touched] of this.levelsBefore) {
      const level = this.levels.get(name) as Level
      const before = touched.level ?? emptyLevel(level)
      const states = overdrawn(level).filter((state) =>
        level.balances[state].isLessThan(before.balances[state])
      )
      if (states.length) {
        throw Refusal.notAllowed(
          `Item ${level.itemId} at location ${level.locationId}: ${states
            .map(
              (state) =>
                `${state} would be ${level.balances[state].toFixed()} (is ${before.balances[state].toFixed()}${state === "reserved" ? `, reservations hold ${level.reservedByReservations.toFixed()}, orders ${level.heldForOrders.toFixed()}` : ""})`
            )
            .join(", ")}`,
          { inventory_item_id: level.itemId, location_id: level.locationId, states }
        )
      }
    }
  }
}

/** What low stock is judged by: what is available, and whether there is a level that has ever held anything. */
function mayTurn(before: Level, after: Level): boolean {
  return (
    before.levelId !== after.levelId ||
    !before.sequence ||
    !before.balances.available.isEqualTo(after.balances.available)
  )
}

function restoreEntry<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) {
    map.delete(key)
  } else {
    map.set(key, value)
  }
}
