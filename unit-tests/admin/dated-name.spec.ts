import { datedName } from "../../src/admin/lib/dated-name"

describe("the name of a downloaded file", () => {
  it("has the day", () => {
    expect(datedName("stock", new Date(2026, 0, 5))).toBe("stock-2026-01-05.csv")
  })
})
