import type {
  Context,
  FindConfig,
  InventoryTypes,
  RestoreReturn,
  SoftDeleteReturn,
} from "@medusajs/framework/types"
import { CommonEvents } from "@medusajs/framework/utils"

import { type AllocationStrategy, BUILT_IN_STRATEGIES } from "../../core/allocation"
import { exact } from "../../core/quantity"
import { Refusal } from "../../core/refusal"
import { toReservationDTO } from "./dto"
import { linkable } from "./linkable"
import { type OrderLine, readOrderLines } from "./order-lines"
import type { Posted } from "./posting/poster"
import { PostingService } from "./posting-service"
import { currentWho } from "./request-context"
import { loadFulfilment } from "./translate/fulfilment-cancel"
import {
  type CreateReservationInput,
  createReservations,
  createReservationsOnce,
  deleteReservations,
  type ReservationSelector,
  restoreReservations,
  restoreReservationsByLineItem,
} from "./translate/reservations"
import { updateReservations } from "./translate/reservation-updates"
import { type Sale, sell } from "./translate/sales"
import type { Reservation } from "./types"

type ReservationFilters = Parameters<PostingService["listReservationItems"]>[0] & {
  line_item_id?: string | string[]
}

/** The reservations of Medusa's `IInventoryService`, each call translated into movements. */
export class MedusaReservations extends PostingService {
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
    const posted = await this.create_([input].flat(), context)
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
    const settled = await this.settledLines_(context)
    const posted = await this.post_(
      () => updateReservations(currentWho(), [input].flat(), settled),
      context
    )
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

  /**
   * Reservations; in a fulfilment, those of a line and item as one, because Medusa's workflow would
   * take what it fulfils from each of several.
   */
  override async listReservationItems(
    filters?: ReservationFilters,
    config?: FindConfig<InventoryTypes.ReservationItemDTO>,
    context: Context = {}
  ): Promise<InventoryTypes.ReservationItemDTO[]> {
    const listed = await super.listReservationItems(filters, config, context)
    return currentWho().flow?.kind === "fulfil" && filters?.line_item_id
      ? mergeByLine(listed)
      : listed
  }

  /** Commits what is of order lines where the strategy says, and the rest where it is named. */
  private async create_(
    inputs: CreateReservationInput[],
    context: Context
  ): Promise<Posted<Reservation[]>> {
    const { flow } = currentWho()
    if (flow?.kind === "cancel_fulfilment") {
      const settled = await this.settledLines_(context)
      return await this.post_(() => createReservationsOnce(currentWho(), inputs, settled), context)
    }
    const lines = await readOrderLines(inputs.flatMap(({ line_item_id }) => line_item_id ?? []))
    if (!lines.size) {
      return await this.post_(() => createReservations(currentWho(), inputs), context)
    }
    const placed = await this.place_(inputs, lines, context)
    const sale = await this.prepareSale_(placed, lines)
    const named = flow?.kind === "by_hand"
    return await this.post_(() => sell(currentWho(), placed, { ...sale, named }), context)
  }

  /** Of an item that is stocked nowhere, Medusa names no location. */
  private async place_(
    inputs: CreateReservationInput[],
    lines: Map<string, OrderLine>,
    context: Context
  ): Promise<CreateReservationInput[]> {
    const placed: CreateReservationInput[] = []
    for (const input of inputs) {
      const line = input.location_id ? undefined : lines.get(input.line_item_id ?? "")
      placed.push(
        line ? { ...input, location_id: await this.firstLocation_(line, context) } : input
      )
    }
    return placed
  }

  /** Where an order goes of which no location stocks an item: the first that serves its channel. */
  protected async firstLocation_(
    { orderId, salesChannelId }: Pick<OrderLine, "orderId" | "salesChannelId">,
    context: Context
  ): Promise<string> {
    return await this.translated_(async () => {
      const [location] = await this.reader_(context)<{ id: string }>(FIRST_LOCATION, [
        salesChannelId,
      ])
      if (!location) {
        throw Refusal.notAllowed(
          `Order ${orderId} cannot be committed: no active location serves its sales channel`,
          { order_id: orderId, sales_channel_id: salesChannelId }
        )
      }
      return location.id
    })
  }

  /** What an allocation needs that cannot be had while the stock is locked. */
  protected async prepareSale_(
    inputs: { inventory_item_id: string }[],
    lines: Map<string, OrderLine>
  ): Promise<Pick<Sale, "strategy" | "lines" | "prepared">> {
    const strategy = this.strategy_()
    const prepared = new Map<string, unknown>()
    if (strategy.prepare) {
      const itemIds = [...new Set(inputs.map((input) => input.inventory_item_id))]
      for (const { orderId, salesChannelId, shippingAddress } of lines.values()) {
        if (!prepared.has(orderId)) {
          prepared.set(
            orderId,
            await strategy.prepare({ orderId, salesChannelId, shippingAddress, itemIds })
          )
        }
      }
    }
    return { strategy, lines, prepared }
  }

  /** The strategy that the options name. */
  protected strategy_(): AllocationStrategy {
    return BUILT_IN_STRATEGIES[0]
  }

  /**
   * The order lines whose reservations the present request has set already: a fulfilment and its
   * cancellation change them together with the stock, and Medusa's own calls come after.
   */
  private async settledLines_(context: Context): Promise<ReadonlySet<string>> {
    const { flow } = currentWho()
    switch (flow?.kind) {
      case "fulfil":
        return new Set(flow.lines.map(({ id }) => id))
      case "cancel_fulfilment":
        return new Set((await loadFulfilment(this.reader_(context), flow)).lineItemIds)
      default:
        return NO_LINES
    }
  }

  private async deleteReservations_(
    selector: ReservationSelector,
    mode: "soft" | "hard",
    context: Context
  ): Promise<string[]> {
    const settled = await this.settledLines_(context)
    const posted = await this.post_(
      () => deleteReservations(currentWho(), selector, mode, settled),
      context
    )
    await this.announceReservations_(context, posted, CommonEvents.DELETED)
    return posted.result
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
}

const NO_LINES: ReadonlySet<string> = new Set()

const FIRST_LOCATION = {
  name: "stockroom_first_location",
  text: `
    select id from inventory_location
    where deleted_at is null and active and ($1::text is null or $1 = any(sales_channel_ids))
    order by priority, id limit 1`,
}

function mergeByLine(
  reservations: InventoryTypes.ReservationItemDTO[]
): InventoryTypes.ReservationItemDTO[] {
  const merged = new Map<string, InventoryTypes.ReservationItemDTO>()
  for (const reservation of reservations) {
    const name = `${reservation.line_item_id} ${reservation.inventory_item_id}`
    const one = merged.get(name)
    merged.set(
      name,
      one
        ? {
            ...one,
            quantity: exact(String(one.quantity)).plus(String(reservation.quantity)).toNumber(),
          }
        : reservation
    )
  }
  return [...merged.values()]
}
