import {
  atFirst,
  type JudgedPool,
  locationOfTarget,
  ruledPools,
  ruleOrigin,
  ruleTarget,
  unwatchedLocations,
  whyNothing,
} from "../../src/admin/lib/low-stock-of-item"
import type { LowStockRule } from "../../src/admin/lib/low-stock-rule-draft"

const RULE: LowStockRule = {
  id: "ilrule_1",
  inventory_item_id: "iitem_mug",
  place: "location",
  location_id: "sloc_hamburg",
  sales_channel_id: null,
  threshold: "5",
  actions: [],
  enabled: true,
  muted_until: null,
  lead_time_days: null,
  reorder_to: null,
  stop_selling: false,
  note: null,
  source: "stored",
  created_at: "2026-11-28T12:00:00Z",
  updated_at: "2026-11-28T12:00:00Z",
}
const EACH: LowStockRule = { ...RULE, id: "ilrule_2", place: "each_location", location_id: null }
const DEFAULT: LowStockRule = { ...EACH, id: "ilrule_3", inventory_item_id: null }

/** Mugs in three places: Hamburg has a rule of its own, Lyon goes by the item's for each, Oslo has none. */
const pool = (location: string | null, rule: LowStockRule | null): JudgedPool => ({
  inventory_item_id: "iitem_mug",
  place: location ? "location" : "together",
  location_id: location,
  sales_channel_id: null,
  available: "7",
  low: false,
  rule,
  alert: null,
})
const HAMBURG = { ...pool("sloc_hamburg", RULE), rule: RULE }
const LYON = { ...pool("sloc_lyon", EACH), rule: EACH }
const OSLO = pool("sloc_oslo", null)
const TOGETHER = pool(null, { ...DEFAULT, place: "together" })

it("shows what rules speak of, several locations together first", () => {
  expect(ruledPools([HAMBURG, OSLO, LYON, TOGETHER])).toEqual([TOGETHER, HAMBURG, LYON])
})

it("shows what is low before all else, and never leaves any of it out", () => {
  const low = { ...LYON, low: true }
  const ruled = ruledPools([TOGETHER, HAMBURG, low])
  expect(ruled).toEqual([low, TOGETHER, HAMBURG])
  expect(atFirst(ruled, 2)).toEqual([low, TOGETHER])
  expect(atFirst([low, low, HAMBURG], 1)).toEqual([low, low])
})

it("counts a stock whose rule is off among those that a rule speaks of", () => {
  const off = pool("sloc_oslo", { ...RULE, enabled: false })
  expect(ruledPools([off])).toEqual([off])
  expect(unwatchedLocations([off])).toEqual([])
})

it("names the locations without a rule, and only locations", () => {
  expect(unwatchedLocations([HAMBURG, OSLO, pool(null, null)])).toEqual(["sloc_oslo"])
})

it.each([
  ["own", RULE],
  ["own", { ...RULE, place: "together", location_id: null } as const],
  ["each", EACH],
  ["default", DEFAULT],
])("says whose rule decides: %s", (origin, rule) => {
  expect(ruleOrigin({ ...HAMBURG, rule })).toBe(origin)
})

it("changes the item's rule, at all locations where it is about each", () => {
  expect(ruleTarget(HAMBURG)).toEqual({ rule: RULE })
  expect(locationOfTarget(ruleTarget(HAMBURG))).toBe("sloc_hamburg")
  expect(ruleTarget(LYON)).toEqual({ rule: EACH })
  expect(locationOfTarget(ruleTarget(LYON))).toBeNull()
})

it("begins a rule of the item for this stock alone where the default decides", () => {
  const target = ruleTarget({ ...LYON, rule: DEFAULT })
  expect(target).toEqual({
    preset: {
      inventory_item_id: "iitem_mug",
      place: "location",
      location_id: "sloc_lyon",
      sales_channel_id: null,
    },
  })
  expect(locationOfTarget(target)).toBe("sloc_lyon")
})

it("tells an item that has no stock yet from one that nothing watches", () => {
  const off = { ...DEFAULT, enabled: false }
  expect(whyNothing({ pools: [], rules: [DEFAULT] })).toBe("noStock")
  expect(whyNothing({ pools: [], rules: [off] })).toBe("nothing")
  expect(whyNothing({ pools: [OSLO], rules: [DEFAULT] })).toBe("nothing")
})
