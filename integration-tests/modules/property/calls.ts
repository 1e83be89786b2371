import { Dice } from "./dice"
import { OrderCalls } from "./order-calls"
import { text } from "./decimal"
import { type Model } from "./model"
import {
  type Call,
  type ChangeInput,
  type Key,
  type LevelInput,
  onHand,
  type ReservationInput,
  type State,
} from "./terms"

/** The world of the sequences: every item may be stocked at every location. */
export const ITEMS = ["BOLT", "CABLE", "WINE", "GLUE"] as const
export const LOCATIONS = ["Berlin", "Lyon", "Oslo"] as const
const LINES = ["line-1", "line-2", "line-3", "line-4", "line-5"] as const
const REASONS = ["delivery", "stocktake", null] as const

const HAND_STATES = ["available", "reserved", "damaged", "safety", "quality_control"] as const
const QUANTITIES = [1, 1, 2, 3, 5, 8, 20, 0, "0.1", "0.3", "2.75", "0.00005", "9007199254740993"]
const NONSENSE = ["much", "", Number.NaN, Number.POSITIVE_INFINITY, {}, "1.5.2", "0x10"].concat(
  "1".repeat(31),
  `0.${"1".repeat(21)}`
)

/** A random call that makes sense in the model's world, most of the time. */
export class Calls {
  private names = 0
  private readonly orders: OrderCalls | null

  /** @param prefix - sets the ids of a sequence with orders apart from those of others; without it there are none */
  constructor(
    private readonly dice: Dice,
    prefix?: string
  ) {
    this.orders = prefix === undefined ? null : new OrderCalls(dice, prefix, ITEMS)
  }

  next(model: Model): Call {
    if (this.orders && this.dice.chance(0.25)) {
      return this.orders.next(model)
    }
    const [method, args] = this.dice.pick(this.choices(model))()
    return { method, args }
  }

  private choices(model: Model): (() => [method: string, args: unknown[]])[] {
    const often = (times: number, make: () => [string, unknown[]]) =>
      Array.from({ length: times }, () => make)
    const { dice } = this
    const reservations = [...model.reservations.values()]
    const crowded = reservations.length > 40 ? 12 : 1
    const reservationIds = () => this.listOrOne(this.ids(reservations, "resitem_none"))
    const rowIds = () => this.listOrOne(this.ids([...model.rows.values()], "ilev_none"))
    const itemIds = () => this.listOrOne(dice.some(ITEMS, 2))
    return [
      ...often(26, () => ["changeStock", [this.changes(model)]]),
      ...often(18, () => [
        "createReservationItems",
        [this.listOrOne(this.times(3, () => this.reservation(model)))],
      ]),
      ...often(12, () => [
        "updateReservationItems",
        [this.listOrOne(this.times(3, () => this.reservationUpdate(model)))],
      ]),
      ...often(4 * crowded, () => ["deleteReservationItems", [reservationIds()]]),
      ...often(7, () => ["softDeleteReservationItems", [reservationIds()]]),
      ...often(5, () => [
        "deleteReservationItemsByLineItem",
        [this.listOrOne([...new Set(dice.some(LINES, 2))])],
      ]),
      ...often(1, () => ["deleteReservationItemByLocationId", [dice.pick(LOCATIONS)]]),
      ...often(5, () => ["restoreReservationItems", [reservationIds()]]),
      ...often(5, () => [
        "restoreReservationItemsByLineItem",
        [this.listOrOne([...new Set(dice.some(LINES, 2))])],
      ]),
      ...often(8, () => ["adjustInventory", this.adjustment(model)]),
      ...often(8, () => [
        "updateInventoryLevels",
        [this.listOrOne(this.times(3, () => this.levelUpdate(model)))],
      ]),
      ...often(10, () => [
        "createInventoryLevels",
        [this.listOrOne(this.times(2, () => this.level(model)))],
      ]),
      ...often(3, () => ["softDeleteInventoryLevels", [rowIds()]]),
      ...often(1, () => ["deleteInventoryLevels", [rowIds()]]),
      ...often(1, () => ["deleteInventoryLevel", Object.values(this.key(model))]),
      ...often(1, () => ["deleteInventoryItemLevelByLocationId", [dice.pick(LOCATIONS)]]),
      ...often(4, () => ["restoreInventoryLevels", [rowIds()]]),
      ...often(1, () => ["softDeleteInventoryItems", [itemIds()]]),
      ...often(3, () => ["restoreInventoryItems", [itemIds()]]),
      ...often(1, () => ["deleteInventoryItems", [dice.pick(ITEMS)]]),
      ...often(8, () => ["undoMovement", this.undo(model)]),
      ...ITEMS.filter((id) => !model.items.has(id)).flatMap((id) =>
        often(20, (): [string, unknown[]] => ["createInventoryItems", [{ id, sku: this.id("") }]])
      ),
    ]
  }

  // ---------------------------------------------------------------- by hand

  private changes(model: Model) {
    const { dice } = this
    const earlier = model.movements.filter(({ key }) => key)
    const repeat = earlier.length > 0 && dice.chance(0.05)
    const key = repeat ? (dice.pick(earlier).key as string) : this.id("key")
    return {
      changes: this.times(3, () => this.change(model)),
      reason: dice.pick(REASONS),
      ...(repeat || dice.chance(0.2) ? { idempotency_key: key } : {}),
      ...(dice.chance(0.15) ? { allow_negative: true } : {}),
    }
  }

