import type { BigNumberInput, InventoryTypes } from "@medusajs/framework/types"

import { emptyLevel, type Level, type LevelKey, levelName } from "../../../core/level"
import { type Entry, reverse } from "../../../core/movement"
import { exact, parseNonNegative, parseQuantity, type Quantity, ZERO } from "../../../core/quantity"
import { emptying } from "../../../core/reconcile"
import { Refusal } from "../../../core/refusal"
import { type ReservedStock, stateOf, takeEntries } from "../../../core/reservation"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import { type AdjustmentInput, parseAdjustments, requireAdjusted } from "./adjustment"
import { correct, type Correction, loadCorrections } from "./corrections"

type CreateInput = InventoryTypes.CreateInventoryLevelInput & {
  id?: string
  metadata?: Record<string, unknown> | null
}
type UpdateInput = InventoryTypes.UpdateInventoryLevelInput & {
  id?: string
  metadata?: Record<string, unknown> | null
}

/** Medusa's `createInventoryLevels`: opens levels, with what is stocked as `available`. */
export function createLevels(who: Who, inputs: CreateInput[]): StockCall<Level[]> {
  const wanted = inputs.map((input, index) => {
    const at = inputs.length > 1 ? `[${index}].` : ""
    return {
      at,
      id: newId("ilev", input.id),
      key: { itemId: input.inventory_item_id, locationId: input.location_id },
      stocked: parseNonNegative(input.stocked_quantity ?? 0, `${at}stocked_quantity`),
      incoming: parseQuantity(input.incoming_quantity ?? 0, `${at}incoming_quantity`),
      metadata: input.metadata ?? null,
    }
  })
  const itemIds = [...new Set(wanted.map(({ key }) => key.itemId))]
  return {
    wantsLevelRows: true,
    alone: true,
    needs: {
      itemsToStock: itemIds,
      levels: wanted.map(({ key }) => key),
      // Reservations that Medusa's module left behind when it deleted such a level.
      reservationsOfItems: itemIds,
    },
    decide(world) {
      world.requireItems(wanted.map(({ key }) => key))
      wanted.forEach(({ key: { itemId }, at, stocked, incoming }) => {
        world.inBaseUnits(stocked, { itemId, field: `${at}stocked_quantity` })
        world.inBaseUnits(incoming, { itemId, field: `${at}incoming_quantity` })
      })
      for (const { id, key, stocked, incoming, metadata } of wanted) {
        if (world.openLevel(key)) {
          throw new Refusal(
            "invalid_data",
            `Inventory level with inventory_item_id: ${key.itemId}, location_id: ${key.locationId}, already exists.`,
            { inventory_item_id: key.itemId, location_id: key.locationId }
          )
        }
        world.open(key, id, "opened", metadata)
        const left = world
          .allReservations()
          .filter((one) => !one.deletedAt && levelName(one) === levelName(key))
        world.adopt(key, id, heldBy(left))
        world.move(who, {
          kind: "opening",
          entries: [
            { ...key, state: "available", quantity: stocked },
            { ...key, state: "incoming", quantity: incoming },
            ...left.flatMap(takeEntries),
          ],
        })
      }
      return wanted.map(({ key }) => world.requireLevel(key))
    },
  }
}

/** Opens levels where there are none, with nothing in them. */
export function openLevels(keys: LevelKey[]): StockCall<void> {
  return {
    alone: true,
    needs: { itemsToStock: [...new Set(keys.map(({ itemId }) => itemId))], levels: keys },
    decide(world) {
      world.requireItems(keys)
      keys
        .filter((key) => !world.openLevel(key))
        .forEach((key) => world.open(key, newId("ilev"), "opened"))
    },
  }
}

/** Medusa's `updateInventoryLevels`: a stocked quantity is Set On Hand, an incoming one a correction. */
export function updateLevels(who: Who, inputs: UpdateInput[]): StockCall<Level[], Correction[]> {
  const updates = inputs.map((input, index) => {
    const at = inputs.length > 1 ? `[${index}].` : ""
    return {
      at,
      key: { itemId: input.inventory_item_id, locationId: input.location_id },
      stocked: optional(input.stocked_quantity, `${at}stocked_quantity`),
      incoming: optional(input.incoming_quantity, `${at}incoming_quantity`),
      metadata: input.metadata,
    }
  })
  const keys = updates.map(({ key }) => key)
  return {
    wantsLevelRows: true,
    needs: { levels: keys },
    load: who.correlationId ? (run) => loadCorrections(run, who, keys) : undefined,
    decide(world, corrections = []) {
      world.requireLevels(keys)
      for (const { at, key, stocked, incoming, metadata } of updates) {
        if (stocked) {
          correct(world, who, "count", key, { wanted: stocked, at }, corrections)
        }
        if (incoming) {
          correct(world, who, "incoming", key, { wanted: incoming, at }, corrections)
        }
        if (metadata !== undefined) {
          world.annotate(key, metadata)
        }
      }
      return keys.map((key) => world.requireLevel(key))
    },
  }
}

