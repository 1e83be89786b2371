import fc from "fast-check"

import {
  customAt,
  detailsBody,
  dayOf,
  dayText,
  type DraftItem,
  draftBody,
  draftOf,
  EMPTY_DRAFT,
  lineAt,
  momentOfDay,
  problemsOf,
  refusedPart,
  type Transfer,
  type TransferDraft,
  turned,
  unitOfChoice,
  withItem,
  withItems,
  withoutItem,
  withQuantity,
  withRoute,
} from "../../src/admin/lib/transfer-draft"
import { exact } from "../../src/core/quantity"
import type { CustomField } from "../../src/core/transfer"
import { readUnits, toRecords } from "../../src/core/units"

/** TEA and HONEY, from Berlin to Lyon, in a German dashboard. */
const TEA: DraftItem = { id: "iitem_tea", sku: "TEA", title: "Tea" }
const HONEY: DraftItem = { id: "iitem_honey", sku: "HONEY", title: null }
const DE = "de"
const ROUTE = { originId: "sloc_berlin", destinationId: "sloc_lyon" }
const DRAFT = withRoute(EMPTY_DRAFT, ROUTE)
const quantities = ({ lines }: TransferDraft) => lines.map(({ sku, quantity }) => [sku, quantity])

const FIELDS: CustomField[] = [
  { key: "truck", label: "Truck", type: "text", required: true },
  { key: "pallets", label: "Pallets", type: "number", required: false },
  { key: "cooled", label: "Cooled", type: "boolean", required: false },
]
const rules = (part: object = {}) => ({
  ...{ locale: DE, fields: FIELDS, sending: false, inactive: new Set<string>(), details: false },
  ...part,
})
const said = (draft: TransferDraft, part?: object) =>
  problemsOf(draft, rules(part)).map(({ at, says }) => `${at} ${says}`)

describe("items of a draft", () => {
  it("are added one by one, and counted up when they come again", () => {
    const draft = [TEA, HONEY, TEA].reduce((now, item) => withItem(now, item, DE), DRAFT)
    expect(quantities(draft)).toEqual([
      ["TEA", "2"],
      ["HONEY", "1"],
    ])
    expect(
      quantities(withItem(withQuantity(draft, HONEY.id, { quantity: "0,25" }), HONEY, DE))
    ).toEqual([
      ["TEA", "2"],
      ["HONEY", "1,25"],
    ])
    expect(quantities(withoutItem(draft, TEA.id))).toEqual([["HONEY", "1"]])
  })

  it("of a file replace those that are there, or come on top of them", () => {
    const draft = withItem(DRAFT, TEA, DE)
    const file = [
      { ...HONEY, quantity: "0.5" },
      { ...TEA, quantity: "3" },
    ]
    expect(quantities(withItems(draft, file, "replace", DE))).toEqual([
      ["HONEY", "0,5"],
      ["TEA", "3"],
    ])
    expect(quantities(withItems(draft, file, "add", DE))).toEqual([
      ["TEA", "4"],
      ["HONEY", "0,5"],
    ])
  })

  it("never come twice, and add up exactly, however they were added", () => {
    const part = fc.record({
      item: fc.constantFrom(TEA, HONEY),
      quantity: fc.integer({ min: 1, max: 999 }).map((n) => exact(n).div(100).toFixed()),
    })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const draft = parts.reduce(
          (now, { item, quantity }) => withItems(now, [{ ...item, quantity }], "add", DE),
          DRAFT
        )
        expect(new Set(draft.lines.map(({ id }) => id)).size).toBe(draft.lines.length)
        for (const { id, inventory } of draftBody(draft, [], DE).lines.map((line) => ({
          id: line.inventory_item_id,
          inventory: line.quantity,
        }))) {
          const sum = parts
            .filter(({ item }) => item.id === id)
            .reduce((all, { quantity }) => all.plus(quantity), exact(0))
          expect(inventory).toBe(sum.toFixed())
        }
      })
    )
  })

  it("lose what is held for an order when the route changes", () => {
    const line = {
      ...TEA,
      quantity: "3",
      unit: null,
      holdId: "ihold_1",
      held: "3",
      orderId: "order_1",
    }
    const draft = { ...DRAFT, lines: [line] }
    expect(draftBody(draft, [], DE).lines[0].hold_id).toBe("ihold_1")
    expect(turned(draft)).toMatchObject({
      ...{ originId: "sloc_lyon", destinationId: "sloc_berlin" },
      lines: [{ quantity: "3", holdId: null, held: "0" }],
    })
  })
})

