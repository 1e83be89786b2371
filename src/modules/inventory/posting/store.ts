import { type Level, type LevelKey, levelName } from "../../../core/level"
import { exact } from "../../../core/quantity"
import { fromRecords, type UnitRecord, type Units } from "../../../core/units"
import { newId } from "../ids"
import type { LowStockTurns } from "../low-stock/types"
import type { Reservation } from "../types"
import { textArray, toArrays } from "./columns"
import type { Run } from "./connection"
import type { LoadedHold, OrderChanges } from "./order-book"
import {
  ALLOCATION_COLUMNS,
  HOLD_COLUMNS,
  LEVEL_COLUMNS,
  MOVEMENT_COLUMNS,
  REFERENCE_COLUMNS,
  RESERVATION_COLUMNS,
  TRANSACTION_COLUMNS,
} from "./rows"
import {
  DELETE_ITEMS,
  EVALUATE_OPENED,
  FIND_KEYED,
  FIND_LEVELS,
  KEEP_ITEMS,
  LOCK_ITEMS,
  LOCK_LEVELS,
  LOCK_LEVELS_OF_ITEMS,
  LOCK_RESERVATIONS,
  OPEN,
  WRITE,
  WRITE_ORDERS,
} from "./sql"
import type { Changes, Loaded } from "./world"

/** What a call must have locked before it can decide. Everything it names is locked. */
export interface Needs {
  /** Items that are deleted or restored. The world then knows which there are. */
  itemsToChange?: string[]
  /** Items of which levels are opened, and which must live. The world then knows which there are. */
  itemsToStock?: string[]
  levels?: LevelKey[]
  /** Further levels, named once the reservations are known. */
  levelsFor?: (reservations: Map<string, Reservation>) => LevelKey[]
  /** Ids of `inventory_level` rows, live or deleted. */
  levelIds?: string[]
  levelsOfItems?: string[]
  levelsOfLocations?: string[]
  reservationIds?: string[]
  reservationsOfLineItems?: string[]
  reservationsOfLocations?: string[]
  reservationsOfItems?: string[]
  deletedReservationsOfLineItems?: string[]
  deletedReservationsOfItems?: string[]
  idempotencyKeys?: string[]
}

/** What the database said of a write. */
export interface Written {
  now: Date
  /** By `inventory_level.id`: what the rows that were updated carry besides their figures. */
  rows: Map<string, { createdAt: Date; metadata: Record<string, unknown> | null }>
  /** What has run low by it, and what no longer is. */
  lowStock: LowStockTurns | null
}

/** The levels changed between lock and write, which locking should make impossible. */
export class LevelMoved extends Error {
  constructor() {
    super("A level was changed by another transaction between being locked and being written")
    this.name = "LevelMoved"
  }
}

interface ItemRow {
  id: string
  units?: UnitRecord[] | null
}

export type LevelRow = {
  inventory_item_id: string
  location_id: string
  level_id: string | null
  sequence: string
  reserved_by_reservations: string
  held_for_orders: string
  active: boolean
  /** Those of the item. */
  units: UnitRecord[] | null
} & Record<keyof Level["balances"], string>

type ReservationRow = {
  id: string
  inventory_item_id: string
  location_id: string
  line_item_id: string | null
  quantity: string
  allow_backorder: boolean | null
  external_id: string | null
  description: string | null
  created_by: string | null
  metadata: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
  /** The line's live holds of the item, and those that were let go with this reservation. */
  holds:
    | {
        id: string
        order_id: string
        location_id: string
        committed_location_id: string
        quantity: string
        released_with: string | null
      }[]
    | null
}

