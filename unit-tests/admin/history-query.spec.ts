import {
  dateOf,
  dayOf,
  historyParams,
  historyRequest,
  readHistoryQuery,
  withFilter,
  withoutFilter,
} from "../../src/admin/lib/history-query"

const read = (address: string) => readHistoryQuery(new URLSearchParams(address))

describe("the history's filters", () => {
  it("are what the page's address says, as far as it is known and not empty", () => {
    expect(
      read("kind=set&kind=count&kind=set&order_id=order_1&order_id=order_2&reason=&page=2")
    ).toEqual({ kind: ["set", "count"], order_id: ["order_1"] })
  })

  it("come back from the address that they make", () => {
    const query = {
      location_id: ["sloc_1", "sloc_2"],
      reason: ["it’s = & broken"],
      until: ["2026-03-01"],
    }

    expect(readHistoryQuery(historyParams(query))).toEqual(query)
    expect(historyParams({}).toString()).toBe("")
  })

  it("take several values where several make sense", () => {
    const query = withFilter(withFilter({}, "state", "damaged"), "state", "safety")

    expect(query).toEqual({ state: ["damaged", "safety"] })
    expect(withFilter(query, "state", "damaged")).toEqual({ state: ["safety", "damaged"] })
    expect(withFilter({ order_display_id: ["1"] }, "order_display_id", "2")).toEqual({
      order_display_id: ["2"],
    })
  })

  it("are taken away value by value", () => {
    const query = { state: ["damaged", "safety"], kind: ["move"] }

    expect(withoutFilter(query, "state", "damaged")).toEqual({ state: ["safety"], kind: ["move"] })
    expect(withoutFilter(query, "kind", "move")).toEqual({ state: ["damaged", "safety"] })
    expect(withoutFilter(query, "reason", "x")).toEqual(query)
  })

  it("ask for whole days, the last one included", () => {
    const request = historyRequest({ from: ["2026-02-28"], until: ["2026-02-28"], kind: ["set"] })

    expect(request).toEqual({
      from: new Date(2026, 1, 28).toISOString(),
      until: new Date(2026, 2, 1).toISOString(),
      kind: ["set"],
    })
  })

  it("leave a moment that a link names as it is", () => {
    const at = "2026-02-28T10:00:00.123456Z"

    expect(historyRequest({ until: [at], movement_id: ["imov_1"] })).toEqual({
      until: at,
      movement_id: "imov_1",
    })
  })

  it("name a day as it is where the person is", () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05")
    expect(dateOf("2026-01-05")).toEqual(new Date(2026, 0, 5))
    expect(dateOf("5 January")).toBeNull()
    expect(dateOf(undefined)).toBeNull()
  })
})