/**
 * Medusa's `adjustInventory`; never refused for what is available. Returned units are a restock. Where
 * nobody says what it is of, it may be a fulfilment, whose reservation ends in Medusa's next call.
 */
export function adjustLevels(who: Who, inputs: AdjustmentInput[]): StockCall<Level[]> {
  const adjustments = parseAdjustments(inputs)
  const kind = who.flow?.kind === "receive_return" ? "restock" : "adjust"
  const provisional = !who.flow
  return {
    wantsLevelRows: true,
    needs: { levels: adjustments.map(({ key }) => key) },
    decide(world) {
      requireAdjusted(world, adjustments)
      for (const { key, quantity, field } of adjustments) {
        // Units that come back from an order are there, in whichever steps they were sold.
        if (kind === "adjust") {
          world.inBaseUnits(quantity, { itemId: key.itemId, field })
        }
        const entries = [{ ...key, state: "available" as const, quantity }]
        world.move(who, { kind, entries, provisional })
      }
      return requireAdjusted(world, adjustments)
    },
  }
}

/** Which open levels a deletion is about. */
export type LevelSelector = { ids: string[] } | { locationIds: string[] } | { keys: LevelKey[] }

/**
 * Deletes levels: takes out what is in them, then closes them. Refused while reservations live on
 * them or something is on its way to them.
 */
export function deleteLevels(
  who: Who,
  selector: LevelSelector,
  mode: "soft" | "hard"
): StockCall<Level[]> {
  return {
    wantsLevelRows: true,
    alone: true,
    needs:
      "ids" in selector
        ? { levelIds: selector.ids }
        : "keys" in selector
          ? { levels: selector.keys }
          : {
              levelsOfLocations: selector.locationIds,
              reservationsOfLocations: selector.locationIds,
            },
    decide(world) {
      const selected = world.openLevels().filter((level) => selects(selector, level))
      refuseBusy(selected)
      selected.forEach((level) => closeLevel(world, who, level, mode))
      return selected
    },
  }
}

/** Empties a level with a `close` movement and closes it. */
export function closeLevel(world: World, who: Who, level: Level, mode: "soft" | "hard"): void {
  world.move(who, {
    kind: "close",
    entries: emptying(level),
  })
  world.close(level, mode === "hard" ? "deleted" : "closed")
}

/** A deleted level. */
export interface ClosedLevel {
  id: string
  key: LevelKey
  itemDeleted: boolean
  /** What its closing took out of it. */
  taken: Entry[]
  /** Live reservations that Medusa's own module left behind when it deleted the level. */
  left: ReservedStock[]
}

/** Restores soft-deleted levels with what they held when they were closed. */
export function restoreLevels(who: Who, ids: string[]): StockCall<Level[], ClosedLevel[]> {
  return {
    alone: true,
    needs: { levelIds: ids },
    load: (run) => loadClosed(run, ids),
    decide: (world, closed) => closed.map((level) => reopenLevel(world, who, level)),
  }
}

/** Reopens a closed level and puts back what its closing took out. */
export function reopenLevel(world: World, who: Who, closed: ClosedLevel): Level {
  const { id, key, itemDeleted, taken, left } = closed
  const obstacle = itemDeleted
    ? `item ${key.itemId} is deleted`
    : world.openLevel(key)
      ? `item ${key.itemId} has another level at location ${key.locationId}`
      : null
  if (obstacle) {
    throw Refusal.notAllowed(`Inventory level ${id} cannot be restored: ${obstacle}`, {
      inventory_level_id: id,
    })
  }
  world.open(key, id, "restored")
  world.adopt(key, id, heldBy(left))
  world.move(who, { kind: "restore", entries: [...reverse(taken), ...left.flatMap(takeEntries)] })
  return world.openLevel(key) ?? emptyLevel(key)
}

