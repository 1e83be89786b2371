import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  BigNumberInput,
  Context,
  FindConfig,
  IInventoryService,
  InventoryTypes,
  RestoreReturn,
  SoftDeleteReturn,
} from "@medusajs/framework/types"
import { BigNumber, CommonEvents, MedusaError } from "@medusajs/framework/utils"

import { exact, parseQuantity, type Quantity, ZERO } from "../../core/quantity"
import { toLevelDTO, toReservationDTO } from "./dto"
import { countItems, listItems, planListing } from "./listing"
import { GeneratedService } from "./generated-service"
import { toMedusaError } from "./errors"
import { insideTransaction, readOn, type Run } from "./posting/connection"
import type { Statement } from "./posting/sql"
import { type Posted, Poster, type StockCall } from "./posting/poster"
import { currentWho } from "./request-context"
import { deleteItems, type ItemCascade, restoreItems, softDeleteItems } from "./translate/items"
import {
  adjustLevels,
  createLevels,
  deleteLevels,
  type LevelSelector,
  restoreLevels,
  updateLevels,
} from "./translate/levels"
import {
  createReservations,
  deleteReservations,
  type ReservationSelector,
  restoreReservations,
  restoreReservationsByLineItem,
  updateReservations,
} from "./translate/reservations"

type Linkable = Record<string, string[]>
type Adjustment = { inventoryItemId: string; locationId: string; adjustment: BigNumberInput }

/**
 * Medusa's `IInventoryService`, each call translated into movements. Reads, and what does not touch
 * stock, are Medusa's own generated methods.
 */
export class MedusaInventoryService extends GeneratedService implements IInventoryService {
  protected readonly poster_ = new Poster(() => this.knex_())
  private knexOnce_?: Knex

  // ---------------------------------------------------------------- reservations

  createReservationItems(
    input: InventoryTypes.CreateReservationItemInput[],
    context?: Context
  ): Promise<InventoryTypes.ReservationItemDTO[]>
  createReservationItems(
    input: InventoryTypes.CreateReservationItemInput,
    context?: Context
  ): Promise<InventoryTypes.ReservationItemDTO>
  async createReservationItems(
    input: InventoryTypes.CreateReservationItemInput | InventoryTypes.CreateReservationItemInput[],
    context: Context = {}
  ): Promise<InventoryTypes.ReservationItemDTO | InventoryTypes.ReservationItemDTO[]> {
    const posted = await this.post_(() => createReservations(currentWho(), [input].flat()), context)
    await this.announce_(context, posted, {
      object: "reservation_item",
      action: CommonEvents.CREATED,
      ids: posted.result.map(({ id }) => id),
    })
    const created = posted.result.map((reservation) => toReservationDTO(reservation, posted))
    return Array.isArray(input) ? created : created[0]
  }

  updateReservationItems(
    input: InventoryTypes.UpdateReservationItemInput[],
    context?: Context
  ): Promise<InventoryTypes.ReservationItemDTO[]>
  updateReservationItems(
    input: InventoryTypes.UpdateReservationItemInput,
    context?: Context
  ): Promise<InventoryTypes.ReservationItemDTO>
  async updateReservationItems(
    input: InventoryTypes.UpdateReservationItemInput | InventoryTypes.UpdateReservationItemInput[],
    context: Context = {}
  ): Promise<InventoryTypes.ReservationItemDTO | InventoryTypes.ReservationItemDTO[]> {
    const posted = await this.post_(() => updateReservations(currentWho(), [input].flat()), context)
    await this.announce_(context, posted, {
      object: "reservation_item",
      action: CommonEvents.UPDATED,
      ids: posted.result.map(({ id }) => id),
    })
    const updated = posted.result.map((reservation) => toReservationDTO(reservation, posted))
    return Array.isArray(input) ? updated : updated[0]
  }

  async deleteReservationItems(ids: string | string[], context: Context = {}): Promise<void> {
    await this.deleteReservations_({ ids: [ids].flat() }, "hard", context)
  }

  async softDeleteReservationItems<Keys extends string = string>(
    ids: string | string[],
    config: SoftDeleteReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const deleted = await this.deleteReservations_({ ids: [ids].flat() }, "soft", context)
    return linkable({ reservation_item_id: deleted }, config)
  }

  async deleteReservationItemsByLineItem(
    lineItemId: string | string[],
    context: Context = {}
  ): Promise<void> {
    await this.deleteReservations_({ lineItemIds: [lineItemId].flat() }, "soft", context)
  }

