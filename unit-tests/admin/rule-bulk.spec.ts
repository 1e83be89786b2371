import { newRuleDraft, readRuleSettings } from "../../src/admin/lib/low-stock-rule-draft"
import {
  BULK_PARTS,
  type BulkPart,
  partProblems,
  partSettings,
} from "../../src/admin/lib/rule-bulk"

const typed = (part: object) =>
  readRuleSettings({ ...newRuleDraft({}, "together"), ...part }, [], { locale: "en" })
const parts = (...some: BulkPart[]) => new Set(some)

it("of a form, only what is ticked is sent", () => {
  const { settings } = typed({ threshold: "5", leadTime: "7", reorderTo: "40" })
  expect(partSettings(settings, parts("threshold", "leadTime"))).toEqual({
    threshold: "5",
    lead_time_days: 7,
  })
  expect(partSettings(settings, parts())).toEqual({})
  expect(Object.keys(partSettings(settings, parts(...BULK_PARTS)))).toHaveLength(BULK_PARTS.length)
})

it("what is wrong with a part that is not ticked does not matter", () => {
  const { problems } = typed({ threshold: "", leadTime: "soon" })
  expect(partProblems(problems, parts("enabled"))).toEqual({})
  expect(partProblems(problems, parts("threshold"))).toEqual({ threshold: "no_threshold" })
  expect(partProblems({ "actions.0.options.to": "missing" }, parts("actions"))).toEqual({
    "actions.0.options.to": "missing",
  })
})
