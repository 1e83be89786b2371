import type { Context } from "@medusajs/framework/types"
import { CommonEvents } from "@medusajs/framework/utils"

import { allocate } from "../../core/allocation"
import { parseQuantity, type QuantityInput } from "../../core/quantity"
import { MedusaInventoryService } from "./medusa-service"
import type { StockroomOptions } from "./options"
import { readLineIds, readOrderLines } from "./order-lines"
import { orderStock } from "./order-stock"
import { previewDemand } from "./preview"
import { currentWho } from "./request-context"
import {
  dueOrders,
  forgetUnsettled,
  rememberSweep,
  rememberUnsettled,
  sweptUntil,
} from "./settlement"
import { findStrategy } from "./strategies"
import { coverHold, loadHold, uncoverHold } from "./translate/cover"
import { disposeReturn, returnStock } from "./translate/dispositions"
import { openLevels } from "./translate/levels"
import { deleteReservations } from "./translate/reservations"
import { sell } from "./translate/sales"
import { type LineUnits, settleShipping } from "./translate/settle"
import { loadMovement, undoMovement } from "./translate/undo"
import type {
  AllocationPreview,
  AllocationPreviewInput,
  CoverHoldInput,
  DispositionInput,
  OrderFacts,
  OrderStock,
  OrderUnits,
  SettledOrder,
} from "./types"

/** What Stockroom adds to the Inventory Module for orders. */
export abstract class OrderService extends MedusaInventoryService {
  abstract readonly options: StockroomOptions
  /** The module's container, in which providers are registered. */
  protected abstract readonly cradle_: Record<string, unknown>

  /**
   * Brings the ledger in line with what Medusa says of an order: commits what arrived without
   * reservations, ties fulfilments and returns to their movements, posts what is missing of them,
   * lets go what a cancelled order still has. Says nothing twice, however often it is called.
   *
   * @param options.refuseShortage - refuses to commit what there is not enough stock for, where the
   * order would otherwise take its location below zero
   */
  async settleOrder(
    facts: OrderFacts,
    options: { refuseShortage?: boolean } = {},
    context: Context = {}
  ): Promise<SettledOrder> {
    const settled = { order_id: facts.order_id, committed: 0, released: 0, posted: 0, tied: 0 }
    if (facts.draft) {
      return settled
    }
    return await this.translated_(async () => {
      if (facts.canceled) {
        settled.released = await this.releaseAll_(facts, context)
      } else if (!(await this.isOlderThanLedger_(facts, context))) {
        settled.committed = await this.commitMissing_(facts, !options.refuseShortage, context)
      }
      const shipping = await this.settleShipping_(facts, context)
      await forgetUnsettled(this.reader_(context), facts.order_id)
      return { ...settled, ...shipping }
    })
  }

  /** An order's stock: where it stands and how it came there. */
  async retrieveOrderStock(orderId: string, context: Context = {}): Promise<OrderStock> {
    return await this.translated_(() => orderStock(this.reader_(context), orderId))
  }

  /** Where would this be shipped from? Reads only; nothing is locked. */
  async previewAllocation(
    input: AllocationPreviewInput,
    context: Context = {}
  ): Promise<AllocationPreview> {
    return await this.translated_(async () => {
      const strategy = this.strategy_(input.strategy)
      const address = input.shipping_address ?? null
      const request = await previewDemand(this.reader_(context), input)
      const prepared = await strategy.prepare?.({
        orderId: null,
        salesChannelId: input.sales_channel_id,
        shippingAddress: address,
        itemIds: request.items.map(({ itemId }) => itemId),
      })
      const allocations = allocate(strategy, request, prepared)
      return {
        strategy: strategy.identifier,
        items: allocations.map((allocation, index) => ({
          inventory_item_id: allocation.itemId,
          quantity: request.items[index].firm.plus(request.items[index].backorder).toFixed(),
          location_id: allocation.locationId,
          reason: allocation.reason,
          holds: allocation.holds.map(({ locationId, quantity }) => ({
            location_id: locationId,
            quantity: quantity.toFixed(),
          })),
          left_over: allocation.leftOver.toFixed(),
          together: allocation.together.toFixed(),
        })),
      }
    })
  }

