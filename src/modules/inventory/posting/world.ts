import {
  type Balances,
  emptyLevel,
  type Level,
  type LevelKey,
  levelName,
  overdrawn,
} from "../../../core/level"
import { consolidate, type MovementProposal } from "../../../core/movement"
import type { Quantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { State } from "../../../core/state"
import { stateOf } from "../../../core/reservation"
import { newId } from "../ids"
import type { Reservation } from "../types"
import type { Who } from "../request-context"

/** A movement that a call has made, with the balances it found and left. */
export interface PostedMovement {
  id: string
  proposal: MovementProposal
  who: Who
  belowZero: boolean
  rows: PostedRow[]
}

export interface PostedRow extends LevelKey {
  levelId: string
  state: State
  quantity: Quantity
  before: Quantity
  after: Quantity
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
}

/** `deleted` removes the row; deleting softly and restoring are updates of `deletedAt`. */
export type ReservationFate = "created" | "updated" | "deleted"

export interface ReservationWrite {
  reservation: Reservation
  fate: ReservationFate
}

/** What was locked for a batch of calls, as the database had it. */
export interface Loaded {
  /** Of the items that the calls are about: those that there are. */
  items: Set<string>
  levels: Level[]
  reservations: Reservation[]
  /** Movements that already carry an idempotency key that a call brings. */
  keyed: Map<string, { movementId: string; requestHash: string | null }>
}

/**
 * The stock that one transaction has locked, in memory. Decisions read it and change it; when all
 * have been taken, the poster writes the difference. A call that is refused is rolled back to
 * where it began, so that the calls that share its transaction see nothing of it.
 */
export class World {
  readonly movements: PostedMovement[] = []
  readonly levelWrites = new Map<string, LevelWrite>()
  readonly reservationWrites = new Map<string, ReservationWrite>()
  /** Item ids to delete for good once everything else is written; their rows go with them. */
  readonly itemDeletes = new Set<string>()

  private readonly levels = new Map<string, Level>()
  private readonly known = new Set<string>()
  private readonly reservations = new Map<string, Reservation>()
  private readonly items: Loaded["items"]
  private readonly keyed: Loaded["keyed"]
  private undoLog: (() => void)[] = []
  private touched = new Map<string, Level>()

  constructor(loaded: Loaded) {
    for (const level of loaded.levels) {
      this.levels.set(levelName(level), level)
      this.known.add(levelName(level))
    }
    for (const reservation of loaded.reservations) {
      this.reservations.set(reservation.id, reservation)
    }
    this.items = loaded.items
    this.keyed = new Map(loaded.keyed)
  }

  /** Runs one call's decision; when it throws, everything it did here is taken back. */
  decide<T>(decision: (world: World) => T): T {
    this.undoLog = []
    this.touched = new Map()
    try {
      const result = decision(this)
      this.refuseOverdrawn()
      return result
    } catch (error) {
      for (const undo of this.undoLog.reverse()) {
        undo()
      }
      throw error
    } finally {
      this.undoLog = []
    }
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
    return this.touched.get(name) ?? this.levels.get(name) ?? emptyLevel(key)
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
    for (const { itemId, locationId, state, quantity } of entries) {
      const level = this.requireLevel({ itemId, locationId })
      const before = level.balances[state]
      const after = before.plus(quantity)
      movement.rows.push({
        itemId,
        locationId,
        levelId: level.levelId as string,
        state,
        quantity,
        before,
        after,
        sequence: level.sequence + 1,
      })
      movement.belowZero ||= state === "available" && quantity.isNegative() && after.isLessThan(0)
      this.putLevel({
        ...level,
        balances: { ...level.balances, [state]: after },
        sequence: level.sequence + 1,
      })
    }
    this.movements.push(movement)
    this.undoLog.push(() => this.movements.pop())
    const { idempotencyKey, requestHash } = proposal
    if (idempotencyKey) {
      this.keyed.set(idempotencyKey, { movementId: movement.id, requestHash: requestHash ?? null })
      this.undoLog.push(() => this.keyed.delete(idempotencyKey))
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
  adopt(key: LevelKey, levelId: string, reservedByReservations: Quantity): void {
    const level = this.levels.get(levelName(key)) ?? emptyLevel(key)
    this.putLevel({ ...level, levelId, reservedByReservations }, "adopted")
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
    this.undoLog.push(() => {
      restoreEntry(this.reservations, id, before)
      restoreEntry(this.reservationWrites, id, writeBefore)
    })
  }

  deleteItem(id: string): void {
    this.itemDeletes.add(id)
    this.undoLog.push(() => this.itemDeletes.delete(id))
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
    if (!this.touched.has(name)) {
      this.touched.set(name, before ?? emptyLevel(level))
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
    })
    this.undoLog.push(() => {
      restoreEntry(this.levels, name, before)
      restoreEntry(this.levelWrites, name, writeBefore)
    })
  }

  /** The last word on every call: whoever asks, no state but `available` and `incoming` goes below zero. */
  private refuseOverdrawn(): void {
    for (const [name, before] of this.touched) {
      const level = this.levels.get(name) as Level
      const states = overdrawn(level).filter((state) =>
        level.balances[state].isLessThan(before.balances[state])
      )
      if (states.length) {
        throw Refusal.notAllowed(
          `Item ${level.itemId} at location ${level.locationId}: ${states
            .map(
              (state) =>
                `${state} would be ${level.balances[state].toFixed()} (is ${before.balances[state].toFixed()}${state === "reserved" ? `, reservations hold ${level.reservedByReservations.toFixed()}` : ""})`
            )
            .join(", ")}`,
          { inventory_item_id: level.itemId, location_id: level.locationId, states }
        )
      }
    }
  }
}

function restoreEntry<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) {
    map.delete(key)
  } else {
    map.set(key, value)
  }
}