  async deleteReservationItemByLocationId(
    locationId: string | string[],
    context: Context = {}
  ): Promise<void> {
    await this.deleteReservations_({ locationIds: [locationId].flat() }, "soft", context)
  }

  async restoreReservationItems<Keys extends string = string>(
    ids: string | string[],
    config: RestoreReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => restoreReservations(currentWho(), [ids].flat()), context)
    await this.announceReservations_(context, posted, CommonEvents.RESTORED)
    return linkable({ reservation_item_id: posted.result }, config)
  }

  async restoreReservationItemsByLineItem(
    lineItemId: string | string[],
    context: Context = {}
  ): Promise<void> {
    const posted = await this.post_(
      () => restoreReservationsByLineItem(currentWho(), [lineItemId].flat()),
      context
    )
    await this.announceReservations_(context, posted, CommonEvents.RESTORED)
  }

  // ---------------------------------------------------------------- levels

  createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]>
  createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO>
  async createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput | InventoryTypes.CreateInventoryLevelInput[],
    context: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO | InventoryTypes.InventoryLevelDTO[]> {
    const inputs = [input].flat() as (InventoryTypes.CreateInventoryLevelInput & {
      metadata?: Record<string, unknown> | null
    })[]
    const posted = await this.post_(() => createLevels(currentWho(), inputs), context)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.CREATED,
      ids: posted.result.map(({ levelId }) => levelId as string),
    })
    const created = posted.result.map((level, index) =>
      toLevelDTO(level, posted, inputs[index].metadata)
    )
    return Array.isArray(input) ? created : created[0]
  }

  updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]>
  updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO>
  async updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput | InventoryTypes.UpdateInventoryLevelInput[],
    context: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO | InventoryTypes.InventoryLevelDTO[]> {
    const posted = await this.post_(() => updateLevels(currentWho(), [input].flat()), context)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.UPDATED,
      ids: posted.result.map(({ levelId }) => levelId as string),
    })
    const updated = posted.result.map((level) => toLevelDTO(level, posted))
    return Array.isArray(input) ? updated : updated[0]
  }

  adjustInventory(
    data: Adjustment[],
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]>
  adjustInventory(
    inventoryItemId: string,
    locationId: string,
    adjustment: BigNumberInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO>
  async adjustInventory(
    first: string | Adjustment[],
    second?: string | Context,
    adjustment?: BigNumberInput,
    fourth: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO | InventoryTypes.InventoryLevelDTO[]> {
    const many = Array.isArray(first)
    const context = many ? ((second as Context | undefined) ?? fourth) : fourth
    const inputs = many
      ? first
      : [
          {
            inventoryItemId: first,
            locationId: second as string,
            adjustment: adjustment as BigNumberInput,
          },
        ]
    const posted = await this.post_(() => adjustLevels(currentWho(), inputs), context)
    await this.announce_(context, posted)
    const adjusted = posted.result.map((level) => toLevelDTO(level, posted))
    return many ? adjusted : adjusted[0]
  }

  async deleteInventoryLevels(ids: string | string[], context: Context = {}): Promise<void> {
    await this.deleteLevels_({ ids: [ids].flat() }, "hard", context)
  }

  async deleteInventoryLevel(
    inventoryItemId: string,
    locationId: string,
    context: Context = {}
  ): Promise<void> {
    const keys = [{ itemId: inventoryItemId, locationId }]
    await this.deleteLevels_({ keys }, "hard", context)
  }

  async softDeleteInventoryLevels<Keys extends string = string>(
    ids: string | string[],
    config: SoftDeleteReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const deleted = await this.deleteLevels_({ ids: [ids].flat() }, "soft", context)
    return linkable({ inventory_level_id: deleted.map(({ id }) => id) }, config)
  }

  async deleteInventoryItemLevelByLocationId(
    locationId: string | string[],
    context: Context = {}
  ): Promise<[object[], Record<string, unknown[]>]> {
    const selector = { locationIds: [locationId].flat() }
    const levels = await this.deleteLevels_(selector, "soft", context)
    return [levels, { InventoryLevel: levels }]
  }

  async restoreInventoryLevels<Keys extends string = string>(
    ids: string | string[],
    config: RestoreReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => restoreLevels(currentWho(), [ids].flat()), context)
    const restored = posted.result.map(({ levelId }) => levelId as string)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.RESTORED,
      ids: restored,
    })
    return linkable({ inventory_level_id: restored }, config)
  }

  // ---------------------------------------------------------------- items

  async deleteInventoryItems(ids: string | string[], context: Context = {}): Promise<void> {
    const posted = await this.post_(() => deleteItems(currentWho(), [ids].flat()), context)
    await this.announceItems_(context, posted, CommonEvents.DELETED)
  }

  async softDeleteInventoryItems<Keys extends string = string>(
    ids: string | string[],
    config: SoftDeleteReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => softDeleteItems(currentWho(), [ids].flat()), context)
    await this.announceItems_(context, posted, CommonEvents.DELETED)
    return linkable(cascaded(posted.result), config)
  }

  async restoreInventoryItems<Keys extends string = string>(
    ids: string | string[],
    config: RestoreReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => restoreItems(currentWho(), [ids].flat()), context)
    await this.announceItems_(context, posted, CommonEvents.RESTORED)
    return linkable(cascaded(posted.result), config)
  }

  override async listInventoryItems(
    filters?: object,
    config?: FindConfig<InventoryTypes.InventoryItemDTO>,
    context: Context = {}
  ): Promise<InventoryTypes.InventoryItemDTO[]> {
    const plan = planListing(filters, config)
    return plan
      ? await listItems(this.reader_(context), plan)
      : await super.listInventoryItems(filters, config, context)
  }

  override async listAndCountInventoryItems(
    filters?: object,
    config?: FindConfig<InventoryTypes.InventoryItemDTO>,
    context: Context = {}
  ): Promise<[InventoryTypes.InventoryItemDTO[], number]> {
    const plan = planListing(filters, config)
    if (!plan) {
      return await super.listAndCountInventoryItems(filters, config, context)
    }
    const read = this.reader_(context)
    return [await listItems(read, plan), await countItems(read, plan)]
  }

  // ---------------------------------------------------------------- figures

  async retrieveInventoryLevelByItemAndLocation(
    inventoryItemId: string,
    locationId: string,
    context: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO> {
    const [level] = await this.listInventoryLevels(
      { inventory_item_id: inventoryItemId, location_id: locationId },
      { take: 1 },
      context
    )
    if (!level) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Inventory level for item ${inventoryItemId} and location ${locationId} not found`
      )
    }
    return level
  }

  /** What the locations can sell together: a level below zero counts as nothing. */
  async retrieveAvailableQuantity(
    inventoryItemId: string,
    locationIds: string[],
    context: Context = {}
  ): Promise<BigNumber> {
    return new BigNumber((await this.sellable_(inventoryItemId, locationIds, context)).toFixed())
  }

  async retrieveStockedQuantity(
    inventoryItemId: string,
    locationIds: string[],
    context: Context = {}
  ): Promise<BigNumber> {
    const rows = await this.figures_(inventoryItemId, locationIds, context)
    return total(rows.map(({ stocked }) => exact(stocked)))
  }

  async retrieveReservedQuantity(
    inventoryItemId: string,
    locationIds: string[],
    context: Context = {}
  ): Promise<BigNumber> {
    const rows = await this.figures_(inventoryItemId, locationIds, context)
    return total(rows.map(({ reserved }) => exact(reserved)))
  }

  async confirmInventory(
    inventoryItemId: string,
    locationIds: string[],
    quantity: BigNumberInput,
    context: Context = {}
  ): Promise<boolean> {
    const wanted = await this.translated_(async () => parseQuantity(quantity, "quantity"))
    return (await this.sellable_(inventoryItemId, locationIds, context)).isGreaterThanOrEqualTo(
      wanted
    )
  }

  // ---------------------------------------------------------------- inside

  /** Posts in the caller's transaction where there is one, else in one of its own. */
  protected async post_<T, Extra>(
    call: () => StockCall<T, Extra>,
    context: Context
  ): Promise<Posted<T>> {
    return await this.translated_(async () => {
      const transaction = await this.transactionOf_(context)
      return transaction
        ? await this.poster_.postInside(transaction, call())
        : await this.poster_.post(call())
    })
  }

  /** Reads in the caller's transaction where there is one. */
  protected reader_(context: Context = {}): Run {
    return async <Row>(statement: Statement, values?: unknown[]) => {
      const transaction = await this.transactionOf_(context)
      return transaction
        ? await insideTransaction(transaction, (run) => run<Row>(statement, values))
        : await readOn(this.knex_())<Row>(statement, values)
    }
  }

  protected async translated_<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toMedusaError(error)
    }
  }

  private async deleteReservations_(
    selector: ReservationSelector,
    mode: "soft" | "hard",
    context: Context
  ): Promise<string[]> {
    const posted = await this.post_(() => deleteReservations(currentWho(), selector, mode), context)
    await this.announceReservations_(context, posted, CommonEvents.DELETED)
    return posted.result
  }

  private async deleteLevels_(
    selector: LevelSelector,
    mode: "soft" | "hard",
    context: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]> {
    const posted = await this.post_(() => deleteLevels(currentWho(), selector, mode), context)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.DELETED,
      ids: posted.result.map(({ levelId }) => levelId as string),
    })
    return posted.result.map((level) => ({
      ...toLevelDTO(level, posted),
      deleted_at: posted.now,
    }))
  }

  private async announceReservations_(
    context: Context,
    posted: Posted<string[]>,
    action: CommonEvents
  ): Promise<void> {
    await this.announce_(context, posted, {
      object: "reservation_item",
      action,
      ids: posted.result,
    })
  }

  private async announceItems_(
    context: Context,
    posted: Posted<ItemCascade>,
    action: CommonEvents
  ): Promise<void> {
    const { itemIds, levelIds, reservationIds } = posted.result
    await this.announce_(
      context,
      posted,
      { object: "inventory_item", action, ids: itemIds },
      { object: "inventory_level", action, ids: levelIds },
      { object: "reservation_item", action, ids: reservationIds }
    )
  }

  private knex_(): Knex {
    return (this.knexOnce_ ??= (
      this.baseRepository_.getFreshManager() as { getKnex(): Knex }
    ).getKnex())
  }

  /** The caller's transaction, with what the ORM still has to write in it written. */
  private async transactionOf_(context: Context): Promise<Knex.Transaction | undefined> {
    const manager = context.transactionManager as
      { flush(): Promise<void>; getTransactionContext(): Knex.Transaction | undefined } | undefined
    await manager?.flush()
    return manager?.getTransactionContext()
  }

  private async sellable_(
    inventoryItemId: string,
    locationIds: string[],
    context: Context
  ): Promise<Quantity> {
    const rows = await this.figures_(inventoryItemId, locationIds, context)
    const alone = new Set(locationIds).size === 1
    return rows.reduce((sum, { available, active }) => {
      const quantity = exact(available)
      const counts = quantity.isLessThan(0) ? alone : active
      return counts ? sum.plus(quantity) : sum
    }, ZERO)
  }

  private async figures_(inventoryItemId: string, locationIds: string[], context: Context) {
    const rows = await this.reader_(context)<{
      location_id: string | null
      available: string
      stocked: string
      reserved: string
      active: boolean
    }>(FIGURES, [inventoryItemId, locationIds])
    if (!rows.length && locationIds.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `InventoryItem with id: ${inventoryItemId} was not found`
      )
    }
    return rows.filter(({ location_id }) => location_id !== null)
  }
}

/** $1: item, $2: locations. One row without a location when the item is stocked at none of them. */
const FIGURES = {
  name: "stockroom_item_figures",
  text: `
    select s.location_id, s.available::text,
      (s.available + s.committed + s.reserved + s.damaged + s.safety + s.quality_control)::text
        as stocked,
      (s.committed + s.reserved + s.damaged + s.safety + s.quality_control)::text as reserved,
      s.active
    from inventory_item i
    left join inventory_level_state s on s.inventory_item_id = i.id
      and s.location_id = any($2::text[]) and s.level_id is not null
    where i.id = $1 and i.deleted_at is null`,
}

function total(quantities: Quantity[]): BigNumber {
  return new BigNumber(quantities.reduce((sum, one) => sum.plus(one), ZERO).toFixed())
}

function cascaded({ itemIds, levelIds, reservationIds }: ItemCascade): Linkable {
  return {
    inventory_item_id: itemIds,
    inventory_level_id: levelIds,
    reservation_item_id: reservationIds,
  }
}

/** What Medusa's generated methods return: the ids by linkable key, of the keys that were asked for. */
function linkable<Keys extends string>(
  ids: Linkable,
  { returnLinkableKeys }: { returnLinkableKeys?: Keys[] }
): Record<Keys, string[]> | void {
  const entries = Object.entries(ids).filter(
    ([key, found]) =>
      found.length && (!returnLinkableKeys || returnLinkableKeys.includes(key as Keys))
  )
  return entries.length ? (Object.fromEntries(entries) as Record<Keys, string[]>) : undefined
}