  /** Brings held stock, or a part of it, to where it is committed. */
  async coverHold(
    holdId: string,
    input: Omit<CoverHoldInput, "hold_id"> = {},
    context: Context = {}
  ): Promise<{ movementId: string; quantity: string }> {
    const posted = await this.translated_(async () => {
      const hold = await loadHold(this.reader_(context), holdId)
      return await this.post_(() => coverHold(currentWho(), hold, input), context)
    })
    await this.announce_(context, posted)
    return posted.result
  }

  /** Takes a cover back: the units return to where they were held, and are held again. */
  async uncoverHold(holdId: string, quantity: QuantityInput, context: Context = {}): Promise<void> {
    const posted = await this.translated_(async () => {
      const hold = await loadHold(this.reader_(context), holdId)
      const parsed = parseQuantity(quantity, "quantity")
      return await this.post_(() => uncoverHold(currentWho(), hold, parsed), context)
    })
    await this.announce_(context, posted)
  }

  /** Takes a disposition back, for a workflow that fails later. */
  async undoDisposition(movementId: string, context: Context = {}): Promise<void> {
    const posted = await this.translated_(async () => {
      const movement = await loadMovement(this.reader_(context), movementId)
      return await this.post_(
        () => undoMovement(currentWho(), movement, { allow_negative: true }, { partOf: true }),
        context
      )
    })
    await this.announce_(context, posted)
  }

  /** What a return has brought to each state, less what has been sorted elsewhere since. */
  async retrieveReturnStock(
    returnId: string,
    context: Context = {}
  ): Promise<
    { inventory_item_id: string; location_id: string; state: string; quantity: string }[]
  > {
    return await returnStock(this.reader_(context), returnId)
  }

  /** Sorts returned units into other states, or takes them off the books. */
  async disposeReturn(
    returned: { id: string; orderId: string; locationId: string },
    input: { dispositions: DispositionInput[]; reason?: string | null; note?: string | null },
    context: Context = {}
  ): Promise<{ movementId: string | null }> {
    const posted = await this.post_(
      () => disposeReturn(currentWho(), returned, input, { reasons: this.options.reasons ?? null }),
      context
    )
    await this.announce_(context, posted)
    return posted.result
  }

  /** Opens levels where there are none, with nothing in them. */
  async openLevels(
    levels: { inventory_item_id: string; location_id: string }[],
    context: Context = {}
  ): Promise<void> {
    const keys = levels.map((one) => ({
      itemId: one.inventory_item_id,
      locationId: one.location_id,
    }))
    await this.announce_(context, await this.post_(() => openLevels(keys), context))
  }

  /** Whether each line of an order is committed, or once was: then placing it has left nothing to do. */
  async hasEveryLine(orderId: string): Promise<boolean> {
    const ids = await readLineIds(orderId)
    return ids.length > 0 && (await this.knownLines_(ids)).size === ids.length
  }

  /** Orders that could not be settled and are due for another attempt. */
  async listDueOrders(limit: number): Promise<string[]> {
    return await dueOrders(this.reader_(), limit)
  }

  /** Remembers that an order could not be settled; it is tried again, until it is. */
  async recordUnsettled(orderId: string, error: string): Promise<void> {
    await rememberUnsettled(this.reader_(), orderId, error)
  }

  /** Until when all orders have been looked at; null before the ledger has begun. */
  async sweptUntil(): Promise<Date | null> {
    return await sweptUntil(this.reader_())
  }

  async recordSweep(until: Date): Promise<void> {
    await rememberSweep(this.reader_(), until)
  }

  protected override strategy_(identifier = this.options.allocation.strategy) {
    return findStrategy(this.cradle_, identifier)
  }

