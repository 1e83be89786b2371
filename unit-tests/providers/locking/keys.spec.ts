import { generateEntityId } from "@medusajs/framework/utils"

import { newId } from "../../../src/modules/inventory/ids"
import { keysToLock } from "../../../src/providers/locking/keys"

const ITEM = "iitem_01JDWQ5Z9K3T7M2N8P4R6S0V1X"

describe("keysToLock", () => {
  it("lets the ids of items pass, as Medusa and as Stockroom make them", () => {
    expect(keysToLock(generateEntityId(undefined, "iitem"))).toEqual([])
    expect(keysToLock([newId("iitem"), newId("iitem")])).toEqual([])
  })

  it.each([
    ["a cart", "cart_01JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["an order", "order_01JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["a product", "prod_01JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["a level", "ilev_01JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["a reservation", "resitem_01JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["an item's id with more behind it", `${ITEM}:price-feed`],
    ["an item's id and a line break", `${ITEM}\n`],
    ["an item's id with more before it", `lock:${ITEM}`],
    ["the prefix alone", "iitem_"],
    ["the bare ULID", "01JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["an id that was chosen by hand", "iitem_candle"],
    ["a letter that ULIDs do not have", "iitem_01JDWQ5Z9K3T7M2N8P4R6S0V1U"],
    ["a ULID beyond the last", "iitem_81JDWQ5Z9K3T7M2N8P4R6S0V1X"],
    ["nothing", ""],
  ])("locks %s", (_, key) => {
    expect(keysToLock(key)).toEqual([key])
    expect(keysToLock([ITEM, key])).toEqual([key])
  })

  it("sorts, and names each key once", () => {
    const keys = ["order_2", "cart_1", ITEM, "order_1", "cart_1", "order_2"]

    expect(keysToLock(keys)).toEqual(["cart_1", "order_1", "order_2"])
    expect(keys[0]).toBe("order_2")
  })
})
