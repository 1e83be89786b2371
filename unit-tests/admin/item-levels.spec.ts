import { itemTitle, levelsAt, namesOf, simpleLevel } from "../../src/admin/lib/item-levels"
import { isKit } from "../../src/admin/lib/kit"
import type { ItemStock, LocationInfo } from "../../src/api/types/item-stock"
import { stockLevel } from "./stock-level"

const BERLIN = location("Berlin")
const LYON = location("Lyon")

function location(name: string): LocationInfo {
  return { id: name, name, active: true, attached: true, priority: 0, kind: "warehouse" }
}

function item(...locations: string[]): ItemStock {
  return {
    inventory_item_id: "iitem_1",
    sku: "FLASK",
    title: "Flask",
    levels: locations.map((one) => stockLevel(one, {})),
  }
}

describe("an item's levels", () => {
  it("come with their locations, in the order of the answer", () => {
    const found = levelsAt(item("Lyon", "Berlin"), [BERLIN, LYON])
    expect(found.map((one) => one.location)).toEqual([LYON, BERLIN])
  })

  it("are shown by id at a location that is gone, which is not sold from", () => {
    expect(levelsAt(item("Oslo"), [BERLIN])[0].location).toMatchObject({
      name: "Oslo",
      attached: false,
    })
  })

  it.each([
    ["one location, one level", item("Berlin"), [BERLIN], "Berlin"],
    ["two locations, one level", item("Berlin"), [BERLIN, LYON], undefined],
    ["one location, no level", item(), [BERLIN], undefined],
    ["a level at a location that is gone", item("Berlin", "Oslo"), [BERLIN], undefined],
  ])("are simple or not: %s", (_, of, locations, at) => {
    expect(simpleLevel(of, locations)?.location.name).toBe(at)
  })
})

it("an item goes by its SKU, else its title, else its id", () => {
  expect(itemTitle(item())).toBe("FLASK")
  expect(itemTitle({ ...item(), sku: "" })).toBe("Flask")
  expect(itemTitle({ ...item(), sku: null, title: null })).toBe("iitem_1")
})

it("a refusal gets the names of the item and of all locations", () => {
  expect(namesOf(item(), [BERLIN])).toEqual({
    items: { iitem_1: { sku: "FLASK", title: "Flask" } },
    locations: { Berlin: "Berlin" },
    users: {},
  })
})

it.each([
  [["1"], false],
  [["2"], true],
  [["1", "1"], true],
  [[], false],
])("a variant of %j is a kit: %s", (required, kit) => {
  expect(isKit(required.map((required_quantity) => ({ required_quantity })))).toBe(kit)
})
