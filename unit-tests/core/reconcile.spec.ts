import fc from "fast-check"
import { medusaColumns } from "../../src/core/level"
import { exact } from "../../src/core/quantity"
import { reconcile } from "../../src/core/reconcile"
import { STATES } from "../../src/core/state"
import { BERLIN, decimal, level } from "./world"

const figures = (
  stocked: number,
  reserved: number,
  committed: number,
  held: number,
  incoming = 0
) => ({
  stocked: exact(stocked),
  reserved: exact(reserved),
  incoming: exact(incoming),
  committedByReservations: exact(committed),
  reservedByReservations: exact(held),
})

const states = (plan: ReturnType<typeof reconcile>, before = level(BERLIN)) =>
  Object.fromEntries(
    STATES.map((state): [string, string] => [
      state,
      plan.entries
        .filter((entry) => entry.state === state)
        .reduce((sum, entry) => sum.plus(entry.quantity), before.balances[state])
        .toFixed(),
    ]).filter(([, quantity]) => quantity !== "0")
  )

describe("taking over a level", () => {
  it.each([
    [
      "that agrees",
      figures(10, 3, 2, 1, 4),
      { available: "7", committed: "2", reserved: "1", incoming: "4" },
      null,
    ],
    [
      "whose counter is too high",
      figures(10, 5, 2, 1),
      { available: "5", committed: "2", reserved: "3" },
      "unexplained",
    ],
    [
      "whose counter is too low",
      figures(10, 1, 2, 1),
      { available: "7", committed: "2", reserved: "1" },
      "counter_raised",
    ],
    ["that is oversold", figures(2, 3, 3, 0), { available: "-1", committed: "3" }, null],
  ])("%s", (_, medusa, expected, finding) => {
    const plan = reconcile(level(BERLIN), medusa)
    expect(states(plan)).toEqual(expected)
    expect(plan.finding).toBe(finding)
  })

  it("keeps what was set aside by hand before", () => {
    const before = level(BERLIN, { available: 5, damaged: 2, reserved: 1 })
    const plan = reconcile(before, figures(9, 3, 0, 0))
    expect(states(plan, before)).toEqual({ available: "6", damaged: "2", reserved: "1" })
  })

  it("keeps what is stocked, and takes live reservations as the truth", () => {
    fc.assert(
      fc.property(
        decimal(-20, 99),
        decimal(-5, 99),
        decimal(0, 40),
        decimal(0, 40),
        (stocked, reserved, committedByReservations, reservedByReservations) => {
          const before = level(BERLIN)
          const plan = reconcile(before, {
            stocked,
            reserved,
            incoming: exact(0),
            committedByReservations,
            reservedByReservations,
          })
          const balances = { ...before.balances }
          plan.entries.forEach(({ state, quantity }) => {
            balances[state] = balances[state].plus(quantity)
          })
          const columns = medusaColumns(balances)
          expect(columns.stocked.toFixed()).toBe(stocked.toFixed())
          expect(balances.committed.toFixed()).toBe(committedByReservations.toFixed())
          expect(balances.reserved.isGreaterThanOrEqualTo(reservedByReservations)).toBe(true)
          expect(columns.reserved.isGreaterThanOrEqualTo(reserved)).toBe(true)
        }
      )
    )
  })
})
