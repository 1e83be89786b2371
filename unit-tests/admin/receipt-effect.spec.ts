import { receiptEffect } from "../../src/admin/lib/receipt-effect"
import type { StockLevel } from "../../src/admin/lib/stock-level"
import type { Transfer } from "../../src/admin/lib/transfer-names"

/** The world: ten of an item are on their way from Berlin, which has 4 left, to Lyon, which has 3. */
const LINE = {
  ...{ id: "l", inventory_item_id: "MUG", sku: "MUG", title: null, quantity: "10" },
  ...{ accepted: "0", rejected: "0", ended: "0", outstanding: "10" },
  ...{ hold_id: null, hold_quantity: null, order_id: null, line_item_id: null },
} satisfies Transfer["lines"][number]
const LEVELS: Record<string, Partial<StockLevel>> = {
  Berlin: { available: "4", incoming: "0", reserved: "6", damaged: "0" },
  Lyon: { available: "3", incoming: "10", reserved: "0", damaged: "1" },
}
type Arrived = Parameters<typeof receiptEffect>[2]

function effect(
  deduction: "on_pending" | "on_receipt",
  arrived: Omit<Arrived[number], "inventory_item_id">[],
  line: Transfer["lines"][number] = LINE
) {
  const transfer = {
    ...{ origin_id: "Berlin", destination_id: "Lyon", origin_deduction: deduction },
  } as Transfer
  const lines = arrived.map((one) => ({ inventory_item_id: "MUG", ...one }))
  return receiptEffect(transfer, line, lines, (id) => LEVELS[id] as StockLevel).map(
    ({ locationId, figures }) =>
      `${locationId}: ${figures
        .map(({ state, before, after, short }) => `${state} ${before}→${after}${short ? "!" : ""}`)
        .join(", ")}`
  )
}

describe("what receiving would do", () => {
  it.each([
    ["on_pending", [{ accepted: "6" }], ["Lyon: incoming 10→4, available 3→9"]],
    [
      "on_pending",
      [{ accepted: "6" }, { rejected: "1", disposition: "damaged" }],
      ["Lyon: incoming 10→3, available 3→9, damaged 1→2"],
    ],
    ["on_pending", [{ rejected: "2", disposition: "discard" }], ["Lyon: incoming 10→8"]],
    [
      "on_pending",
      [{ rejected: "2", disposition: "return_to_origin" }],
      ["Lyon: incoming 10→8", "Berlin: available 4→6"],
    ],
    [
      "on_receipt",
      [{ accepted: "6" }],
      ["Lyon: incoming 10→4, available 3→9", "Berlin: incoming 0→6, available 4→-2!"],
    ],
    // More than was sent: the excess leaves the origin.
    [
      "on_pending",
      [{ accepted: "12" }],
      ["Lyon: incoming 10→0, available 3→15", "Berlin: available 4→2"],
    ],
    ["on_pending", [], []],
  ] as const)("%s, %j: %j", (deduction, arrived, expected) => {
    expect(effect(deduction, [...arrived])).toEqual(expected)
  })

  it("what is held for an order leaves the reserved of the origin", () => {
    const line = { ...LINE, hold_id: "hold", hold_quantity: "6" }
    expect(effect("on_receipt", [{ accepted: "6" }], line)).toEqual([
      "Lyon: incoming 10→4, available 3→9",
      "Berlin: incoming 0→6, reserved 6→0",
    ])
    expect(effect("on_receipt", [{ accepted: "5" }, { accepted: "2" }], line)).toEqual([
      "Lyon: incoming 10→3, available 3→10",
      "Berlin: incoming 0→7, reserved 6→0, available 4→3",
    ])
  })
})
