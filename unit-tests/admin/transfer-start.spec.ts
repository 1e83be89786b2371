import { draftFrom, readTransferStart, transferStartPath } from "../../src/admin/lib/transfer-start"

const read = (address: string) => readTransferStart(new URLSearchParams(address.split("?")[1]))
const MUG = { id: "iitem_mug", sku: "MUG", title: "Mug" }

/** What is watched in Hamburg, and in the web shop, where 2.5 are to be ordered. */
const HAMBURG = {
  inventory_item_id: "iitem_mug",
  place: "location" as const,
  location_id: "sloc_hamburg",
  sales_channel_id: null,
  order: "2.5",
}
const WEB = { ...HAMBURG, place: "channel" as const, location_id: null, sales_channel_id: "sc_web" }

describe("a transfer that fills up what is watched", () => {
  it("begins with item, quantity and destination, in the language of the person", () => {
    const start = read(transferStartPath(HAMBURG))
    expect(start).toEqual({ itemId: "iitem_mug", quantity: "2.5", destinationId: "sloc_hamburg" })
    expect(draftFrom(start as NonNullable<typeof start>, MUG, {}, "de")).toMatchObject({
      originId: "",
      destinationId: "sloc_hamburg",
      lines: [{ ...MUG, quantity: "2,5", holdId: null }],
    })
  })

  it("leaves the destination open where there are several", () => {
    expect(read(transferStartPath(WEB))).toMatchObject({ destinationId: "" })
  })

  it("is not begun by an address without an item, and moves one where it names no quantity", () => {
    expect(read("?quantity=3")).toBeNull()
    expect(read("?inventory_item_id=iitem_mug&quantity=many")).toMatchObject({ quantity: "1" })
  })
})