describe("what stands against a draft", () => {
  const tea = withItem(DRAFT, TEA, DE)
  const TABLE: [string, TransferDraft, object, string[]][] = [
    ["nothing, of one that is saved", { ...DRAFT }, {}, []],
    ["no route", EMPTY_DRAFT, {}, ["origin_id no_origin", "destination_id no_destination"]],
    [
      "one end for both",
      withRoute(DRAFT, { destinationId: "sloc_berlin" }),
      {},
      ["destination_id same_ends"],
    ],
    [
      "what only sending asks for",
      DRAFT,
      { sending: true, inactive: new Set(["sloc_lyon"]) },
      ["destination_id inactive", "lines no_items", `${customAt("truck")} required`],
    ],
    [
      "nothing of an item",
      withQuantity(tea, TEA.id, { quantity: "0" }),
      {},
      [`${lineAt(TEA.id)} not_above_zero`],
    ],
    [
      "no number",
      withQuantity(tea, TEA.id, { quantity: "viele" }),
      {},
      [`${lineAt(TEA.id)} no_number`],
    ],
    ["a link that is none", { ...tea, trackingUrl: "dhl" }, {}, ["tracking_url no_url"]],
    [
      "a link that runs something",
      { ...tea, trackingUrl: "javascript:alert(1)" },
      {},
      ["tracking_url no_url"],
    ],
    [
      "a text for a number",
      { ...tea, custom: { pallets: "zwei" } },
      {},
      [`${customAt("pallets")} no_number`],
    ],
    ["nothing of the route of one that was sent", EMPTY_DRAFT, { details: true }, []],
  ]
  it.each(TABLE)("%s", (_, draft, part, problems) => {
    expect(said(draft, part)).toEqual(problems)
  })
})

it("what is empty goes, and numbers of the merchant's own are numbers", () => {
  const draft = {
    ...DRAFT,
    reference: " PO-7 ",
    custom: { truck: "", pallets: "2,5", cooled: false },
  }
  expect(detailsBody(draft, FIELDS, DE)).toEqual({
    reference: "PO-7",
    note: null,
    expected_at: null,
    carrier: null,
    tracking_number: null,
    tracking_url: null,
    custom_fields: { truck: null, pallets: 2.5, cooled: false },
  })
})

it("a transfer that is opened and saved says what it said", () => {
  const transfer = {
    ...{ origin_id: "sloc_berlin", destination_id: "sloc_lyon", reference: "PO-7", note: null },
    ...{ expected_at: "2026-12-01T08:00:00.000Z", carrier: "DHL", tracking_number: null },
    ...{ tracking_url: "https://dhl.example/1", custom_fields: { truck: "B-1", pallets: 2.5 } },
    lines: [
      {
        ...{ inventory_item_id: TEA.id, sku: "TEA", title: "Tea", quantity: "2.75" },
        ...{ hold_id: "ihold_1", hold_quantity: "2", order_id: "order_1" },
      },
      {
        ...{ inventory_item_id: HONEY.id, sku: "HONEY", title: null, quantity: "1" },
        ...{ hold_id: "ihold_gone", hold_quantity: null, order_id: "order_2" },
      },
    ],
  } as unknown as Transfer
  expect(draftBody(draftOf(transfer, { units: {}, shown: {}, locale: DE }), FIELDS, DE)).toEqual({
    ...{ origin_id: "sloc_berlin", destination_id: "sloc_lyon", reference: "PO-7", note: null },
    ...{ expected_at: "2026-12-01T08:00:00.000Z", carrier: "DHL", tracking_number: null },
    tracking_url: "https://dhl.example/1",
    custom_fields: { truck: "B-1", pallets: 2.5, cooled: null },
    lines: [
      { inventory_item_id: TEA.id, quantity: "2.75", hold_id: "ihold_1" },
      { inventory_item_id: HONEY.id, quantity: "1", hold_id: null },
    ],
  })
})

describe("a refusal", () => {
  const draft = withItem(DRAFT, TEA, DE)
  it.each([
    ["lines[0].quantity must be above zero", lineAt(TEA.id), "must be above zero"],
    ["lines must list at least one item", "lines", "must list at least one item"],
    ["custom_fields.truck (Truck) is required", "custom_fields.truck", "(Truck) is required"],
    ["destination_id must be an active location", "destination_id", "must be an active location"],
    ["Not enough stock", null, "Not enough stock"],
    ["lines[7].quantity is wrong", "lines[7].quantity", "is wrong"],
  ])("%s", (message, at, problem) => {
    expect(refusedPart(message, draft)).toEqual({ at, problem })
  })
})

