import { FIGURES, historyOf, isShort, operationsOf, totalsOf } from "../../src/admin/lib/figures"
import { STATES } from "../../src/core/state"
import { stockLevel } from "./stock-level"

describe("the figures of a level", () => {
  it("come in the order of the states, each sum behind what it adds up", () => {
    expect(FIGURES.filter((figure) => STATES.includes(figure as never))).toEqual([...STATES])
    expect(FIGURES.slice(5, 8)).toEqual(["quality_control", "unavailable", "on_hand"])
  })

  it("are added up exactly, what is below zero subtracted", () => {
    const totals = totalsOf([
      stockLevel("Berlin", { available: "0.1", on_hand: "0.1" }),
      stockLevel("Lyon", { available: "0.2", damaged: "1", unavailable: "1", on_hand: "1.2" }),
      stockLevel("Oslo", { available: "-31", committed: "50", on_hand: "19" }),
    ])
    expect(totals).toMatchObject({
      available: "-30.7",
      committed: "50",
      damaged: "1",
      unavailable: "1",
      on_hand: "20.3",
      incoming: "0",
    })
  })

  it("are nothing where there is no level", () => {
    expect(new Set(Object.values(totalsOf([])))).toEqual(new Set(["0"]))
  })

  it.each([
    ["available", ["set", "adjust", "move"]],
    ["quality_control", ["set", "adjust", "move"]],
    ["on_hand", ["count"]],
    ["unavailable", []],
    ["committed", []],
    ["incoming", []],
    ["fulfilled", []],
  ] as const)("%s offers %j", (figure, operations) => {
    expect(operationsOf(figure)).toEqual(operations)
  })

  it("are short when they are less than nothing", () => {
    expect(["-0.5", "0", "-0", "3"].map(isShort)).toEqual([true, false, false, false])
  })

  it.each([
    ["Berlin", "damaged", "inventory_item_id=F%261&location_id=Berlin&state=damaged"],
    [null, "incoming", "inventory_item_id=F%261&state=incoming"],
    ["Berlin", "on_hand", "inventory_item_id=F%261&location_id=Berlin"],
    [null, "unavailable", "inventory_item_id=F%261"],
  ] as const)("have their history: at %s, %s", (location, figure, query) => {
    expect(historyOf("F&1", location, figure)).toBe(`/inventory/history?${query}`)
  })
})
