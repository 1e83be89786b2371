import { obstacleGroups } from "../../src/admin/lib/obstacles"

describe("what stands against a deactivation", () => {
  it("is sorted by reason, an item once for each, with the page to go to", () => {
    const groups = obstacleGroups("sloc_1", [
      { inventory_item_id: "iitem_1", obstacle: "below_zero", quantity: "-2" },
      { inventory_item_id: "iitem_1", obstacle: "reserved", quantity: "1.5" },
      { inventory_item_id: "iitem_1", obstacle: "reserved", quantity: "1" },
      { inventory_item_id: "iitem_2", obstacle: "committed", quantity: "3" },
    ])

    expect(groups).toEqual([
      {
        kind: "committed",
        items: [{ itemId: "iitem_2", quantity: "3" }],
        to: "/inventory/levels?location_id=sloc_1&state=committed",
      },
      {
        kind: "reserved",
        items: [{ itemId: "iitem_1", quantity: "2.5" }],
        to: "/reservations",
      },
      {
        kind: "below_zero",
        items: [{ itemId: "iitem_1", quantity: "-2" }],
        to: "/inventory/levels?location_id=sloc_1&show=negative",
      },
    ])
  })

  it("is nothing where nothing does", () => {
    expect(obstacleGroups("sloc_1", [])).toEqual([])
  })
})
