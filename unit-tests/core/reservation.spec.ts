import fc from "fast-check"

import { type Level, type LevelKey, levelName } from "../../src/core/level"
import { exact, type Quantity } from "../../src/core/quantity"
import { Refusal } from "../../src/core/refusal"
import {
  refuseShortage,
  type ReservationChange,
  type ReservedStock,
  stateOf,
  takeEntries,
} from "../../src/core/reservation"
import { amounts, decimals, levelOf, toldEntries } from "./world"

/**
 *     BOLT   Berlin 10 available, Lyon 4, Oslo 0
 *     WINE   Berlin 2.5
 *     GLUE   Berlin -1
 */
const AVAILABLE: Record<string, Record<string, number>> = {
  BOLT: { Berlin: 10, Lyon: 4, Oslo: 0 },
  WINE: { Berlin: 2.5 },
  GLUE: { Berlin: -1 },
}

function levelBefore({ itemId, locationId }: LevelKey): Level {
  return levelOf({ available: AVAILABLE[itemId][locationId] }, { itemId, locationId })
}

/** `BOLT Berlin 3`, on backorder with a `*` */
function reserved(told: string): ReservedStock {
  const [itemId, locationId, quantity] = told.replace("*", "").split(" ")
  return {
    ...{ id: "res", lineItemId: "line", itemId, locationId, quantity: exact(quantity) },
    allowBackorder: told.endsWith("*"),
  }
}

/** `BOLT Berlin 3 -> BOLT Lyon 2`; either side may be missing */
function change(told: string): ReservationChange {
  const [before, after] = told.split("->").map((side) => side.trim())
  return { before: before ? reserved(before) : null, after: after ? reserved(after) : null }
}

describe("a reservation", () => {
  it.each([
    ["line", "committed", "available -2.5, committed 2.5"],
    [null, "reserved", "available -2.5, reserved 2.5"],
  ])("of line %p is %s stock", (lineItemId, state, entries) => {
    const reservation = { ...reserved("BOLT Berlin 2.5"), lineItemId }
    expect(stateOf(reservation)).toBe(state)
    expect(toldEntries(takeEntries(reservation))).toBe(entries)
  })
})

