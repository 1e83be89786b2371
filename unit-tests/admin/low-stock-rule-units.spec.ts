import {
  changedSettings,
  draftOfRule,
  type LowStockRule,
  newRuleDraft,
  readRuleSettings,
} from "../../src/admin/lib/low-stock-rule-draft"
import { sharedUnits } from "../../src/admin/lib/shared-units"
import { readUnits, toRecords, type UnitInput } from "../../src/core/units"

const units = (...others: UnitInput[]) =>
  toRecords(readUnits([{ key: "piece", name: "Piece", base: true }, ...others]))
const CASE = { key: "case", name: "Case", factor: 12 }
const BOX = { key: "box", name: "Box", factor: 4 }
const MEASURES = { locale: "en", units: units(CASE), shown: "case" }
const RULE = {
  ...{ inventory_item_id: "iitem_mug", place: "together", actions: [], enabled: true },
  ...{ location_id: null, sales_channel_id: null, lead_time_days: null },
  ...{ threshold: "24", reorder_to: "126", muted_until: null, note: null },
} as unknown as LowStockRule

describe("a rule's quantities", () => {
  const draft = draftOfRule(RULE, [], MEASURES, new Date())

  it("begin in the unit that the item is shown in, or in pieces where it does not hold them", () => {
    expect(draft).toMatchObject({
      ...{ threshold: "2", thresholdUnit: "case" },
      ...{ reorderTo: "126", reorderUnit: "piece" },
    })
  })

  it("are sent in base units as they were, and each in its own unit when they are changed", () => {
    const sent = (part: object) => readRuleSettings({ ...draft, ...part }, [], MEASURES).settings
    expect(sent({})).toMatchObject({ threshold: "24", reorder_to: "126" })
    expect(sent({ threshold: "3", reorderUnit: "case", reorderTo: "10" })).toMatchObject({
      ...{ threshold: "36", reorder_to: "120" },
    })
  })

  it("of a new rule are in the unit that is shown, and of every item in base units", () => {
    const typed = { ...newRuleDraft({}, "together"), threshold: "2" }
    expect(readRuleSettings(typed, [], MEASURES).settings.threshold).toBe("24")
    expect(readRuleSettings(typed, [], { locale: "en" }).settings.threshold).toBe("2")
  })

  it("must be in steps of their unit", () => {
    const { problems } = readRuleSettings({ ...draft, threshold: "2.5" }, [], MEASURES)
    expect(problems).toEqual({
      threshold: { says: "off_steps", steps: { unit: "Case", increment: "1" } },
    })
  })
})

describe("a rule that is older than its item's units", () => {
  const old = { ...RULE, threshold: "2.5", reorder_to: "7.5" }
  const draft = draftOfRule(old, [], MEASURES, new Date())
  const read = (part: object) => {
    const { settings, problems } = readRuleSettings({ ...draft, ...part }, [], MEASURES, old)
    return { changed: changedSettings(settings, old), problems }
  }

  it("is changed without its quantities, which are not sent", () => {
    const { changed, problems } = read({ note: "Ask Ada" })
    expect(problems).toEqual({})
    expect(changed).toMatchObject({ note: "Ask Ada" })
    for (const part of ["threshold", "reorder_to", "actions"]) {
      expect(changed).not.toHaveProperty(part)
    }
  })

  it("takes other quantities in steps only", () => {
    expect(read({ threshold: "3", reorderTo: "" })).toMatchObject({
      ...{ changed: { threshold: "3", reorder_to: null }, problems: {} },
    })
    expect(read({ threshold: "3.5", reorderTo: "2.5" }).problems).toMatchObject({
      ...{ threshold: { says: "off_steps" }, reorder_to: { says: "off_steps" } },
    })
  })
})

describe("units that items have in common", () => {
  const keys = (...items: Parameters<typeof sharedUnits>[0]) =>
    sharedUnits(items)?.map(({ key }) => key)

  it("are told by their keys", () => {
    expect(keys(units(CASE, BOX), units({ ...CASE, factor: 6 }))).toEqual(["piece", "case"])
    expect(keys(units(CASE))).toEqual(["piece", "case"])
  })

  it("are none where an item has none, or is kept in another unit", () => {
    expect(keys(units(CASE), undefined)).toBeUndefined()
    const metres = toRecords(readUnits([{ key: "m", name: "Metre", base: true }, CASE]))
    expect(keys(units(CASE), metres)).toBeUndefined()
    expect(keys()).toBeUndefined()
  })
})