/** Reads deleted levels: what closing each took out of it, and which reservations it left. */
export async function loadClosed(run: Run, ids: string[]): Promise<ClosedLevel[]> {
  const rows = await run<ClosedRow>(CLOSED_LEVELS, [ids])
  const left = await run<LeftRow>(LEFT_RESERVATIONS, [ids])
  const levels = new Map<string, ClosedLevel>()
  for (const row of rows) {
    const key = { itemId: row.inventory_item_id, locationId: row.location_id }
    const level = levels.get(row.id) ?? {
      id: row.id,
      key,
      itemDeleted: row.item_deleted,
      // Where Medusa's own module deleted it, its row says what it held.
      taken: row.state ? [] : asMedusaHasIt(key, row),
      left: left.filter(({ level_id }) => level_id === row.id).map(toReserved),
    }
    levels.set(row.id, level)
    if (row.state) {
      level.taken.push({ ...key, state: row.state, quantity: exact(row.quantity as string) })
    }
  }
  return [...levels.values()]
}

interface ClosedRow {
  id: string
  inventory_item_id: string
  location_id: string
  item_deleted: boolean
  stocked: string
  incoming: string
  state: Entry["state"] | null
  quantity: string | null
}

interface LeftRow {
  level_id: string
  id: string
  inventory_item_id: string
  location_id: string
  line_item_id: string | null
  quantity: string
}

function asMedusaHasIt(key: LevelKey, row: ClosedRow): Entry[] {
  return [
    { ...key, state: "available", quantity: exact(row.stocked).negated() },
    { ...key, state: "incoming", quantity: exact(row.incoming).negated() },
  ]
}

function toReserved(row: LeftRow): ReservedStock {
  return {
    id: row.id,
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    lineItemId: row.line_item_id,
    quantity: exact(row.quantity),
    allowBackorder: true,
  }
}

/** What reservations without a line item hold of `reserved`. */
function heldBy(reservations: ReservedStock[]): Quantity {
  return reservations
    .filter((reservation) => stateOf(reservation) === "reserved")
    .reduce((sum, { quantity }) => sum.plus(quantity), ZERO)
}

/** A level and the movement that closed it are written at one moment; that is what ties them. */
const CLOSED_LEVELS = {
  name: "stockroom_closed_levels",
  text: `
    select l.id, l.inventory_item_id, l.location_id, i.deleted_at is not null as item_deleted,
      l.stocked_quantity::text as stocked, l.incoming_quantity::text as incoming,
      t.state, t.quantity::text
    from inventory_level l
    join inventory_item i on i.id = l.inventory_item_id
    left join inventory_transaction t on t.inventory_item_id = l.inventory_item_id
      and t.location_id = l.location_id and t.created_at = l.deleted_at
      and exists (
        select 1 from inventory_movement m where m.id = t.movement_id and m.kind = 'close'
      )
    where l.id = any($1::text[]) and l.deleted_at is not null
    order by l.id, t.sequence
    for share of i`,
}

const LEFT_RESERVATIONS = {
  name: "stockroom_left_reservations",
  text: `
    select l.id as level_id, r.id, r.inventory_item_id, r.location_id, r.line_item_id,
      r.quantity::text
    from inventory_level l
    join reservation_item r on r.inventory_item_id = l.inventory_item_id
      and r.location_id = l.location_id and r.deleted_at is null
    where l.id = any($1::text[]) and l.deleted_at is not null
    order by r.id
    for update of r`,
}

function refuseBusy(levels: Level[]): void {
  const busy = levels.filter(
    ({ balances, reservedByReservations, heldForOrders }) =>
      !balances.committed.isZero() ||
      !reservedByReservations.isZero() ||
      !heldForOrders.isZero() ||
      !balances.incoming.isZero()
  )
  if (busy.length) {
    throw Refusal.notAllowed(
      `Cannot remove Inventory Levels because there are reserved or incoming items: ${busy
        .map(
          ({ itemId, locationId, balances, reservedByReservations, heldForOrders }) =>
            `item ${itemId} at location ${locationId} (committed ${balances.committed.toFixed()}, reserved by reservations ${reservedByReservations.toFixed()}, held for orders ${heldForOrders.toFixed()}, incoming ${balances.incoming.toFixed()})`
        )
        .join(", ")}`
    )
  }
}

function selects(selector: LevelSelector, level: Level): boolean {
  if ("ids" in selector) {
    return selector.ids.includes(level.levelId as string)
  }
  if ("keys" in selector) {
    return selector.keys.some((key) => levelName(key) === levelName(level))
  }
  return selector.locationIds.includes(level.locationId)
}

function optional(value: BigNumberInput | undefined | null, field: string) {
  return value === undefined || value === null ? undefined : parseQuantity(value, field)
}
