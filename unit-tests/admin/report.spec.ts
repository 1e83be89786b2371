import { csv } from "../../src/admin/lib/csv"
import type { ReportRow } from "../../src/admin/lib/low-stock"
import { arithmeticOf } from "../../src/admin/lib/report-arithmetic"
import { reportCsv } from "../../src/admin/lib/report-csv"

/** 7 mugs in Hamburg, of which 3 a day are sold: with a lead time of a day they will be low soon. */
const MUGS: ReportRow = {
  inventory_item_id: "iitem_mug",
  place: "location",
  location_id: "sloc_hamburg",
  sales_channel_id: null,
  rule_id: "ilrule_1",
  status: "soon",
  available: "7",
  incoming: "0",
  threshold: "5",
  lead_time_days: 1,
  reorder_to: null,
  sold: "3",
  days: 1,
  per_day: "3",
  days_of_cover: "2.3",
  demand: "3",
  target: "95",
  order: "91",
}
const UNSOLD = { sold: "0", per_day: "0", days_of_cover: null, demand: "0" }

describe("how much to order", () => {
  it("is spelled in the order in which it is calculated", () => {
    expect(arithmeticOf(MUGS, 30)).toEqual([
      { says: "sold", figures: { sold: "3", per_day: "3" }, spans: { days: "1" } },
      {
        says: "cover",
        figures: { available: "7", sold: "3" },
        spans: { days: "1", cover: "2.3" },
      },
      {
        says: "demand",
        figures: { sold: "3", demand: "3" },
        spans: { days: "1", lead_time: "1" },
      },
      { says: "soon", figures: { available: "7", demand: "3", threshold: "5" }, spans: {} },
      {
        says: "target",
        figures: { threshold: "5", sold: "3", target: "95" },
        spans: { days: "1", cover_days: "30" },
      },
      {
        says: "order",
        figures: { target: "95", available: "7", incoming: "0", demand: "3", order: "91" },
        spans: {},
      },
    ])
  })

  const says = (part: Partial<ReportRow>) =>
    arithmeticOf({ ...MUGS, ...part }, 30).map((step) => step.says)

  it("is up to what the rule says, where it does", () => {
    expect(says({ reorder_to: "20", target: "20", order: "16" })).toContain("fixedTarget")
  })

  it("may be nothing, though it is low: enough is on its way", () => {
    const steps = says({ status: "low", available: "4", incoming: "100", order: "0" })
    expect(steps.slice(-1)).toEqual(["nothing"])
  })

  it("is not asked where there is enough", () => {
    expect(says({ status: "ok", order: "0" })).toEqual(["sold", "cover", "demand", "ok"])
  })

  it("what has come back counts as nothing sold, and what is short as nothing left", () => {
    expect(says({ ...UNSOLD, sold: "-2" }).slice(0, 2)).toEqual(["unsold", "demand"])
    expect(arithmeticOf({ ...MUGS, ...UNSOLD, sold: "-2" }, 30)[1].figures.sold).toBe("0")
    const [, cover] = arithmeticOf({ ...MUGS, available: "-4", days_of_cover: "0" }, 30)
    expect(cover.figures.available).toBe("0")
  })
})

describe("a CSV file", () => {
  it("quotes what has to be", () => {
    expect(csv([["a,b", 'say "hi"', "two\nlines", null, ""]])).toBe(
      '"a,b","say ""hi""","two\nlines",,\n'
    )
  })

  it("has no formulas, but numbers below zero", () => {
    expect(csv([["=1+1", "+49 40", "-5", "-5.25", "@x", "\tx"]])).toBe(
      "'=1+1,'+49 40,-5,-5.25,'@x,'\tx\n"
    )
  })

  it("of the report has names, every figure, and the ids", () => {
    const names = {
      items: { iitem_mug: { sku: "MUG", title: "Mug, large" } },
      locations: { sloc_hamburg: "Hamburg" },
      channels: { sc_web: "Web shop" },
      users: {},
    }
    const web = {
      ...MUGS,
      place: "channel" as const,
      location_id: null,
      sales_channel_id: "sc_web",
    }
    const [head, ...rows] = reportCsv([MUGS, web], names).split("\n")
    expect(head).toBe(
      "sku,title,place,location,channel,status,available,incoming,threshold,lead_time_days,reorder_to,sold,days,per_day,days_of_cover,demand,target,order,inventory_item_id,location_id,sales_channel_id"
    )
    expect(rows).toEqual([
      'MUG,"Mug, large",location,Hamburg,,soon,7,0,5,1,,3,1,3,2.3,3,95,91,iitem_mug,sloc_hamburg,',
      'MUG,"Mug, large",channel,,Web shop,soon,7,0,5,1,,3,1,3,2.3,3,95,91,iitem_mug,,sc_web',
      "",
    ])
  })
})
