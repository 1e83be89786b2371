import fc from "fast-check"

import {
  acceptAll,
  acceptMore,
  NEW_REJECT,
  readReceipt,
  receivedOf,
  type ReceiptDraft,
  type RejectDraft,
} from "../../src/admin/lib/receipt-draft"
import { exact } from "../../src/core/quantity"

const RULES = { locale: "de", allowOver: false }
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
