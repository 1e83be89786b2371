import { medusaColumns, type Level, type LevelKey } from "../../../core/level"
import { REFERENCE_FIELDS } from "../../../core/movement"
import { exact } from "../../../core/quantity"
import { newId } from "../ids"
import type { Reservation } from "../types"
import type { Run } from "./connection"
import {
  DELETE_ITEMS,
  FIND_KEYED,
  FIND_LEVELS,
  KEEP_ITEMS,
  LOCK_ITEMS,
  LOCK_LEVELS,
  LOCK_RESERVATIONS,
  OPEN,
  WRITE,
} from "./sql"
import type { LevelWrite, Loaded, PostedMovement, ReservationWrite, World } from "./world"

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
}

/** The levels changed between lock and write, which locking should make impossible. */
export class LevelMoved extends Error {
  constructor() {
    super("A level was changed by another transaction between being locked and being written")
    this.name = "LevelMoved"
  }
}

type LevelRow = {
  inventory_item_id: string
  location_id: string
  level_id: string | null
  sequence: string
  reserved_by_reservations: string
  active: boolean
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
}

/** Locks what the calls need, items first, then reservations, then levels, each in sorted order. */
export async function lock(run: Run, needs: Needs[]): Promise<Loaded> {
  const all = (pick: (need: Needs) => string[] | undefined) => [
    ...new Set(needs.flatMap((need) => pick(need) ?? [])),
  ]
  const items: { id: string }[] = []
  const itemsToChange = all((need) => need.itemsToChange)
  if (itemsToChange.length) {
    items.push(...(await run<{ id: string }>(LOCK_ITEMS, [itemsToChange])))
  }
  const itemsToStock = all((need) => need.itemsToStock)
  if (itemsToStock.length) {
    items.push(...(await run<{ id: string }>(KEEP_ITEMS, [itemsToStock])))
  }

  const reservationKeys = [
    all((need) => need.reservationIds),
    all((need) => need.reservationsOfLineItems),
    all((need) => need.reservationsOfLocations),
    all((need) => need.reservationsOfItems),
    all((need) => need.deletedReservationsOfLineItems),
    all((need) => need.deletedReservationsOfItems),
  ]
  let reservations = reservationKeys.some((keys) => keys.length)
    ? (await run<ReservationRow>(LOCK_RESERVATIONS, reservationKeys)).map(toReservation)
    : []

  const levelKeys = [
    all((need) => need.levelIds),
    all((need) => need.levelsOfItems),
    all((need) => need.levelsOfLocations),
  ]
  const found = levelKeys.some((keys) => keys.length)
    ? await run<LevelRow>(FIND_LEVELS, levelKeys)
    : []
  const keys = new Map<string, LevelKey>()
  const want = (itemId: string, locationId: string) =>
    keys.set(`${itemId}\u0000${locationId}`, { itemId, locationId })
  needs.forEach((need) => need.levels?.forEach((key) => want(key.itemId, key.locationId)))
  reservations.forEach((reservation) => want(reservation.itemId, reservation.locationId))
  const byId = new Map(reservations.map((reservation) => [reservation.id, reservation]))
  needs.forEach((need) => need.levelsFor?.(byId).forEach((key) => want(key.itemId, key.locationId)))
  found.forEach((row) => want(row.inventory_item_id, row.location_id))
  const wanted = [...keys.values()]
  const levels = wanted.length
    ? await run<LevelRow>(LOCK_LEVELS, [
        wanted.map((key) => key.itemId),
        wanted.map((key) => key.locationId),
      ])
    : []

  if (itemsToChange.length) {
    // Made while the levels were waited for; from now on nobody can make more.
    reservations = (await run<ReservationRow>(LOCK_RESERVATIONS, reservationKeys)).map(
      toReservation
    )
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
    reservations,
    keyed: new Map(
      keyed.map((row) => [
        row.idempotency_key,
        { movementId: row.id, requestHash: row.request_hash },
      ])
    ),
  }
}

