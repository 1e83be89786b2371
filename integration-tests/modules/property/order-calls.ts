import type { OrderFacts } from "../../../src/modules/inventory"
import type { Dice } from "./dice"
import { type Decimal, exactly, text } from "./decimal"
import type { Model } from "./model"
import { CHANNELS, openOf } from "./sales"
import type { Call, Fulfilment, Hold, OrderLine, Reservation, ReservationInput } from "./terms"

const LOCATIONS = Object.keys(CHANNELS)
const SALES_CHANNELS = ["web", "web", "post"]
const ORDERED = [1, 1, 2, 4, 5, 20]
const PER_UNIT = ["1", "1", "2", "0.5", "0.1"]
const ONE = exactly(1)

/** What Medusa does to the stock of orders: sells, edits, ships, cancels. */
export class OrderCalls {
  private made = 0

  constructor(
    private readonly dice: Dice,
    /** Sets the ids of one sequence apart from those of others. */
    private readonly prefix: string,
    private readonly items: readonly string[]
  ) {}

  next(model: Model): Call {
    const { dice } = this
    const lines = [...model.lines.values()].slice(-20)
    if (model.fulfilments.size && dice.chance(0.2)) {
      return this.shipped(model, dice.pick([...model.fulfilments.values()].slice(-10)))
    }
    if (model.holds.length && dice.chance(0.15)) {
      return this.cover(model, dice.pick(model.holds))
    }
    if (!lines.length || dice.chance(0.3)) {
      return this.order(model, this.id("order"), dice.pick(SALES_CHANNELS))
    }
    const line = dice.pick(lines)
    const committed = model
      .live()
      .filter((one) => model.lines.has(one.line ?? "") && one.quantity > 0n)
    switch (dice.below(committed.length ? 8 : 3)) {
      case 0:
        return this.order(model, line.order, line.channel)
      case 1:
        return this.again(model, line)
      case 2:
        return {
          method: "restoreReservationItemsByLineItem",
          args: [lines.filter(({ order }) => order === line.order).map(({ id }) => id)],
        }
      case 3:
        return this.cancel(model, dice.pick(committed))
      case 4:
        return this.afterwards(model, dice.pick(committed))
      default:
        return this.fulfilment(model, dice.pick(committed))
    }
  }

  /** One to three lines; a kit's line wants two items. */
  private order(model: Model, order: string, channel: string): Call {
    const lines: OrderLine[] = []
    const inputs: ReservationInput[] = []
    for (let count = 1 + this.dice.below(3); count > 0; count--) {
      const item = this.dice.pick(this.items)
      const enough = this.dice.chance(0.4) ? this.justTogether(model, item, channel) : null
      const ordered = enough ?? exactly(this.dice.pick(ORDERED))
      const line = { id: this.id("ordli"), order, channel, ordered, fulfilled: 0n }
      lines.push(line)
      const others = this.items.filter((one) => one !== item && this.dice.chance(0.1))
      for (const one of [item, ...others]) {
        const perUnit = exactly(enough ? "1" : this.dice.pick(PER_UNIT))
        inputs.push(this.wanted(model, line, one, (perUnit * ordered) / ONE))
      }
    }
    const isPlain = inputs.every(({ inventory_item_id: item }) =>
      this.isAtOnePlace(model, order, item as string)
    )
    return isPlain
      ? { method: "createReservationItems", args: [inputs], flow: { kind: "sale" }, lines }
      : this.order(model, this.id("order"), channel)
  }

  /** A line that is edited: Medusa lets go of what it had, and wants the new quantity. */
  private again(model: Model, line: OrderLine): Call {
    const had = [...model.reservations.values()].filter((one) => one.line === line.id)
    const items = [...new Set(had.map(({ item }) => item))]
    const lives = had.some(({ deletedAt }) => deletedAt === null)
    const isPlain = items.every(
      (item) =>
        this.isAtOnePlace(model, line.order, item) &&
        this.isClear(had.filter((one) => one.item === item))
    )
    if (lives || !isPlain || !items.length) {
      return this.order(model, this.id("order"), line.channel)
    }
    const ordered = this.dice.chance(0.3) ? line.ordered : exactly(this.dice.pick(ORDERED))
    return {
      method: "createReservationItems",
      args: [items.map((item) => this.wanted(model, line, item, ordered))],
      flow: { kind: "sale" },
      lines: [{ ...line, ordered }],
    }
  }

  private wanted(
    model: Model,
    { id, channel }: OrderLine,
    item: string,
    quantity: Decimal
  ): ReservationInput {
    // Where an item is stocked nowhere, a backorder opens a level, under an id that nobody foresees.
    const isStocked = this.places(channel).some((location) => model.open({ item, location }))
    return {
      id: this.id("resitem"),
      inventory_item_id: item,
      location_id: this.dice.pick(LOCATIONS),
      quantity: text(quantity),
      line_item_id: id,
      ...(isStocked && this.dice.chance(0.2) ? { allow_backorder: true } : {}),
    }
  }

