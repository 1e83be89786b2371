import { itemName, locationName, withNames } from "../../src/admin/lib/names"

const NAMES = {
  items: {
    iitem_1: { sku: "WIDGET", title: "Widget, large" },
    iitem_2: { sku: null, title: "Honey by weight" },
  },
  locations: { sloc_1: "Berlin" },
  users: {},
}

describe("names", () => {
  it("an item has its SKU, else its title, else its id", () => {
    expect(itemName(NAMES, "iitem_1")).toBe("WIDGET")
    expect(itemName(NAMES, "iitem_2")).toBe("Honey by weight")
    expect(itemName(NAMES, "iitem_3")).toBe("iitem_3")
  })

  it("a location that is gone has its id", () => {
    expect(locationName(NAMES, "sloc_1")).toBe("Berlin")
    expect(locationName(NAMES, "sloc_2")).toBe("sloc_2")
  })

  it("stand in for ids in what the API says", () => {
    expect(withNames("Item iitem_1 at location sloc_1: available would be -1", NAMES)).toBe(
      "Item WIDGET at location Berlin: available would be -1"
    )
  })
})
