import { alertAddress, alertPath, alertsRequest } from "../../src/admin/lib/alert-query"
import { isFiltered } from "../../src/admin/lib/list-query"
import {
  daysOf,
  isReportFiltered,
  readDays,
  reportAddress,
  reportRequest,
  withDays,
} from "../../src/admin/lib/report-query"
import { runAddress, runsOfAlert, runsRequest } from "../../src/admin/lib/run-query"

const alerts = (address: string) => alertAddress.read(new URLSearchParams(address))
const report = (address: string) => reportAddress.read(new URLSearchParams(address))
const runs = (address: string) => runAddress.read(new URLSearchParams(address))

describe("the address of the alerts", () => {
  it.each([
    "",
    "status=all&q=MUG",
    "status=resolved&inventory_item_id=iitem_1&inventory_item_id=iitem_2&location_id=sloc_1",
    "place=channel&low=true&opened_from=2026-11-01&opened_until=2026-11-30&page=2",
  ])("%j is read and written again", (address) => {
    expect(alertAddress.params(alerts(address)).toString()).toBe(address)
  })

  it("asks for the open ones unless it says otherwise", () => {
    expect(alertsRequest(alerts(""), 20)).toEqual({ status: ["open"], limit: 20, offset: 0 })
    expect(alertsRequest(alerts("status=all&page=3"), 20)).toEqual({ limit: 20, offset: 40 })
  })

  it("asks by whole days where the person is, and once for each single filter", () => {
    const address = "status=all&low=false&low=true&opened_from=2026-11-01&opened_until=2026-11-01"
    expect(alertsRequest(alerts(address), 20)).toMatchObject({
      low: "false",
      opened_from: new Date(2026, 10, 1).toISOString(),
      opened_until: new Date(2026, 10, 2).toISOString(),
    })
  })

  it("does not ask for what is neither low nor not", () => {
    expect(alertsRequest(alerts("low=perhaps"), 20)).not.toHaveProperty("low")
  })

  it("opens one alert over all", () => {
    const [, params] = alertPath("ilalert_1").split("?")
    expect(new URLSearchParams(params).get("alert")).toBe("ilalert_1")
    expect(alerts(params)).toMatchObject({ tab: "all", filters: {} })
  })
})

describe("the address of the report", () => {
  it("asks for what is low, or will be soon, over 30 days for 30 days", () => {
    expect(reportRequest(report(""))).toEqual({
      status: ["low", "soon"],
      days: 30,
      cover_days: 30,
    })
    expect(reportRequest(report("status=ok&days=90&cover_days=14&place=together"))).toEqual({
      status: ["ok"],
      place: ["together"],
      days: 90,
      cover_days: 14,
    })
  })

  it.each([
    ["7", 7],
    [" 90 ", 90],
    ["730", 730],
    ["731", null],
    ["0", null],
    ["-3", null],
    ["1.5", null],
    ["a week", null],
    ["", null],
  ])("%j days are %p", (text, days) => {
    expect(readDays(text)).toBe(days)
    expect(daysOf(report(`days=${encodeURIComponent(text)}`), "days")).toBe(days ?? 30)
  })

  it("does not write down the normal days, which are no filter", () => {
    const query = withDays(report("page=2"), "days", 90)
    expect(reportAddress.params(query).toString()).toBe("days=90")
    expect(isReportFiltered(query)).toBe(false)
    expect(reportAddress.params(withDays(query, "days", 30)).toString()).toBe("")
    expect(isReportFiltered(report("location_id=sloc_1"))).toBe(true)
  })
})

describe("the address of the log", () => {
  it("counts what is in hand as not ended", () => {
    expect(runsRequest(runs("status=waiting&identifier=notify"), 20)).toEqual({
      status: ["pending", "running"],
      identifier: ["notify"],
      limit: 20,
      offset: 0,
    })
    expect(runsRequest(runs("status=failed"), 20)).toMatchObject({ status: ["failed"] })
  })

  it("leads to what was done about one alert", () => {
    const query = runs(runsOfAlert("ilalert_1").split("?")[1])
    expect(query).toMatchObject({ tab: "all", filters: { alert_id: ["ilalert_1"] } })
    expect(isFiltered(query)).toBe(true)
  })
})
