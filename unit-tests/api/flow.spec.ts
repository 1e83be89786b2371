import { flowOf } from "../../src/api/utils/flow"

const flow = (method: string, path: string, body: unknown = {}) => flowOf({ method, path, body })

describe("a request says what it does to stock", () => {
  it.each([
    ["/store/carts/cart_1/complete"],
    ["/admin/draft-orders/order_1/convert-to-order"],
    ["/admin/order-edits/order_1/confirm"],
    ["/admin/claims/claim_1/request"],
    ["/admin/exchanges/exchange_1/request"],
  ])("POST %s is a sale", (path) => {
    expect(flow("POST", path)).toEqual({ kind: "sale" })
  })

  it.each([
    ["/admin/reservations"],
    ["/admin/reservations/res_1"],
    ["/admin/inventory-items/iitem_1/location-levels"],
    ["/admin/stockroom/stock"],
  ])("%s is by hand", (path) => {
    expect(flow("POST", path)).toEqual({ kind: "by_hand" })
  })

  it("a fulfilment, with its lines", () => {
    const items = [
      { id: "ordli_1", quantity: 2 },
      { id: 7, quantity: 1 },
    ]
    expect(flow("POST", "/admin/orders/order_1/fulfillments", { items })).toEqual({
      kind: "fulfil",
      orderId: "order_1",
      lines: [{ id: "ordli_1", quantity: 2 }],
    })
    expect(flow("POST", "/admin/orders/order_1/fulfillments", null)).toMatchObject({ lines: [] })
  })

  it("its cancellation, and a return", () => {
    expect(flow("POST", "/admin/orders/order_1/fulfillments/ful_1/cancel")).toEqual({
      kind: "cancel_fulfilment",
      orderId: "order_1",
      fulfillmentId: "ful_1",
    })
    expect(flow("POST", "/admin/returns/return_1/receive/confirm")).toEqual({
      kind: "receive_return",
      returnId: "return_1",
    })
  })

  it.each([
    ["GET", "/admin/orders/order_1/fulfillments"],
    ["POST", "/admin/orders/order_1/fulfillments/ful_1/shipments"],
    ["POST", "/store/carts/cart_1/line-items"],
    ["POST", "/store/my-checkout"],
    ["POST", "/admin/draft-orders/order_1/edit/confirm"],
  ])("%s %s says nothing", (method, path) => {
    expect(flow(method, path)).toBeNull()
  })
})
