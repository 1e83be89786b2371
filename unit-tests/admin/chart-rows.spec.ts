import { changingRows, chartRows, lastDays } from "../../src/admin/lib/chart-rows"

const HOUR = 3_600_000
const point = (at: string, on_hand: string, available: string) => ({ at, on_hand, available })

describe("an item's chart", () => {
  it("draws numbers and keeps the exact figures", () => {
    const [row] = chartRows([point("2026-03-02T00:00:00.000Z", "0.30000000000000004", "-2")])

    expect(row).toMatchObject({
      available: -2,
      exact: { onHand: "0.30000000000000004", available: "-2" },
    })
    // A day that ends at midnight is that day, not the next one.
    expect(new Date(row.day).toISOString()).toBe("2026-03-01T12:00:00.000Z")
  })

  it("shows so many days until the end of today", () => {
    const now = new Date(2026, 10, 25, 9, 30)
    const { from, until } = lastDays(30, now)

    expect(new Date(until)).toEqual(new Date(2026, 10, 26))
    expect(Date.parse(until) - Date.parse(from)).toBe(30 * 24 * HOUR)
  })

  it("is told as a table by the days on which something changed", () => {
    const rows = chartRows([
      point("2026-03-01T00:00:00Z", "5", "5"),
      point("2026-03-02T00:00:00Z", "5", "5"),
      point("2026-03-03T00:00:00Z", "5", "3"),
      point("2026-03-04T00:00:00Z", "5", "3"),
      point("2026-03-05T00:00:00Z", "2", "3"),
    ])

    expect(changingRows(rows).map(({ exact }) => `${exact.onHand} ${exact.available}`)).toEqual([
      "5 5",
      "5 3",
      "2 3",
    ])
  })
})