  /**
   * Lines of which the ledger knows nothing. What a person has released stays released, and a line
   * keeps the kit with which it was committed.
   */
  private async commitMissing_(
    facts: OrderFacts,
    force: boolean,
    context: Context
  ): Promise<number> {
    const ids = facts.lines.map((line) => line.line_item_id)
    const known = await this.knownLines_(ids, context)
    const missing = facts.lines.filter((line) => !known.has(line.line_item_id))
    if (!missing.length) {
      return 0
    }
    const lines = await readOrderLines(missing.map((line) => line.line_item_id))
    const [line] = lines.values()
    const locationId = await this.firstLocation_(
      { orderId: facts.order_id, salesChannelId: line?.salesChannelId ?? null },
      context
    )
    const inputs = missing.map((line) => ({ ...line, location_id: locationId }))
    const sale = await this.prepareSale_(inputs, lines)
    const posted = await this.post_(
      () => sell(currentWho(), inputs, { ...sale, named: false, force, onlyNew: true }),
      context
    )
    await this.announce_(context, posted, {
      object: "reservation_item",
      action: CommonEvents.CREATED,
      ids: posted.result.map(({ id }) => id),
    })
    return posted.result.length
  }

  private async knownLines_(ids: string[], context: Context = {}): Promise<Set<string>> {
    const rows = await this.reader_(context)<{ line: string }>(KNOWN_LINES, [ids])
    return new Set(rows.map(({ line }) => line))
  }

  /** What was placed before Stockroom came is as its own reservations say. */
  private async isOlderThanLedger_(facts: OrderFacts, context: Context): Promise<boolean> {
    const [row] = await this.reader_(context)<{ older: boolean | null }>(OLDER_THAN_LEDGER, [
      facts.created_at,
    ])
    return row.older ?? false
  }

  private async releaseAll_(facts: OrderFacts, context: Context): Promise<number> {
    const rows = await this.reader_(context)<{ id: string }>(LIVE_RESERVATIONS, [facts.order_id])
    if (!rows.length) {
      return 0
    }
    const ids = rows.map(({ id }) => id)
    const posted = await this.post_(
      () => deleteReservations(currentWho(), { ids }, "soft"),
      context
    )
    await this.announce_(context, posted, {
      object: "reservation_item",
      action: CommonEvents.DELETED,
      ids: posted.result,
    })
    return posted.result.length
  }

  private async settleShipping_(
    facts: OrderFacts,
    context: Context
  ): Promise<{ posted: number; tied: number }> {
    if (!facts.fulfillments.length && !facts.returns.length) {
      return { posted: 0, tied: 0 }
    }
    const { dismissed_to: dismissedTo } = this.options.returns
    const posted = await this.post_(
      () =>
        settleShipping(
          currentWho(),
          {
            orderId: facts.order_id,
            open: facts.canceled ? [] : unitsOf(facts.lines),
            fulfilments: facts.fulfillments.map((one) => ({
              id: one.id,
              canceled: one.canceled,
              locationId: one.location_id,
              items: unitsOf(one.items).map((units, index) => ({
                ...units,
                inKit: one.items[index].in_kit,
              })),
            })),
            returns: facts.returns.map((one) => ({
              id: one.id,
              locationId: one.location_id,
              received: unitsOf(one.received),
              dismissed: unitsOf(one.dismissed),
            })),
          },
          dismissedTo === "discard" ? null : dismissedTo
        ),
      context
    )
    await this.announce_(context, posted)
    await this.shippingSettled_(facts.order_id)
    return posted.result
  }

  /** What an order's fulfilments and returns have done to stock is known for certain now. */
  protected abstract shippingSettled_(orderId: string): Promise<void>
}

function unitsOf(units: OrderUnits[]): LineUnits[] {
  return units.map((one) => ({
    lineItemId: one.line_item_id,
    itemId: one.inventory_item_id,
    quantity: parseQuantity(one.quantity, "quantity"),
  }))
}

const KNOWN_LINES = {
  name: "stockroom_known_lines",
  text: `
    select line_item_id as line from inventory_movement where line_item_id = any($1::text[])
    union select line_item_id from reservation_item where line_item_id = any($1::text[])`,
}

const OLDER_THAN_LEDGER = {
  name: "stockroom_older_than_ledger",
  text: `select $1::timestamptz < min(created_at) as older
    from inventory_movement where kind = 'opening'`,
}

const LIVE_RESERVATIONS = {
  name: "stockroom_live_reservations",
  text: `
    select r.id from reservation_item r
    where r.deleted_at is null and r.line_item_id in (
      select line_item_id from inventory_allocation where order_id = $1)`,
}