/** Writes everything that the decisions changed in one statement. */
export async function write(run: Run, world: World): Promise<Written> {
  const levels = [...world.levelWrites.values()].filter(
    (write) => !(write.fate === "closed" && write.sequenceBefore === null)
  )
  const reservations = [...world.reservationWrites.values()]
  const { movements } = world
  if (!levels.length && !reservations.length && !movements.length && !world.itemDeletes.size) {
    return { now: new Date(), rows: new Map() }
  }
  const [row] = await run<{
    now: Date
    levels: string
    rows: Record<string, { created_at: string; metadata: Record<string, unknown> | null }> | null
  }>(WRITE, [
    JSON.stringify(levels.map(levelJson)),
    JSON.stringify(reservations.map(reservationJson)),
    JSON.stringify(movements.map(movementJson)),
    JSON.stringify(movements.flatMap(transactionsJson)),
  ])
  if (Number(row.levels) !== levels.length) {
    throw new LevelMoved()
  }
  if (world.itemDeletes.size) {
    await run(DELETE_ITEMS, [[...world.itemDeletes]])
  }
  return {
    now: row.now,
    rows: new Map(
      Object.entries(row.rows ?? {}).map(([id, level]) => [
        id,
        { createdAt: new Date(level.created_at), metadata: level.metadata },
      ])
    ),
  }
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
  return opened
}

function toLevel(row: LevelRow): Level {
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

function levelJson({ level, rowId, sequenceBefore, fate, metadata }: LevelWrite) {
  const { balances } = level
  const columns = medusaColumns(balances)
  return {
    i: level.itemId,
    l: level.locationId,
    row_id: rowId,
    level_id: level.levelId,
    fate,
    sb: sequenceBefore,
    sq: level.sequence,
    a: balances.available.toFixed(),
    c: balances.committed.toFixed(),
    r: balances.reserved.toFixed(),
    d: balances.damaged.toFixed(),
    s: balances.safety.toFixed(),
    q: balances.quality_control.toFixed(),
    n: balances.incoming.toFixed(),
    f: balances.fulfilled.toFixed(),
    rr: level.reservedByReservations.toFixed(),
    stocked: columns.stocked.toFixed(),
    taken: columns.reserved.toFixed(),
    metadata_set: metadata !== undefined,
    metadata,
  }
}

function reservationJson({ reservation, fate }: ReservationWrite) {
  return {
    id: reservation.id,
    i: reservation.itemId,
    l: reservation.locationId,
    li: reservation.lineItemId,
    q: reservation.quantity.toFixed(),
    b: reservation.allowBackorder,
    x: reservation.externalId,
    d: reservation.description,
    c: reservation.createdBy,
    m: reservation.metadata,
    gone: reservation.deletedAt !== null,
    fate,
  }
}

function movementJson({ id, proposal, who, belowZero }: PostedMovement) {
  // What is undefined is left out of the JSON, and null in the row.
  const row: Record<string, unknown> = {
    id,
    kind: proposal.kind,
    reason: proposal.reason ?? undefined,
    note: proposal.note ?? undefined,
    actor_type: who.actor.type,
    actor_id: who.actor.id ?? undefined,
    source: who.source ?? undefined,
    correlation_id: who.correlationId ?? undefined,
    idempotency_key: proposal.idempotencyKey ?? undefined,
    request_hash: proposal.requestHash ?? undefined,
    reverses_id: proposal.reversesId ?? undefined,
    below_zero: belowZero,
  }
  for (const field of REFERENCE_FIELDS) {
    row[field] = proposal.references?.[field] ?? who.references[field] ?? undefined
  }
  return row
}

function transactionsJson({ id, rows }: PostedMovement) {
  return rows.map((row) => ({
    m: id,
    i: row.itemId,
    l: row.locationId,
    st: row.state,
    q: row.quantity.toFixed(),
    b: row.before.toFixed(),
    a: row.after.toFixed(),
    sq: row.sequence,
  }))
}
