import type { IInventoryService } from "@medusajs/framework/types"

import type { EmittedEvent, ModuleName, RunningModule } from "../start-module"

/** One call of the module, with what it answered and which events it emitted. */
export interface Answer {
  call: string
  answer: unknown
  events: string[]
}

type Call = (service: Service) => Promise<unknown>

/** What Medusa's interface leaves out, but its module has, and its workflows call. */
type Service = IInventoryService & {
  softDeleteInventoryItems(ids: string[], config?: object): Promise<unknown>
  softDeleteInventoryLevels(ids: string[], config?: object): Promise<unknown>
  softDeleteReservationItems(ids: string[], config?: object): Promise<unknown>
  restoreInventoryItems(ids: string[], config?: object): Promise<unknown>
  restoreInventoryLevels(ids: string[], config?: object): Promise<unknown>
  restoreReservationItems(ids: string[], config?: object): Promise<unknown>
}

const all = (length: number) => Array.from({ length }, (_, index) => index)
const item = (id: string, more: object = {}) => ({ id, sku: id, ...more })
const level = (inventory_item_id: string, location_id: string, more: object = {}) => ({
  id: `level-${inventory_item_id}-${location_id}`,
  inventory_item_id,
  location_id,
  ...more,
})
const reservation = (
  id: string,
  inventory_item_id: string,
  quantity: number,
  more: object = {}
) => ({
  ...{ id, inventory_item_id, location_id: "Berlin", quantity },
  ...more,
})

/**
 * A life of an inventory in calls: what Medusa's workflows and API routes call, in the forms that its
 * interface allows. Calls that Medusa's module gets wrong are not made here.
 */