/** Locks what the calls need, items first, then reservations, then levels, each in sorted order. */
export async function lock(run: Run, needs: Needs[]): Promise<Loaded> {
  const all = (pick: (need: Needs) => string[] | undefined) => [
    ...new Set(needs.flatMap((need) => pick(need) ?? [])),
  ]
  const items: ItemRow[] = []
  const itemsToChange = all((need) => need.itemsToChange)
  if (itemsToChange.length) {
    items.push(...(await run<ItemRow>(LOCK_ITEMS, [itemsToChange])))
  }
  const itemsToStock = all((need) => need.itemsToStock)
  if (itemsToStock.length) {
    items.push(...(await run<ItemRow>(KEEP_ITEMS, [itemsToStock])))
  }

  const reservationKeys = [
    all((need) => need.reservationIds),
    all((need) => need.reservationsOfLineItems),
    all((need) => need.reservationsOfLocations),
    all((need) => need.reservationsOfItems),
    all((need) => need.deletedReservationsOfLineItems),
    all((need) => need.deletedReservationsOfItems),
  ]
  let found = reservationKeys.some((keys) => keys.length)
    ? await run<ReservationRow>(LOCK_RESERVATIONS, reservationKeys)
    : []
  const withHolds = found.flatMap((row) => (row.holds?.length ? (row.line_item_id as string) : []))
  if (withHolds.length) {
    // How much a hold may keep depends on all that its line has committed.
    reservationKeys[1] = [...new Set([...reservationKeys[1], ...withHolds])]
    found = await run<ReservationRow>(LOCK_RESERVATIONS, reservationKeys)
  }

  const levelKeys = [all((need) => need.levelIds), all((need) => need.levelsOfLocations)]
  const levelsFound = levelKeys.some((keys) => keys.length)
    ? await run<LevelRow>(FIND_LEVELS, levelKeys)
    : []
  const keys = new Map<string, LevelKey>()
  const want = (key: LevelKey) => keys.set(levelName(key), key)
  needs.forEach((need) => need.levels?.forEach(want))
  const reservations = found.map(toReservation)
  reservations.forEach(want)
  found.flatMap(holdsOf).forEach(({ hold }) => want(hold))
  const byId = new Map(reservations.map((reservation) => [reservation.id, reservation]))
  needs.forEach((need) => need.levelsFor?.(byId).forEach(want))
  levelsFound.forEach((row) => want({ itemId: row.inventory_item_id, locationId: row.location_id }))
  const levels = await lockLevels(
    run,
    [...keys.values()],
    all((need) => need.levelsOfItems)
  )

  if (itemsToChange.length) {
    // Made while the levels were waited for; from now on nobody can make more.
    found = await run<ReservationRow>(LOCK_RESERVATIONS, reservationKeys)
  }

  const idempotencyKeys = all((need) => need.idempotencyKeys)
  const keyed = idempotencyKeys.length
    ? await run<{ id: string; idempotency_key: string; request_hash: string | null }>(FIND_KEYED, [
        idempotencyKeys,
      ])
    : []
  return {
    items: new Set(items.map(({ id }) => id)),
    levels: levels.map(toLevel),
    units: unitsByItem(items, levels),
    reservations: itemsToChange.length ? found.map(toReservation) : reservations,
    holds: found.flatMap(holdsOf).filter(isFirst),
    keyed: new Map(
      keyed.map((row) => [
        row.idempotency_key,
        { movementId: row.id, requestHash: row.request_hash },
      ])
    ),
  }
}

/** A level has those of its item when it was locked; of an item that is not stocked yet, the item tells. */
function unitsByItem(items: ItemRow[], levels: LevelRow[]): Map<string, Units> {
  const found = new Map<string, Units>()
  const take = (itemId: string, records: UnitRecord[] | null | undefined) => {
    const units = records && fromRecords(records)
    if (units) {
      found.set(itemId, units)
    }
  }
  items.forEach(({ id, units }) => take(id, units))
  levels.forEach(({ inventory_item_id, units }) => take(inventory_item_id, units))
  return found
}

async function lockLevels(run: Run, keys: LevelKey[], itemIds: string[]): Promise<LevelRow[]> {
  const pairs = [
    textArray(keys.map((key) => key.itemId)),
    textArray(keys.map((key) => key.locationId)),
  ]
  if (itemIds.length) {
    return await run<LevelRow>(LOCK_LEVELS_OF_ITEMS, [itemIds, ...pairs])
  }
  return keys.length ? await run<LevelRow>(LOCK_LEVELS, pairs) : []
}

