import { Books } from "./books"
import { cover, uncover } from "./covers"
import { cancelFulfilment, settle } from "./cancellations"
import { fulfil } from "./fulfilments"
import { sell } from "./sales"
import { changeStock, undo } from "./by-hand"
import { text } from "./decimal"
import { deleteItems, restoreItems, softDeleteItems } from "./items"
import { adjust, createLevels, deleteLevels, restoreLevels, updateLevels } from "./levels"
import {
  createReservations,
  deleteByLine,
  deleteReservations,
  restoreByLine,
  restoreReservations,
  updateReservations,
} from "./reservations"
import {
  type Adjustment,
  type Call,
  type ChangesInput,
  type LevelInput,
  type ReservationInput,
} from "./terms"

/**
 * The rules of the Inventory Module once more, told as plainly as possible: one caller, everything
 * in memory, no database. It says of every call whether it is refused and, if not, which movements
 * it makes and what it leaves. It shares no code with the engine.
 */

/** The methods of the module's service that change stock, alone or in a flow of Medusa's. */
export const METHODS = [
  "adjustInventory",
  "adjustInventory in cancel_fulfilment",
  "adjustInventory in fulfil",
  "changeStock",
  "coverHold",
  "createInventoryItems",
  "createInventoryLevels",
  "createReservationItems",
  "createReservationItems in sale",
  "deleteInventoryItemLevelByLocationId",
  "deleteInventoryItems",
  "deleteInventoryLevel",
  "deleteInventoryLevels",
  "deleteReservationItemByLocationId",
  "deleteReservationItems",
  "deleteReservationItems in fulfil",
  "deleteReservationItemsByLineItem",
  "restoreInventoryItems",
  "restoreInventoryLevels",
  "restoreReservationItems",
  "restoreReservationItemsByLineItem",
  "settleOrder",
  "softDeleteInventoryItems",
  "softDeleteInventoryLevels",
  "softDeleteReservationItems",
  "uncoverHold",
  "undoMovement",
  "updateInventoryLevels",
  "updateReservationItems",
  "updateReservationItems in fulfil",
] as const

/** As in {@link METHODS}. */
export function nameOfCall({ method, flow }: Call): string {
  return flow ? `${method} in ${flow.kind}` : method
}

export class Model extends Books {
  /** A model that has made the call; throws Refused and leaves this one as it is. */
  after(call: Call): Model {
    const next = new Model()
    next.items = new Map(this.items)
    next.balances = new Map(this.balances)
    next.rows = new Map(this.rows)
    next.reservations = new Map(this.reservations)
    next.movements = this.movements.slice()
    next.lines = new Map(this.lines)
    next.perUnit = new Map(this.perUnit)
    next.allocations = this.allocations.slice()
    next.holds = this.holds.slice()
    next.covers = this.covers.slice()
    next.fulfilments = new Map(this.fulfilments)
    next.undone = new Set(this.undone)
    next.keys = new Map(this.keys)
    next.deletedLast = new Map(this.deletedLast)
    next.clock = this.clock + 1
    next.make(call)
    return next
  }

  /** The same for two models that cannot be told apart by what they hold. */
  fingerprint(): string {
    const { items, rows, reservations, balances, deletedLast } = this
    const held = [items, rows, reservations, balances, deletedLast].map((map) =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1))
    )
    return JSON.stringify(held, (name, value: unknown) =>
      typeof value === "bigint" ? text(value) : ["at", "changed"].includes(name) ? null : value
    )
  }

  private make({ method, args, cameUpon, flow, lines = [], fulfilment }: Call): void {
    lines.forEach((line) => this.lines.set(line.id, line))
    const fulfilling = flow?.kind === "fulfil" ? flow : null
    const settled = fulfilling?.lines.map(({ id }) => id)
    const first = args[0]
    const found = this.live().filter(
      ({ id, line, quantity }) =>
        !cameUpon || cameUpon.includes(id) || (quantity === 0n && line === null)
    )
    switch (method) {
      case "changeStock":
        return changeStock(this, first as ChangesInput)
      case "createReservationItems":
        return flow?.kind === "sale"
          ? sell(this, [first].flat() as ReservationInput[])
          : createReservations(this, [first].flat() as ReservationInput[])
      case "updateReservationItems":
        return updateReservations(this, [first].flat() as ReservationInput[], settled)
      case "deleteReservationItems":
        return deleteReservations(this, "hard", this.reservationsById(first), settled)
      case "softDeleteReservationItems":
        return deleteReservations(this, "soft", this.reservationsById(first), settled)
      case "deleteReservationItemsByLineItem":
        return deleteByLine(this, [first].flat() as string[], found)
      case "deleteReservationItemByLocationId":
        return deleteReservations(
          this,
          "soft",
          found.filter(({ location }) => [first].flat().includes(location))
        )
      case "restoreReservationItems":
        return restoreReservations(this, this.reservationsById(first))
      case "restoreReservationItemsByLineItem":
        return restoreByLine(this, [first].flat() as string[])
      case "adjustInventory":
        return flow?.kind === "cancel_fulfilment"
          ? cancelFulfilment(this, flow.fulfillmentId)
          : fulfilling
            ? fulfil(this, fulfilling, adjustmentsOf(args), fulfilment)
            : adjust(this, adjustmentsOf(args))
      case "createInventoryLevels":
        return createLevels(this, [first].flat() as LevelInput[])
      case "updateInventoryLevels":
        return updateLevels(this, [first].flat() as LevelInput[])
      case "softDeleteInventoryLevels":
        return deleteLevels(this, "soft", this.rowsById(first))
      case "deleteInventoryLevels":
        return deleteLevels(this, "hard", this.rowsById(first))
      case "deleteInventoryLevel": {
        const row = this.open({ item: first as string, location: args[1] as string })
        return deleteLevels(this, "hard", row ? [row] : [])
      }
      case "deleteInventoryItemLevelByLocationId":
        return deleteLevels(
          this,
          "soft",
          this.openRows().filter(({ location }) => [first].flat().includes(location))
        )
      case "restoreInventoryLevels":
        return restoreLevels(
          this,
          this.rowsById(first).filter(({ closed }) => closed)
        )
      case "createInventoryItems":
        return [first].flat().forEach((item) => {
          this.items.set((item as { id: string }).id, null)
        })
      case "softDeleteInventoryItems":
        return softDeleteItems(this, [first].flat() as string[])
      case "restoreInventoryItems":
        return restoreItems(this, [first].flat() as string[])
      case "deleteInventoryItems":
        return deleteItems(this, [first].flat() as string[])
      case "coverHold":
        return cover(this, first as string, (args[1] ?? {}) as { quantity?: unknown })
      case "uncoverHold":
        return uncover(this, first as string, args[1])
      case "settleOrder":
        return settle(this, (first as { order_id: string }).order_id)
      case "undoMovement":
        return undo(this, first as string, (args[1] ?? {}) as { allow_negative?: boolean })
      default:
        throw new Error(`The model does not know ${method}`)
    }
  }
}

function adjustmentsOf([first, locationId, adjustment]: unknown[]): Adjustment[] {
  return Array.isArray(first)
    ? (first as Adjustment[])
    : [{ inventoryItemId: first as string, locationId: locationId as string, adjustment }]
}
