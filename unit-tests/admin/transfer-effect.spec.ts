import { lineEffect } from "../../src/admin/lib/transfer-effect"
import type { StockLevel } from "../../src/admin/lib/stock-level"
import { exact } from "../../src/core/quantity"
import { ORIGIN_DEDUCTIONS, type OriginDeduction } from "../../src/core/transfer"

/** Berlin has 10 available and expects 2; Lyon does not stock it. */
const BERLIN = { available: "10", incoming: "2" } as StockLevel
const LEVELS = { origin: BERLIN, destination: undefined }

/** `"10 +2"`: available, and incoming where there is any. */
function told(quantity: string, deduction: OriginDeduction, held = "0", levels = LEVELS) {
  const effect = lineEffect(
    { itemId: "iitem_tea", quantity: exact(quantity), held: exact(held) },
    deduction,
    levels
  )
  const end = ({ now, sent, received }: typeof effect.origin) =>
    [now, sent, received]
      .map(({ available, incoming }) =>
        [available, incoming === "0" ? "" : `(${incoming})`].filter(Boolean).join(" ")
      )
      .join(", ")
  return { origin: end(effect.origin), lyon: end(effect.destination), short: effect.short }
}

describe("what a line does to both ends: now, sent, received", () => {
  it.each<[string, OriginDeduction, string, string, string, string | null]>([
    ["3", "on_pending", "0", "10 (2), 7 (2), 7 (2)", "0, 0 (3), 3", null],
    ["3", "on_receipt", "0", "10 (2), 10 (-1), 7 (2)", "0, 0 (3), 3", null],
    ["12.5", "on_pending", "0", "10 (2), -2.5 (2), -2.5 (2)", "0, 0 (12.5), 12.5", "2.5"],
    ["12.5", "on_receipt", "0", "10 (2), 10 (-10.5), -2.5 (2)", "0, 0 (12.5), 12.5", "2.5"],
    ["12", "on_pending", "12", "10 (2), 10 (2), 10 (2)", "0, 0 (12), 12", null],
    ["12", "on_receipt", "5", "10 (2), 10 (-10), 3 (2)", "0, 0 (12), 12", null],
    ["16", "on_pending", "5", "10 (2), -1 (2), -1 (2)", "0, 0 (16), 16", "1"],
    ["0", "on_pending", "0", "10 (2), 10 (2), 10 (2)", "0, 0, 0", null],
  ])("%s, %s, of which %s are held", (quantity, deduction, held, origin, lyon, short) => {
    expect(told(quantity, deduction, held)).toEqual({ origin, lyon, short })
  })

  it("held units leave an origin that is below zero already, and nothing is short", () => {
    const origin = { available: "-4", incoming: "0" } as StockLevel
    for (const deduction of ORIGIN_DEDUCTIONS) {
      expect(told("3", deduction, "3", { ...LEVELS, origin }).short).toBeNull()
      expect(told("3", deduction, "2", { ...LEVELS, origin }).short).toBe("1")
    }
  })
})