/** Writes everything that the decisions changed: stock in one statement, what is of orders in one more. */
export async function write(
  run: Run,
  changes: Changes,
  { tellRows }: { tellRows: boolean }
): Promise<Written> {
  const levels = changes.levels.filter(
    (one) => !(one.fate === "closed" && one.sequenceBefore === null)
  )
  const { reservations, movements, itemDeletes, orders } = changes
  if (!levels.length && !reservations.length && !movements.length && !itemDeletes.length) {
    await writeOrders(run, orders)
    return { now: new Date(), rows: new Map(), lowStock: null }
  }
  const [row] = await run<{
    now: Date
    levels: string
    rows: Record<string, { created_at: string; metadata: Record<string, unknown> | null }> | null
    low_stock: LowStockTurns | null
  }>(WRITE, [
    ...toArrays(LEVEL_COLUMNS, levels),
    ...toArrays(RESERVATION_COLUMNS, reservations),
    ...toArrays(MOVEMENT_COLUMNS, movements),
    ...toArrays(
      TRANSACTION_COLUMNS,
      movements.flatMap(({ rows }) => rows)
    ),
    tellRows,
    textArray(movements.flatMap(({ id, proposal }) => (proposal.provisional ? id : []))),
  ])
  if (Number(row.levels) !== levels.length) {
    throw new LevelMoved()
  }
  await writeOrders(run, orders)
  if (itemDeletes.length) {
    await run(DELETE_ITEMS, [itemDeletes])
  }
  return {
    now: row.now,
    lowStock: row.low_stock,
    rows: new Map(
      Object.entries(row.rows ?? {}).map(([id, level]) => [
        id,
        { createdAt: new Date(level.created_at), metadata: level.metadata },
      ])
    ),
  }
}

async function writeOrders(
  run: Run,
  { holds, allocations, references }: OrderChanges
): Promise<void> {
  if (!holds.length && !allocations.length && !references.length) {
    return
  }
  const [row] = await run<{ holds: string }>(WRITE_ORDERS, [
    ...toArrays(HOLD_COLUMNS, holds),
    ...toArrays(ALLOCATION_COLUMNS, allocations),
    ...toArrays(REFERENCE_COLUMNS, references),
  ])
  if (Number(row.holds) !== holds.length) {
    throw new LevelMoved()
  }
}

/** A line's holds come with each of its reservations. */
function isFirst({ hold }: LoadedHold, index: number, all: LoadedHold[]): boolean {
  return all.findIndex((one) => one.hold.id === hold.id) === index
}

function holdsOf(row: ReservationRow): LoadedHold[] {
  return (row.holds ?? []).map((hold) => ({
    hold: {
      id: hold.id,
      orderId: hold.order_id,
      lineItemId: row.line_item_id as string,
      itemId: row.inventory_item_id,
      locationId: hold.location_id,
      committedLocationId: hold.committed_location_id,
      quantity: exact(hold.quantity),
    },
    releasedWith: hold.released_with,
  }))
}

/** Where Medusa's reserved counter was not what explains it. */
export interface Finding {
  inventory_item_id: string
  location_id: string
  finding: "unexplained" | "counter_raised"
  difference: string
}

/** What became of levels that were to be opened from Medusa's tables. */
export interface Opened {
  /** How many were; the others are gone, or in the ledger already. */
  opened: number
  findings: Finding[]
}

/** Opens levels that the ledger has never had. */
export async function openLevels(run: Run, levelIds: string[]): Promise<Opened> {
  const [opened] = await run<Opened>(OPEN, [levelIds, levelIds.map(() => newId("imov"))])
  await run(EVALUATE_OPENED, [levelIds])
  return opened
}

export function toLevel(row: LevelRow): Level {
  return {
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    levelId: row.level_id,
    balances: {
      available: exact(row.available),
      committed: exact(row.committed),
      reserved: exact(row.reserved),
      damaged: exact(row.damaged),
      safety: exact(row.safety),
      quality_control: exact(row.quality_control),
      incoming: exact(row.incoming),
      fulfilled: exact(row.fulfilled),
    },
    reservedByReservations: exact(row.reserved_by_reservations),
    heldForOrders: exact(row.held_for_orders),
    sequence: Number(row.sequence),
    active: row.active,
  }
}

function toReservation(row: ReservationRow): Reservation {
  return {
    id: row.id,
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    lineItemId: row.line_item_id,
    quantity: exact(row.quantity),
    allowBackorder: row.allow_backorder ?? false,
    externalId: row.external_id,
    description: row.description,
    createdBy: row.created_by,
    metadata: row.metadata,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }
}