describe("reserving", () => {
  it.each([
    ["just what there is", ["-> BOLT Berlin 10"]],
    ["a fraction", ["-> WINE Berlin 2.5"]],
    ["nothing where there is nothing", ["-> BOLT Oslo 0"]],
    ["nothing where there is less", ["-> GLUE Berlin 0"]],
    ["several lines that share a level", ["-> BOLT Berlin 4", "-> BOLT Berlin 6"]],
    ["lines of several levels", ["-> BOLT Berlin 10", "-> BOLT Lyon 4", "-> WINE Berlin 2.5"]],
    ["on backorder what is not there", ["-> BOLT Oslo 99*"]],
    ["on backorder beside what is", ["-> BOLT Berlin 99*", "-> BOLT Berlin 10"]],
    ["more, within what there is", ["BOLT Berlin 5 -> BOLT Berlin 15"]],
    ["less, where there is less than nothing", ["GLUE Berlin 5 -> GLUE Berlin 4"]],
    ["as much, where there is less than nothing", ["GLUE Berlin 5 -> GLUE Berlin 5"]],
    ["elsewhere, all of it", ["BOLT Berlin 4 -> BOLT Lyon 4"]],
    ["elsewhere, less", ["BOLT Berlin 99 -> BOLT Lyon 4"]],
    ["elsewhere, on backorder", ["BOLT Berlin 9 -> BOLT Oslo 9*"]],
    ["what another line of the call gives back", ["BOLT Oslo 5 -> BOLT Oslo 2", "-> BOLT Oslo 3"]],
    ["what a line that moves away leaves", ["BOLT Oslo 3 -> BOLT Berlin 3", "-> BOLT Oslo 3"]],
    ["what a line that ends leaves", ["BOLT Oslo 3 ->", "-> BOLT Oslo 3"]],
    ["and swapping places", ["BOLT Oslo 3 -> BOLT Lyon 3", "BOLT Lyon 3 -> BOLT Oslo 3"]],
  ])("%s is fine", (_, changes) => {
    expect(() => refuseShortage(changes.map(change), levelBefore)).not.toThrow()
  })

  it.each([
    ["more than there is", ["-> BOLT Berlin 10.1"], ["BOLT Berlin 10 10.1"]],
    ["anything where there is nothing", ["-> BOLT Oslo 0.00001"], ["BOLT Oslo 0 0.00001"]],
    ["anything where there is less", ["-> GLUE Berlin 1"], ["GLUE Berlin -1 1"]],
    [
      "too much over several lines",
      ["-> BOLT Berlin 5", "-> BOLT Berlin 6"],
      ["BOLT Berlin 10 11"],
    ],
    ["more than is left of it", ["BOLT Lyon 2 -> BOLT Lyon 7"], ["BOLT Lyon 4 5"]],
    ["more, no longer on backorder", ["BOLT Oslo 2* -> BOLT Oslo 3"], ["BOLT Oslo 0 1"]],
    ["elsewhere what is not there", ["BOLT Berlin 5 -> BOLT Lyon 5"], ["BOLT Lyon 4 5"]],
    ["of another item", ["BOLT Berlin 3 -> WINE Berlin 3"], ["WINE Berlin 2.5 3"]],
    [
      "more than others give back",
      ["BOLT Oslo 5 -> BOLT Oslo 4", "-> BOLT Oslo 2"],
      ["BOLT Oslo 1 2"],
    ],
    [
      "at several places, naming each",
      ["-> BOLT Berlin 11", "-> WINE Berlin 9", "-> BOLT Lyon 1", "-> GLUE Berlin 3*"],
      ["BOLT Berlin 10 11", "WINE Berlin 2.5 9"],
    ],
  ])("%s is refused", (_, changes, short) => {
    let refusal: Refusal | undefined
    try {
      refuseShortage(changes.map(change), levelBefore)
    } catch (error) {
      refusal = error as Refusal
    }
    const told = short.map((one) => one.split(" "))
    expect(refusal).toMatchObject({
      code: "not_allowed",
      message: told
        .map(
          ([item, location, has, asked]) =>
            `Not enough stock available for item ${item} at location ${location} (has ${has}, asked ${asked})`
        )
        .join(", "),
      details: {
        short: told.map(([inventory_item_id, location_id, has, asked]) => ({
          ...{ inventory_item_id, location_id, has, asked },
        })),
      },
    })
  })

  const places = fc.constantFrom("Berlin", "Lyon")
  const stock: fc.Arbitrary<ReservedStock> = fc.record({
    ...{ id: fc.constant("res"), itemId: fc.constant("BOLT"), locationId: places },
    ...{ lineItemId: fc.constant("line"), quantity: amounts, allowBackorder: fc.boolean() },
  })
  const changes = fc.array(fc.record({ before: fc.option(stock), after: fc.option(stock) }), {
    maxLength: 6,
  })

  it("is refused exactly where more is newly asked than there is and is given back", () => {
    fc.assert(
      fc.property(changes, decimals, decimals, (all, berlin, lyon) => {
        const available: Record<string, Quantity> = { Berlin: berlin, Lyon: lyon }
        const short = Object.keys(available).filter((place) => {
          const sums = all.map(({ before, after }) => {
            const was = before?.locationId === place ? before.quantity : exact(0)
            const is = after?.locationId === place ? after.quantity : exact(0)
            const more = is.minus(was)
            return more.isGreaterThan(0) ? (after?.allowBackorder ? exact(0) : more) : more
          })
          const asked = total(sums.filter((sum) => sum.isGreaterThan(0)))
          const given = total(sums.filter((sum) => sum.isLessThan(0))).negated()
          return asked.isGreaterThan(0) && asked.isGreaterThan(available[place].plus(given))
        })
        const level = (key: LevelKey) =>
          levelOf({ available: available[key.locationId].toFixed() }, key)
        const run = () => refuseShortage(all, level)
        if (short.length) {
          expect(run).toThrow(Refusal)
        } else {
          expect(run).not.toThrow()
        }
      })
    )
  })

  it("asks for each level once, under its own name", () => {
    const asked: string[] = []
    refuseShortage(
      [change("-> BOLT Berlin 1"), change("-> BOLT Berlin 2"), change("-> BOLT Lyon 1")],
      (key) => {
        asked.push(levelName(key))
        return levelBefore(key)
      }
    )
    expect(asked).toEqual(["BOLT\u0000Berlin", "BOLT\u0000Lyon"])
  })
})

function total(quantities: Quantity[]): Quantity {
  return quantities.reduce((sum, quantity) => sum.plus(quantity), exact(0))
}