it("days are the same day everywhere they are read", () => {
  const day = new Date(2026, 10, 25)
  expect(momentOfDay(day)).toBe("2026-11-25T12:00:00.000Z")
  expect(dayText(day)).toBe("2026-11-25")
  expect(dayOf("2026-11-25")).toEqual(day)
  expect([dayText(null), dayOf(null), dayOf("soon")]).toEqual([null, null, null])
})

describe("lines in units", () => {
  const UNITS = toRecords(
    readUnits([
      { key: "piece", name: "Piece", base: true },
      { key: "case", name: "Case", factor: 12 },
    ])
  )
  const MUG: DraftItem = { id: "iitem_mug", sku: "MUG", title: null, units: UNITS }
  const lines = ({ lines }: TransferDraft) => lines.map(({ quantity, unit }) => [quantity, unit])
  const sent = (draft: TransferDraft) => draftBody(draft, [], DE).lines[0].quantity
  const fiveCases = withQuantity(withItem(DRAFT, MUG, DE, "case"), MUG.id, { quantity: "5" })

  it("are sent in base units", () => {
    expect(lines(fiveCases)).toEqual([["5", "case"]])
    expect(sent(fiveCases)).toBe("60")
    expect(sent(withQuantity(fiveCases, MUG.id, { unit: "piece" }))).toBe("5")
  })

  it("count one more of the unit that is meant, exactly", () => {
    const more = withItem(fiveCases, MUG, DE, unitOfChoice(fiveCases, MUG.id, {}))
    expect(lines(more)).toEqual([["6", "case"]])
    const scanned = withItem(fiveCases, MUG, DE)
    expect(lines(scanned)).toEqual([["61", "piece"]])
    expect(sent(scanned)).toBe("61")
    expect(unitOfChoice(DRAFT, MUG.id, { [MUG.id]: "case" })).toBe("case")
    expect(unitOfChoice(DRAFT, MUG.id, {})).toBeNull()
  })

  it("of a file are on top, in the unit of the line where it takes them", () => {
    const file = (quantity: string) => [{ ...MUG, quantity, unit: "piece" }]
    expect(lines(withItems(fiveCases, file("24"), "add", DE))).toEqual([["7", "case"]])
    expect(lines(withItems(fiveCases, file("5"), "add", DE))).toEqual([["65", "piece"]])
    expect(lines(withItems(fiveCases, file("24"), "replace", DE))).toEqual([["24", "piece"]])
  })

  it("off the steps of their unit stand against saving, and are not sent as they were typed", () => {
    const half = withQuantity(fiveCases, MUG.id, { quantity: "0,5" })
    expect(problemsOf(half, rules())).toMatchObject([
      { at: lineAt(MUG.id), says: "off_steps", steps: { unit: "Case", increment: "1" } },
    ])
    expect(sent(half)).toBe("")
  })

  it.each([
    ["2.5", "2,5", "piece", "2.5"],
    ["6", "0,5", "case", "6"],
    ["30", "2,5", "case", "30"],
    ["2.5", "2,5", "case", null],
    ["2.5", "3,5", "piece", null],
    ["30", "3", "case", "36"],
  ])(
    "of %s that are held for an order, typed as %s %s, are sent as %s",
    (held, quantity, unit, is) => {
      const line = { ...fiveCases.lines[0], holdId: "ihold_1", held, quantity, unit }
      const draft = { ...fiveCases, lines: [line] }
      expect(said(draft)).toEqual(is ? [] : [`${lineAt(MUG.id)} off_steps`])
      expect(sent(draft)).toBe(is ?? "")
    }
  )

  it.each([
    ["60", "case", ["5", "case"]],
    ["61", "case", ["61", "piece"]],
    ["60", "gone", ["60", "piece"]],
    ["60", undefined, ["60", "piece"]],
  ])("of a saved draft of %s, shown in %s, begin as %j", (quantity, shown, typed) => {
    const line = { inventory_item_id: MUG.id, quantity, hold_quantity: null }
    const transfer = { custom_fields: {}, lines: [line] } as unknown as Transfer
    const draft = draftOf(transfer, {
      units: { [MUG.id]: UNITS },
      shown: shown ? { [MUG.id]: shown } : {},
      locale: DE,
    })
    expect(lines(draft)).toEqual([typed])
    expect(sent(draft)).toBe(quantity)
  })
})
