import {
  changeFilters,
  filterQuery,
  isNarrowed,
  nextOrder,
  readLevelFilters,
  writeLevelFilters,
} from "../../src/admin/lib/level-filters"

const read = (address: string) => readLevelFilters(new URLSearchParams(address))
const NOTHING = read("")

describe("the address of the page of all levels", () => {
  it("is empty where nothing is narrowed", () => {
    expect(NOTHING).toEqual({
      q: "",
      locationIds: [],
      states: [],
      show: null,
      order: "sku",
      cursor: null,
      from: 1,
    })
    expect(writeLevelFilters(NOTHING).toString()).toBe("")
    expect(isNarrowed(NOTHING)).toBe(false)
  })

  it.each([
    "q=widget",
    "location_id=sloc_1&location_id=sloc_2",
    "state=damaged&state=committed",
    "show=negative",
    "order=-available",
    "cursor=abc&from=51",
    "q=a&location_id=b&state=reserved&show=zero&order=-sku&cursor=c&from=101",
  ])("%s is read and written again", (address) => {
    expect(writeLevelFilters(read(address)).toString()).toBe(address)
  })

  it("leaves out what it does not know", () => {
    expect(read("state=lost&show=some&from=7&cursor=")).toEqual({ ...NOTHING, cursor: "" })
    expect(read("cursor=a&from=minus").from).toBe(1)
  })
})

describe("filters", () => {
  it("become the API's", () => {
    expect(filterQuery(read("q=a&location_id=b&state=reserved&show=stocked"))).toEqual({
      q: "a",
      location_id: ["b"],
      state: ["reserved"],
      zero: false,
    })
    expect(filterQuery(read("show=zero"))).toEqual({ zero: true })
    expect(filterQuery(read("show=negative"))).toEqual({ negative: true })
  })

  it("lead to the first page when they are changed", () => {
    expect(changeFilters(read("q=a&cursor=c&from=51"), { q: "b" })).toEqual(read("q=b"))
  })

  it("keep an order by SKU, and give up one by a figure", () => {
    expect(changeFilters(read("order=-sku"), { q: "b" }).order).toBe("-sku")
    expect(changeFilters(read("order=-available"), { q: "b" }).order).toBe("sku")
    expect(changeFilters(read("order=sku"), { order: "-available" }).order).toBe("-available")
  })
})

describe("a column's heading", () => {
  it.each([
    ["sku", "sku", "-sku"],
    ["-sku", "sku", "sku"],
    ["sku", "available", "-available"],
    ["-available", "available", "available"],
    ["available", "available", "-available"],
  ])("after %s, %s orders by %s", (order, column, next) => {
    expect(nextOrder(order, column)).toBe(next)
  })
})