  private change(model: Model): ChangeInput {
    const { dice } = this
    const key = this.key(model)
    const at = { inventory_item_id: key.item, location_id: key.location }
    const state = dice.chance(0.01) ? "committed" : dice.pick(HAND_STATES)
    const op = dice.pick(["set", "adjust", "adjust", "count", "move", "move"] as const)
    const figure = op === "count" ? onHand(model.balance(key)) : model.balance(key)[state as State]
    const expected = dice.chance(0.7)
      ? {}
      : { expected: dice.chance(0.8) ? text(figure) : this.quantity() }
    const named =
      op === "move" ? { from: state, to: dice.pick(HAND_STATES) } : op === "count" ? {} : { state }
    const quantity = this.quantity({ signed: op === "adjust" || dice.chance(0.03) })
    return { op, ...at, ...named, quantity, ...expected }
  }

  private undo(model: Model): unknown[] {
    const { dice } = this
    const recent = model.movements.slice(-60)
    const { id } = dice.chance(0.02) || !recent.length ? { id: "imov_none" } : dice.pick(recent)
    return dice.chance(0.3) ? [id, { allow_negative: true }] : [id]
  }

  // ---------------------------------------------------------------- reservations

  private reservation(model: Model): ReservationInput {
    const { dice } = this
    const key = this.key(model)
    return {
      id: this.id("resitem"),
      inventory_item_id: key.item,
      location_id: key.location,
      quantity: this.quantity({ signed: dice.chance(0.02) }),
      ...(dice.chance(0.65) ? { line_item_id: dice.pick(LINES) } : {}),
      ...(dice.chance(0.2) ? { allow_backorder: true } : {}),
    }
  }

  private reservationUpdate(model: Model): ReservationInput {
    const { dice } = this
    const live = dice.chance(0.95) ? model.live() : [...model.reservations.values()]
    const { id } = live.length ? dice.pick(live) : { id: "resitem_none" }
    const key = this.key(model)
    return {
      id,
      ...(dice.chance(0.7) ? { quantity: this.quantity({ signed: dice.chance(0.02) }) } : {}),
      ...(dice.chance(0.25) ? { location_id: key.location } : {}),
      ...(dice.chance(0.05) ? { inventory_item_id: key.item } : {}),
      ...(dice.chance(0.1) ? { line_item_id: dice.pick([...LINES, null]) } : {}),
      ...(dice.chance(0.15) ? { allow_backorder: dice.chance(0.5) } : {}),
    }
  }

  // ---------------------------------------------------------------- levels

  private adjustment(model: Model): unknown[] {
    const made = this.times(3, () => {
      const { item, location } = this.key(model)
      return {
        inventoryItemId: item,
        locationId: location,
        adjustment: this.quantity({ signed: true }),
      }
    })
    const [{ inventoryItemId, locationId, adjustment }] = made
    return this.dice.chance(0.5) ? [made] : [inventoryItemId, locationId, adjustment]
  }

  private levelUpdate(model: Model): LevelInput {
    const { item, location } = this.key(model)
    const signed = this.dice.chance(0.1)
    return {
      inventory_item_id: item,
      location_id: location,
      ...(this.dice.chance(0.7) ? { stocked_quantity: this.quantity({ signed }) } : {}),
      ...(this.dice.chance(0.3) ? { incoming_quantity: this.quantity({ signed }) } : {}),
    }
  }

  private level(model: Model): LevelInput {
    const keys = ITEMS.flatMap((item) => LOCATIONS.map((location) => ({ item, location })))
    const closed = keys.filter((key) => !model.open(key) && model.items.get(key.item) === null)
    const { item, location } = this.dice.pick(
      closed.length && this.dice.chance(0.9) ? closed : keys
    )
    return {
      id: this.id("ilev"),
      inventory_item_id: item,
      location_id: location,
      ...(this.dice.chance(0.7) ? { stocked_quantity: this.quantity() } : {}),
      ...(this.dice.chance(0.2) ? { incoming_quantity: this.quantity() } : {}),
    }
  }

  // ---------------------------------------------------------------- common

  private key(model: Model): Key {
    const open = model.openRows()
    const { item, location } =
      open.length && this.dice.chance(0.96)
        ? this.dice.pick(open)
        : { item: this.dice.pick([...ITEMS, "NONE"]), location: this.dice.pick(LOCATIONS) }
    return { item, location }
  }

  private quantity({ signed = false } = {}): unknown {
    if (this.dice.chance(0.01)) {
      return this.dice.pick(NONSENSE)
    }
    const quantity = this.dice.pick(QUANTITIES)
    const sign = signed && this.dice.chance(0.5) ? "-" : ""
    const written = `${sign}${quantity}`
    switch (this.dice.below(6)) {
      case 0:
        return { value: written }
      case 1:
        return { raw: { value: written } }
      case 2:
        return written
      default:
        return typeof quantity === "number" ? Number(written) : written
    }
  }

  private ids(rows: { id: string }[], unknown: string): string[] {
    const known = rows.length > 0 && this.dice.chance(0.97)
    return known ? [...new Set(this.dice.some(rows, 3).map(({ id }) => id))] : [unknown]
  }

  private times<T>(most: number, make: () => T): T[] {
    const length = this.dice.chance(0.6) ? 1 : 1 + this.dice.below(most)
    return Array.from({ length }, make)
  }

  private listOrOne<T>(list: T[]): T | T[] {
    return list.length === 1 && this.dice.chance(0.6) ? list[0] : list
  }

  private id(kind: string): string {
    return `${kind}_${String(this.names++).padStart(6, "0")}`
  }
}
