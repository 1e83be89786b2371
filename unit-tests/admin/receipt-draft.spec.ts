import fc from "fast-check"

import {
  acceptAll,
  acceptMore,
  NEW_REJECT,
  readReceipt,
  receivedOf,
  type ReceiptDraft,
  type ReceiptRules,
  type RejectDraft,
} from "../../src/admin/lib/receipt-draft"
import { exact } from "../../src/core/quantity"
import { readUnits, toRecords } from "../../src/core/units"

const RULES: ReceiptRules = { locale: "de", allowOver: false, units: {}, shown: {} }
/** The world: ten mugs and 2.5 kg of tea are outstanding. */
const OPEN = [
  { inventory_item_id: "MUG", outstanding: "10" },
  { inventory_item_id: "TEA", outstanding: "2.5" },
]
const reject = (part: Partial<RejectDraft>): RejectDraft => ({
  ...NEW_REJECT,
  quantity: "1",
  reason: "broken",
  ...part,
})
const read = (draft: ReceiptDraft, rules = RULES) => readReceipt(OPEN, draft, rules)

describe("what is typed about an arrival", () => {
  it("becomes lines of a receipt; one item may have several", () => {
    const { lines, problems, accepted, rejected } = read({
      MUG: {
        accepted: "7",
        rejects: [
          reject({ disposition: "damaged" }),
          reject({ quantity: "2", disposition: "return_to_origin", note: " chipped " }),
        ],
      },
      TEA: { accepted: "2,5", rejects: [] },
    })
    expect(problems).toEqual([])
    expect(receivedOf(lines, "MUG").toFixed()).toBe("10")
    expect(receivedOf(lines, "NOTHING").toFixed()).toBe("0")
    expect(lines).toEqual([
      { inventory_item_id: "MUG", accepted: "7" },
      {
        ...{ inventory_item_id: "MUG", rejected: "1", disposition: "damaged" },
        ...{ reason: "broken", note: null },
      },
      {
        ...{ inventory_item_id: "MUG", rejected: "2", disposition: "return_to_origin" },
        ...{ reason: "broken", note: "chipped" },
      },
      { inventory_item_id: "TEA", accepted: "2.5" },
    ])
    expect([accepted.toFixed(), rejected.toFixed()]).toEqual(["9.5", "3"])
  })

  it("is nothing where nothing or 0 is typed", () => {
    expect(read({ MUG: { accepted: "0", rejects: [] } }).lines).toEqual([])
    expect(read({}).lines).toEqual([])
  })

  it.each([
    [{ accepted: "many", rejects: [] }, null, "quantity", "no_number"],
    [{ accepted: "-1", rejects: [] }, null, "quantity", "below_zero"],
    [{ accepted: "11", rejects: [] }, null, "quantity", "too_many"],
    [{ accepted: "10", rejects: [reject({})] }, null, "quantity", "too_many"],
    [{ accepted: "", rejects: [reject({ quantity: "" })] }, 0, "quantity", "no_quantity"],
    [{ accepted: "", rejects: [reject({ quantity: "x" })] }, 0, "quantity", "no_number"],
    [{ accepted: "", rejects: [reject({ quantity: "0" })] }, 0, "quantity", "not_above_zero"],
    [{ accepted: "", rejects: [reject({ reason: " " })] }, 0, "reason", "no_reason"],
  ])("%j is told of at its field", (typed, at, field, says) => {
    const most = says === "too_many" ? "10" : undefined
    expect(read({ MUG: typed }).problems).toEqual([
      { itemId: "MUG", reject: at, field, says, most },
    ])
  })

  it("may be more than was sent where the store allows it", () => {
    const draft = { MUG: { accepted: "11", rejects: [] } }
    expect(read(draft, { ...RULES, allowOver: true }).problems).toEqual([])
  })
})

describe("accept all", () => {
  it("accepts what is outstanding and not rejected, in the language's own way of writing", () => {
    const draft = acceptAll({ MUG: { accepted: "3", rejects: [reject({})] } }, OPEN, RULES)
    expect([draft.MUG.accepted, draft.TEA.accepted]).toEqual(["9", "2,5"])
    expect(read(draft).problems).toEqual([])
  })
})

