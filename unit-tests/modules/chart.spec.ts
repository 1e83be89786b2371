import { stepsOf } from "../../src/modules/inventory/chart"

const DAY = 86_400_000

describe("the steps of a chart", () => {
  it("are days, the first one what is left over", () => {
    expect(stepsOf({ from: "2026-03-01T12:00:00Z", until: "2026-03-04T00:00:00Z" }).ends).toEqual([
      "2026-03-02T00:00:00.000Z",
      "2026-03-03T00:00:00.000Z",
      "2026-03-04T00:00:00.000Z",
    ])
  })

  it("are equal parts where their number is given", () => {
    expect(
      stepsOf({ from: "2026-03-01T00:00:00Z", until: "2026-03-02T00:00:00Z", points: 2 }).ends
    ).toEqual(["2026-03-01T12:00:00.000Z", "2026-03-02T00:00:00.000Z"])
  })

  it("are the last ninety days when nothing is said", () => {
    const { from, until, ends } = stepsOf({})

    expect(Date.parse(until) - Date.parse(from)).toBe(90 * DAY)
    expect(ends).toHaveLength(90)
    expect(ends[89]).toBe(until)
  })

  it("are never more than 400: of a long time they are longer than days", () => {
    const { ends, until } = stepsOf({ from: "2020-01-01", until: "2026-01-01" })

    expect(ends).toHaveLength(400)
    expect(ends[399]).toBe(until)
  })

  it.each([
    [{ from: "2026-03-02", until: "2026-03-01" }, "from must be before until"],
    [{ from: "soon" }, "from must be a date"],
    [{ points: 1.5 }, "points must be a whole number"],
    [{ points: 401 }, "points must be a whole number"],
  ])("are refused of %j", (input, message) => {
    expect(() => stepsOf(input)).toThrow(message)
  })
})
