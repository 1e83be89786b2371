import { Refusal } from "../../../core/refusal"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import { type MissedEnd, missedEnds } from "../posting/transfer-store"
import type { Who } from "../request-context"
import { holdAgain, trimHolds } from "./holds"
import { closeLevel, type ClosedLevel, loadClosed, reopenLevel } from "./levels"
import { giveBack, takeAgain } from "./reservations"
import { catchUp } from "./transfers/catch-up"

/** What went, or came back, with an item; Medusa's callers unlink by these. */
export interface ItemCascade {
  itemIds: string[]
  levelIds: string[]
  reservationIds: string[]
}

/**
 * Soft-deletes items with everything that lives on them: reservations are given back, levels are
 * emptied and closed. What was deleted before stays as it was.
 */
export function softDeleteItems(who: Who, ids: string[]): StockCall<ItemCascade, string[]> {
  return {
    alone: true,
    needs: { itemsToChange: ids, levelsOfItems: ids, reservationsOfItems: ids },
    load: async (run) => await softDeleteRows(run, ids),
    decide(world, itemIds) {
      const reservations = world.allReservations().filter(({ deletedAt }) => !deletedAt)
      reservations.forEach((reservation) => {
        giveBack(world, who, reservation)
        world.putReservation({ ...reservation, deletedAt: new Date() }, "updated")
        trimHolds(world, who, reservation, { deletedId: reservation.id })
      })
      const levels = world.openLevels()
      levels.forEach((level) => closeLevel(world, who, level, "soft"))
      return {
        itemIds,
        levelIds: levels.map(({ levelId }) => levelId as string),
        reservationIds: reservations.map(({ id }) => id),
      }
    },
  }
}

/** Deletes items for good, with their levels; refused while reservations live on them. */
export function deleteItems(who: Who, ids: string[]): StockCall<ItemCascade> {
  return {
    alone: true,
    needs: { itemsToChange: ids, levelsOfItems: ids, reservationsOfItems: ids },
    decide(world) {
      const reservations = world.allReservations().filter(({ deletedAt }) => !deletedAt)
      if (reservations.length) {
        const itemIds = [...new Set(reservations.map(({ itemId }) => itemId))]
        throw Refusal.notAllowed(
          `Cannot remove following inventory item(s) which have reservations: ${itemIds.join(", ")} (reservations ${reservations.map(({ id }) => id).join(", ")})`
        )
      }
      const levels = world.openLevels()
      levels.forEach((level) => closeLevel(world, who, level, "hard"))
      ids.forEach((id) => world.deleteItem(id))
      return {
        itemIds: ids.filter((id) => world.hasItem(id)),
        levelIds: levels.map(({ levelId }) => levelId as string),
        reservationIds: [],
      }
    },
  }
}

interface Deleted {
  itemIds: string[]
  levels: ClosedLevel[]
  reservationIds: Set<string>
  ended: MissedEnd[]
}

/**
 * Restores soft-deleted items with exactly what their deletion took: levels, stock, reservations. What has
 * ended of their transfers meanwhile ends now.
 */
export function restoreItems(who: Who, ids: string[]): StockCall<ItemCascade, Deleted> {
  return {
    alone: true,
    needs: { itemsToChange: ids, levelsOfItems: ids, deletedReservationsOfItems: ids },
    load: async (run) => {
      // Read before the items' own deletion time is cleared: it is what ties the rest to it.
      const levels = await run<{ id: string }>(LEVELS_DELETED_WITH, [ids])
      const reservations = await run<{ id: string }>(RESERVATIONS_DELETED_WITH, [ids])
      const items = await run<{ id: string }>(RESTORE_ITEMS, [ids])
      return {
        itemIds: items.map(({ id }) => id),
        levels: await loadClosed(
          run,
          levels.map(({ id }) => id)
        ),
        reservationIds: new Set(reservations.map(({ id }) => id)),
        ended: await missedEnds(run, ids),
      }
    },
    decide(world, deleted) {
      const levels = deleted.levels.map((level) => reopenLevel(world, who, level))
      deleted.ended.forEach((end) => catchUp(world, who, end))
      const reservations = world
        .allReservations()
        .filter(({ id, deletedAt }) => deletedAt && deleted.reservationIds.has(id))
      reservations.forEach((reservation) => {
        takeAgain(world, who, reservation)
        world.putReservation({ ...reservation, deletedAt: null }, "updated")
        holdAgain(world, who, reservation)
      })
      return {
        itemIds: deleted.itemIds,
        levelIds: levels.map(({ levelId }) => levelId as string),
        reservationIds: reservations.map(({ id }) => id),
      }
    },
  }
}

async function softDeleteRows(run: Run, ids: string[]): Promise<string[]> {
  const rows = await run<{ id: string }>(SOFT_DELETE_ITEMS, [ids])
  return rows.map(({ id }) => id)
}

/** Once everything is locked, so that what was deleted while waiting for it is older than the item. */
const SOFT_DELETE_ITEMS = {
  name: "stockroom_soft_delete_items",
  text: `
    update inventory_item set deleted_at = clock_timestamp(), updated_at = now()
    where id = any($1::text[]) and deleted_at is null returning id`,
}

const RESTORE_ITEMS = {
  name: "stockroom_restore_items",
  text: `
    update inventory_item set deleted_at = null, updated_at = now()
    where id = any($1::text[]) and deleted_at is not null returning id`,
}

const LEVELS_DELETED_WITH = {
  name: "stockroom_levels_deleted_with",
  text: `
    select l.id from inventory_level l join inventory_item i on i.id = l.inventory_item_id
    where i.id = any($1::text[]) and l.deleted_at >= i.deleted_at`,
}

const RESERVATIONS_DELETED_WITH = {
  name: "stockroom_reservations_deleted_with",
  text: `
    select r.id from reservation_item r join inventory_item i on i.id = r.inventory_item_id
    where i.id = any($1::text[]) and r.deleted_at >= i.deleted_at`,
}