describe("a scan", () => {
  it("accepts one more, up to what is outstanding, whatever is scanned", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 6 })), { maxLength: 30 }),
        (scans) => {
          let draft: ReceiptDraft = {}
          let counted = exact(0)
          for (const [which, times] of scans) {
            const scanned = acceptMore(draft, OPEN[which], exact(times), RULES)
            if (scanned.draft) {
              draft = scanned.draft
              counted = counted.plus(times)
            } else {
              expect(scanned.says).toBe("beyond")
            }
          }
          const { problems, accepted } = read(draft)
          expect(problems).toEqual([])
          expect(accepted.toFixed()).toBe(counted.toFixed())
        }
      )
    )
  })

  it("counts on from what was typed, beside what is rejected", () => {
    const draft = { MUG: { accepted: "8", rejects: [reject({})] } }
    expect(acceptMore(draft, OPEN[0], exact(1), RULES)).toMatchObject({ accepted: "9" })
    expect(acceptMore(draft, OPEN[0], exact(2), RULES)).toEqual({ says: "beyond", draft: null })
  })

  it("changes nothing where something is typed that is no number", () => {
    const draft = { MUG: { accepted: "eight", rejects: [] } }
    expect(acceptMore(draft, OPEN[0], exact(1), RULES)).toEqual({ says: "off", draft: null })
  })
})

describe("in units", () => {
  /** Mugs come in boxes of four, and are shown in them. */
  const UNITS = toRecords(
    readUnits([
      { key: "piece", name: "Piece", base: true },
      { key: "box", name: "Box", factor: 4 },
    ])
  )
  const rules = { ...RULES, units: { MUG: UNITS }, shown: { MUG: "box" } }
  const [mugs] = OPEN

  it("what is typed counts in the unit that is chosen, else in the one that is shown", () => {
    const { lines, accepted, rejected } = read(
      { MUG: { accepted: "2", rejects: [reject({ unit: "piece" })] } },
      rules
    )
    expect(lines).toMatchObject([{ accepted: "8" }, { rejected: "1" }])
    expect([accepted.toFixed(), rejected.toFixed()]).toEqual(["8", "1"])
  })

  it.each([
    ["a half box", { accepted: "0,5", rejects: [] }, null, "Box"],
    ["a half piece", { accepted: "0,5", unit: "piece", rejects: [] }, null, "Piece"],
    ["a rejected half box", { accepted: "", rejects: [reject({ quantity: "1,5" })] }, 0, "Box"],
  ])("%s is off the steps", (_, typed, at, unit) => {
    expect(read({ MUG: typed }, rules).problems).toMatchObject([
      { itemId: "MUG", reject: at, says: "off_steps", steps: { unit, increment: "1" } },
    ])
  })

  it("too many are told in base units", () => {
    expect(read({ MUG: { accepted: "3", rejects: [] } }, rules).problems).toMatchObject([
      { says: "too_many", most: "10" },
    ])
  })

  it("all that is outstanding is accepted in boxes where they hold it, else in pieces", () => {
    expect(acceptAll({}, [mugs], rules).MUG).toMatchObject({ accepted: "10", unit: "piece" })
    const two = { MUG: { accepted: "", rejects: [reject({ quantity: "2", unit: "piece" })] } }
    expect(acceptAll(two, [mugs], rules).MUG).toMatchObject({ accepted: "2", unit: "box" })
  })

  it("a scan counts one piece, whatever was typed before, up to what is outstanding", () => {
    const boxes: ReceiptDraft = { MUG: { accepted: "2", rejects: [] } }
    const once = acceptMore(boxes, mugs, exact(1), rules)
    expect(once).toMatchObject({
      accepted: "9",
      draft: { MUG: { accepted: "9", unit: "piece" } },
    })
    expect(acceptMore(boxes, mugs, exact(3), rules)).toMatchObject({ says: "beyond" })
  })

  it("never come to more or less than was typed", () => {
    const typed = fc.record({
      count: fc.integer({ min: 0, max: 999 }),
      unit: fc.constantFrom("piece", "box"),
    })
    fc.assert(
      fc.property(typed, fc.array(typed, { maxLength: 3 }), (first, others) => {
        const base = ({ count, unit }: typeof first) => count * (unit === "box" ? 4 : 1)
        const { accepted, rejected } = read(
          {
            MUG: {
              ...{ accepted: String(first.count), unit: first.unit },
              rejects: others.map(({ count, unit }) =>
                reject({ quantity: String(count + 1), unit })
              ),
            },
          },
          { ...rules, allowOver: true }
        )
        expect(accepted.toFixed()).toBe(String(base(first)))
        const sum = others.reduce((all, one) => all + base({ ...one, count: one.count + 1 }), 0)
        expect(rejected.toFixed()).toBe(String(sum))
      })
    )
  })
})