const CALLS: Record<string, Call> = {
  "create an item": (s) =>
    s.createInventoryItems(
      item("BOLT", {
        ...{ title: "A bolt", description: "M8", material: "steel", hs_code: "7318" },
        ...{ origin_country: "de", mid_code: "m", weight: 12, length: 3, height: 1, width: 1 },
        ...{ requires_shipping: true, thumbnail: "bolt.png", metadata: { shelf: 4 } },
        ...{ unit_of_measure: "pc" },
      })
    ),
  "create items": (s) => s.createInventoryItems([item("CABLE"), item("WINE", { title: "Red" })]),
  "create many items": (s) => s.createInventoryItems(all(20).map((n) => item(`ITEM-${n + 10}`))),
  "create an item whose SKU is taken": (s) =>
    s.createInventoryItems(item("OTHER", { sku: "BOLT" })),
  "update an item": (s) => s.updateInventoryItems({ id: "BOLT", title: "The bolt" }),
  "update items": (s) => s.updateInventoryItems([{ id: "CABLE", weight: 5, metadata: { a: 1 } }]),
  "update an unknown item": (s) => s.updateInventoryItems({ id: "NONE", title: "x" }),

  "create a level": (s) =>
    s.createInventoryLevels(level("BOLT", "Berlin", { stocked_quantity: 12 })),
  "create levels": (s) =>
    s.createInventoryLevels([
      level("BOLT", "Lyon", { stocked_quantity: 5, incoming_quantity: 2 }),
      level("CABLE", "Berlin", { stocked_quantity: 2.5, metadata: { bin: "7" } }),
      level("WINE", "Berlin"),
    ]),
  "create a level twice": (s) =>
    s.createInventoryLevels({ ...level("BOLT", "Berlin"), ...{ id: "x" } }),
  "create a level of an unknown item": (s) => s.createInventoryLevels(level("NONE", "Berlin")),

  "create a reservation": (s) =>
    s.createReservationItems(
      reservation("res-1", "BOLT", 2, {
        ...{ line_item_id: "line-1", description: "d", created_by: "user-1" },
        ...{ metadata: { gift: true }, external_id: "ext" },
      })
    ),
  "create reservations": (s) =>
    s.createReservationItems([
      reservation("res-2", "BOLT", 1.5, { line_item_id: "line-2" }),
      reservation("res-3", "CABLE", 1),
      reservation("res-4", "WINE", 3, { line_item_id: "line-2", allow_backorder: true }),
    ]),
  "create a reservation of too much": (s) => s.createReservationItems(reservation("x", "BOLT", 99)),
  "create a reservation where nothing is stocked": (s) =>
    s.createReservationItems({ ...reservation("x", "BOLT", 1), location_id: "Oslo" }),
  "create a reservation of an unknown item": (s) =>
    s.createReservationItems(reservation("x", "NONE", 1)),

  "list items": (s) => s.listInventoryItems({}),
  "list items, sorted": (s) => s.listInventoryItems({}, { order: { sku: "DESC" }, take: 4 }),
  "list a page of items": (s) => s.listInventoryItems({}, { take: 3, skip: 2 }),
  "list items by id": (s) => s.listInventoryItems({ id: ["BOLT", "WINE"] }),
  "list items by one id": (s) => s.listInventoryItems({ id: "BOLT" }),
  "list items by SKU": (s) => s.listInventoryItems({ sku: "CABLE" }),
  "list items by no SKU": (s) => s.listInventoryItems({ sku: [] }),
  "list items by text": (s) => s.listInventoryItems({ q: "bolt" }),
  "list some fields of items": (s) =>
    s.listInventoryItems({ id: "BOLT" }, { select: ["id", "sku", "stocked_quantity"] }),
  "list the sums of items": (s) =>
    s.listInventoryItems(
      { id: ["BOLT", "CABLE", "ITEM-10"] },
      { select: ["id", "reserved_quantity", "stocked_quantity"] }
    ),
  "list items with levels": (s) =>
    s.listInventoryItems({ id: ["BOLT", "ITEM-10"] }, { relations: ["location_levels"] }),
  "list items with fields of levels": (s) =>
    s.listInventoryItems(
      { id: ["BOLT", "CABLE"] },
      {
        relations: ["location_levels"],
        select: [
          ...["id", "location_levels.location_id", "location_levels.available_quantity"],
          ...["location_levels.stocked_quantity", "location_levels.reserved_quantity"],
        ] as never,
      }
    ),
  "list items with reservations": (s) =>
    s.listInventoryItems({ id: "BOLT" }, { relations: ["reservation_items", "location_levels"] }),
  "list items by their levels": (s) =>
    s.listInventoryItems({ location_levels: { location_id: "Lyon" } } as never),
  "list and count items": (s) => s.listAndCountInventoryItems({}, { take: 2 }),
  "list and count items with levels": (s) =>
    s.listAndCountInventoryItems({ id: "BOLT" }, { relations: ["location_levels"] }),
  "retrieve an item": (s) => s.retrieveInventoryItem("BOLT"),
  "retrieve an item with levels": (s) =>
    s.retrieveInventoryItem("BOLT", { relations: ["location_levels"] }),
  "retrieve fields of an item": (s) =>
    s.retrieveInventoryItem("BOLT", { select: ["sku", "stocked_quantity"] }),
  "retrieve an unknown item": (s) => s.retrieveInventoryItem("NONE"),

  "list levels": (s) => s.listInventoryLevels({}),
  "list levels by item": (s) => s.listInventoryLevels({ inventory_item_id: "BOLT" }),
  "list levels by location": (s) => s.listInventoryLevels({ location_id: ["Lyon"] }),
  "list fields of levels": (s) =>
    s.listInventoryLevels({}, { select: ["id", "stocked_quantity"], order: { id: "DESC" } }),
  "list levels by what they hold": (s) =>
    s.listInventoryLevels({ stocked_quantity: { $gte: 5 } } as never),
  "list levels with their items": (s) =>
    s.listInventoryLevels({ location_id: "Lyon" }, { relations: ["inventory_item"] }),
  "list and count levels": (s) => s.listAndCountInventoryLevels({}, { take: 1, skip: 1 }),
  "retrieve a level": (s) => s.retrieveInventoryLevel("level-BOLT-Lyon"),
  "retrieve an unknown level": (s) => s.retrieveInventoryLevel("none"),
  "retrieve a level by item and location": (s) =>
    s.retrieveInventoryLevelByItemAndLocation("BOLT", "Berlin"),
  "retrieve an unknown level by item and location": (s) =>
    s.retrieveInventoryLevelByItemAndLocation("BOLT", "Oslo"),

  "list reservations": (s) => s.listReservationItems({}),
  "list reservations by line": (s) => s.listReservationItems({ line_item_id: ["line-2"] }),
  "list fields of reservations": (s) =>
    s.listReservationItems({}, { select: ["id", "quantity"], take: 2 }),
  "list reservations with their items": (s) =>
    s.listReservationItems({ id: ["res-1"] }, { relations: ["inventory_item"] }),
  "list and count reservations": (s) =>
    s.listAndCountReservationItems({ inventory_item_id: "BOLT" }),
  "retrieve a reservation": (s) => s.retrieveReservationItem("res-1"),
  "retrieve an unknown reservation": (s) => s.retrieveReservationItem("none"),

  "available at one location": (s) => s.retrieveAvailableQuantity("BOLT", ["Berlin"]),
  "available at several": (s) => s.retrieveAvailableQuantity("BOLT", ["Berlin", "Lyon", "Oslo"]),
  "available nowhere": (s) => s.retrieveAvailableQuantity("BOLT", []),
  "available below zero": (s) => s.retrieveAvailableQuantity("WINE", ["Berlin"]),
  "available of an unknown item": (s) => s.retrieveAvailableQuantity("NONE", ["Berlin"]),
  "stocked at several": (s) => s.retrieveStockedQuantity("BOLT", ["Berlin", "Lyon"]),
  "stocked nowhere": (s) => s.retrieveStockedQuantity("BOLT", []),
  "stocked of an unknown item": (s) => s.retrieveStockedQuantity("NONE", ["Berlin"]),
  "reserved at several": (s) => s.retrieveReservedQuantity("BOLT", ["Berlin", "Lyon"]),
  "reserved nowhere": (s) => s.retrieveReservedQuantity("BOLT", []),
  "reserved of an unknown item": (s) => s.retrieveReservedQuantity("NONE", ["Berlin"]),
  "confirm what there is": (s) => s.confirmInventory("BOLT", ["Berlin", "Lyon"], 13.5),
  "confirm more": (s) => s.confirmInventory("BOLT", ["Berlin", "Lyon"], 13.6),
  "confirm of an unknown item": (s) => s.confirmInventory("NONE", ["Berlin"], 1),

  "update a level": (s) =>
    s.updateInventoryLevels({
      ...{ inventory_item_id: "BOLT", location_id: "Berlin", stocked_quantity: 20 },
    }),
  "update levels": (s) =>
    s.updateInventoryLevels([
      { inventory_item_id: "BOLT", location_id: "Lyon", incoming_quantity: 4 },
      { inventory_item_id: "WINE", location_id: "Berlin", stocked_quantity: 9.25 },
    ]),
  "update a level's metadata": (s) =>
    s.updateInventoryLevels({
      ...{ inventory_item_id: "CABLE", location_id: "Berlin", metadata: { row: 2 } },
    } as never),
  "update an unknown level": (s) =>
    s.updateInventoryLevels({
      ...{ inventory_item_id: "BOLT", location_id: "Oslo", stocked_quantity: 1 },
    }),
  "adjust a level": (s) => s.adjustInventory("BOLT", "Berlin", -1),
  "adjust levels": (s) =>
    s.adjustInventory([
      { inventoryItemId: "BOLT", locationId: "Lyon", adjustment: 0.1 },
      { inventoryItemId: "CABLE", locationId: "Berlin", adjustment: 3 },
    ]),
  "adjust an unknown level": (s) => s.adjustInventory("BOLT", "Oslo", 1),

  "update a reservation": (s) => s.updateReservationItems({ id: "res-1", quantity: 3 }),
  "update reservations": (s) =>
    s.updateReservationItems([
      { id: "res-2", quantity: 1, description: "less" },
      { id: "res-3", metadata: { b: 2 } },
    ]),
  "update a reservation to too much": (s) =>
    s.updateReservationItems({ id: "res-3", quantity: 99 }),
  "update an unknown reservation": (s) => s.updateReservationItems({ id: "none", quantity: 1 }),

  "soft-delete reservations": (s) => s.softDeleteReservationItems(["res-3"]),
  "restore reservations": (s) => s.restoreReservationItems(["res-3"]),
  "delete reservations by line": (s) => s.deleteReservationItemsByLineItem("line-2"),
  "restore reservations by line": (s) => s.restoreReservationItemsByLineItem("line-2"),
  "delete reservations by lines": (s) => s.deleteReservationItemsByLineItem(["line-2", "line-9"]),
  "delete a reservation": (s) => s.deleteReservationItems("res-3"),
  "delete an unknown reservation": (s) => s.deleteReservationItems(["none"]),
  "list what is left of the reservations": (s) => s.listReservationItems({}),
  "list the levels that they held": (s) => s.listInventoryLevels({}),
  "delete reservations by location": (s) => s.deleteReservationItemByLocationId("Berlin"),

  "soft-delete a level": (s) =>
    s.softDeleteInventoryLevels(["level-CABLE-Berlin"], {
      returnLinkableKeys: ["inventory_level_id"],
    }),
  "restore a level": (s) => s.restoreInventoryLevels(["level-CABLE-Berlin"]),
  "list the restored level": (s) => s.listInventoryLevels({ inventory_item_id: "CABLE" }),
  "delete a level": (s) => s.deleteInventoryLevel("WINE", "Berlin"),
  "delete an unknown level": (s) => s.deleteInventoryLevel("WINE", "Oslo"),
  "empty a level": (s) =>
    s.updateInventoryLevels({
      ...{ inventory_item_id: "BOLT", location_id: "Lyon", incoming_quantity: 0 },
    }),
  "delete levels by id": (s) => s.deleteInventoryLevels(["level-BOLT-Lyon"]),
  "delete the levels of a location": (s) => s.deleteInventoryItemLevelByLocationId("Berlin"),
  "list no levels": (s) => s.listInventoryLevels({}),

  "soft-delete items": (s) =>
    s.softDeleteInventoryItems(["ITEM-10"], { returnLinkableKeys: ["inventory_item_id"] }),
  "restore items": (s) => s.restoreInventoryItems(["ITEM-10"]),
  "create a level to be deleted with its item": (s) =>
    s.createInventoryLevels(level("ITEM-11", "Berlin", { stocked_quantity: 4 })),
  "reserve of it": (s) => s.createReservationItems(reservation("res-9", "ITEM-11", 1)),
  "soft-delete an item with all that is on it": (s) => s.softDeleteInventoryItems(["ITEM-11"]),
  "restore an item with all that was on it": (s) => s.restoreInventoryItems(["ITEM-11"]),
  "list the restored item": (s) =>
    s.listInventoryItems(
      { id: "ITEM-11" },
      { relations: ["location_levels", "reservation_items"] }
    ),
  "delete items": (s) => s.deleteInventoryItems(["ITEM-12", "ITEM-13"]),
  "delete an unknown item": (s) => s.deleteInventoryItems("NONE"),
  "list items at the end": (s) => s.listInventoryItems({}, { take: 50, select: ["id"] }),
}

/** Makes every call, one after another. */
export async function live({ service, events }: RunningModule<ModuleName>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const [name, call] of Object.entries(CALLS)) {
    events.length = 0
    const answer = await call(service as Service).then(told, toldError)
    answers.push({ call: name, answer, events: events.map(toldEvent).sort() })
  }
  return answers
}

/** An answer with what differs from run to run taken out; Medusa's big numbers by their kind and value. */
function told(value: unknown): unknown {
  if (value instanceof Date) {
    return "(a date)"
  }
  if (Array.isArray(value)) {
    return value.map(told)
  }
  if (typeof value === "object" && value !== null) {
    if (value.constructor.name === "BigNumber") {
      return `(a big number) ${Number(value)}`
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, told(inner)]))
  }
  return value
}

function toldError(error: Error & { type?: string }): unknown {
  return { error: error.type, message: error.message }
}

function toldEvent({ name, data, metadata }: EmittedEvent): string {
  const { object, action, source } = metadata ?? {}
  return [name, object, action, source, Object.keys(data).sort(), data.id].join(" ")
}