  /** More than any location has of the item alone, and as much as they have together or less. */
  private justTogether(model: Model, item: string, channel: string): Decimal | null {
    const has = this.places(channel)
      .map((location) => model.balance({ item, location }).available)
      .filter((available) => available > 0n)
      .sort((a, b) => (a < b ? 1 : -1))
    const together = has.reduce((sum, available) => sum + available, 0n)
    const more = has.length > 1 ? together - has[0] : 0n
    return more > 0n ? has[0] + (this.dice.chance(0.5) ? more : more / 2n) : null
  }

  private cancel(model: Model, { line }: Reservation): Call {
    const { order } = model.lines.get(line as string) as OrderLine
    const lines = [...model.lines.values()].filter((one) => one.order === order)
    return { method: "deleteReservationItemsByLineItem", args: [lines.map(({ id }) => id)] }
  }

  /** Mostly a share of the line, as Medusa ships it; at times from elsewhere, or too much. */
  private fulfilment(model: Model, { line, item, location }: Reservation): Call {
    const { dice } = this
    const { id, order, ...facts } = model.lines.get(line as string) as OrderLine
    const unsettled = [...model.fulfilments.values()].find(
      (one) => one.line === line && !one.settled
    )
    if (unsettled) {
      return this.shipped(model, unsettled)
    }
    const committed = model.committed(id, item)
    const open = openOf(facts)
    const isWhole = dice.chance(0.4) || open <= ONE
    const units = isWhole ? open : ONE
    const perUnit = model.perUnit.get(`${id} ${item}`)
    const share = isWhole || perUnit === undefined ? committed : perUnit
    const quantity = dice.chance(0.05) ? share + ONE : share
    const from = dice.chance(0.7) ? location : dice.pick(LOCATIONS)
    const shipped = { inventoryItemId: item, locationId: from, adjustment: text(-quantity) }
    return {
      method: "adjustInventory",
      args: dice.chance(0.5) ? [[shipped]] : Object.values(shipped),
      flow: { kind: "fulfil", orderId: order, lines: [{ id, quantity: text(units) }] },
      fulfilment: this.id("ful"),
    }
  }

  /** The order is settled, as by the event of a fulfilment; and then the fulfilment may be cancelled. */
  private shipped(model: Model, { order, ...one }: Fulfilment): Call {
    if (one.settled && this.dice.chance(0.6)) {
      return {
        method: "adjustInventory",
        args: [one.item, one.location, text(one.quantity)],
        flow: { kind: "cancel_fulfilment", orderId: order, fulfillmentId: one.id },
      }
    }
    const all = [...model.fulfilments.values()].filter((other) => other.order === order)
    const facts: OrderFacts = {
      order_id: order,
      created_at: new Date().toISOString(),
      canceled: false,
      draft: false,
      lines: [],
      fulfillments: all.map(({ id, canceled, location, line, item, quantity }) => ({
        id,
        canceled,
        location_id: location,
        items: [
          {
            ...{ line_item_id: line, inventory_item_id: item },
            ...{ quantity: text(quantity), in_kit: true },
          },
        ],
      })),
      returns: [],
    }
    return { method: "settleOrder", args: [facts] }
  }

  /** What Medusa's fulfilment does next, with figures that it read before: nothing comes of it. */
  private afterwards(model: Model, { line, id }: Reservation): Call {
    const { order } = model.lines.get(line as string) as OrderLine
    const flow: Call["flow"] = {
      kind: "fulfil",
      orderId: order,
      lines: [{ id: line as string, quantity: 1 }],
    }
    const of = [...model.reservations.values()].filter((one) => one.line === line)
    const ids = [...new Set([id, this.dice.pick(of).id])]
    return this.dice.chance(0.5)
      ? { method: "deleteReservationItems", args: [ids], flow }
      : {
          method: "updateReservationItems",
          args: [
            ids.map((one) => ({
              id: one,
              quantity: this.dice.pick(ORDERED),
              location_id: this.dice.pick(LOCATIONS),
            })),
          ],
          flow,
        }
  }

  /** A hold is covered, in part or wholly, or a cover is taken back. */
  private cover(model: Model, { id, quantity }: Hold): Call {
    const { dice } = this
    if (model.covers.length && dice.chance(0.3)) {
      const { hold, quantity: covered } = dice.pick(model.covers.slice(-5))
      return { method: "uncoverHold", args: [hold.id, text(covered)] }
    }
    const known = dice.chance(0.95) ? id : "ihold_none"
    const part = dice.pick([quantity, quantity / 2n, quantity + ONE, 0n])
    return {
      method: "coverHold",
      args: dice.chance(0.4) ? [known] : [known, { quantity: text(part) }],
    }
  }

  /** Of an order whose item was moved apart by hand, any place could be taken for its place. */
  private isAtOnePlace(model: Model, order: string, item: string): boolean {
    const places = model
      .live()
      .filter((one) => one.item === item && model.lines.get(one.line ?? "")?.order === order)
      .map(({ location }) => location)
    return new Set(places).size <= 1
  }

  /** Of several that were deleted at one moment, any could be taken for the latest. */
  private isClear(had: Reservation[]): boolean {
    const times = had.map(({ deletedAt }) => deletedAt)
    return new Set(times).size === times.length
  }

  private places(channel: string): string[] {
    return LOCATIONS.filter((location) => CHANNELS[location].includes(channel))
  }

  private id(kind: string): string {
    return `${kind}_${this.prefix}o${String(this.made++).padStart(6, "0")}`
  }
}
