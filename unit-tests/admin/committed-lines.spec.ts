import { committedLines } from "../../src/admin/lib/committed-lines"
import type { OrderStockResponse } from "../../src/api/types/order-stock"

type OrderStock = OrderStockResponse["order_stock"]

/**
 * An order of two lines: a set of one FLASK and two CORK, and three ALEMBIC.
 *
 *     FLASK    1 at Berlin   it has all of it
 *     CORK     2 at Lyon     moved there by hand; the decision was Berlin
 *     ALEMBIC  3 at Berlin   together with others
 */
const STOCK: OrderStock = {
  order_id: "order_1",
  committed: [
    reservation("resitem_1", "line_set", "FLASK", "Berlin", "1"),
    reservation("resitem_2", "line_set", "CORK", "Lyon", "2"),
    reservation("resitem_3", "line_alembic", "ALEMBIC", "Berlin", "3"),
  ],
  holds: [],
  allocations: [
    allocation("line_set", "FLASK", "covers"),
    allocation("line_set", "CORK", "covers"),
    allocation("line_alembic", "ALEMBIC", "together"),
  ],
  proposals: [],
  transfers: [],
  events: [],
}

function reservation(id: string, line: string, item: string, location: string, quantity: string) {
  return {
    reservation_id: id,
    line_item_id: line,
    inventory_item_id: item,
    location_id: location,
    quantity,
  }
}

function allocation(line: string, item: string, reason: string) {
  return {
    id: `${line}-${item}`,
    line_item_id: line,
    inventory_item_id: item,
    location_id: "Berlin",
    quantity: "1",
    strategy: "priority",
    reason,
    suggested_location_id: null,
    holds: [],
    created_at: "2026-11-22T10:00:00Z",
  }
}

describe("what an order has committed, line by line", () => {
  const lines = [
    { id: "line_alembic", product_title: "Alembic", variant_title: "Copper" },
    { id: "line_gift", title: "Gift card", product_title: "Gift card", variant_title: "Gift card" },
    { id: "line_set", title: "Set", product_title: null, variant_title: null },
  ]

  it("follows the order's lines and leaves out those without stock", () => {
    expect(committedLines(STOCK, lines).map(({ title }) => title)).toEqual([
      "Alembic · Copper",
      "Set",
    ])
  })

  it("says why each part is where it is, unless a person has moved it", () => {
    const [alembic, set] = committedLines(STOCK, lines)
    expect(alembic.parts).toEqual([
      {
        reservationId: "resitem_3",
        itemId: "ALEMBIC",
        locationId: "Berlin",
        quantity: "3",
        decision: { reason: "together", strategy: "priority" },
      },
    ])
    expect(set.parts.map(({ itemId, decision }) => [itemId, decision?.reason])).toEqual([
      ["FLASK", "covers"],
      ["CORK", undefined],
    ])
  })

  it("keeps what is committed for a line that the order does not have any more, last", () => {
    const found = committedLines(STOCK, lines.slice(0, 1))
    expect(found.map(({ lineItemId, title }) => [lineItemId, title])).toEqual([
      ["line_alembic", "Alembic · Copper"],
      ["line_set", null],
    ])
  })
})
