import { readFileSync } from "node:fs"
import { join } from "node:path"

import { testStore } from "../../test-store"
import { APP, BOOT_TIMEOUT } from "../support"
import { Window } from "./window"

jest.setTimeout(BOOT_TIMEOUT)

const DAY = 86_400_000
const PAGE = readFileSync(join(__dirname, "..", "..", "..", "docs", "store-api.md"), "utf8")
const [, EXAMPLE] = /### A worked example\n([^]*?)\n## /.exec(PAGE) ?? []
const [levels, transfers, arithmetic] = tablesOf(EXAMPLE)
const [, told] = /```json\n([^]*?)```/.exec(EXAMPLE) ?? []
const [, today] = /Today is ([\d-]+)/.exec(EXAMPLE) ?? []

/** The rows of each table of a page, without its head. */
function tablesOf(page: string): string[][][] {
  return page
    .split(/\n\n/)
    .filter((block) => block.trim().startsWith("|"))
    .map((table) =>
      table
        .trim()
        .split("\n")
        .slice(2)
        .map((row) => row.split("|").slice(1, -1))
        .map((cells) => cells.map((cell) => cell.trim()))
    )
}

/** A day of the page, counted from the day on which the test runs. */
function fromNow(day: string): string {
  return new Date(Date.now() + Date.parse(day) - Date.parse(today)).toISOString().slice(0, 10)
}

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    describe("the worked example of docs/store-api.md", () => {
      let window: Window
      let supplier: string
      let places: Record<string, string>

      beforeAll(async () => {
        window = await Window.open(api, getContainer())
        const { admin, berlin, lyon } = window.shop
        places = { Berlin: berlin, Lyon: lyon }
        const { stock_location } = await admin.post("/stock-locations", { name: "Works" })
        supplier = stock_location.id
        await admin.post("/stockroom/availability", { display: "always" })
        await admin.post("/stockroom/stock", {
          allow_negative: true,
          changes: levels.flatMap(([part, atBerlin, atLyon]) =>
            Object.entries({ Berlin: atBerlin, Lyon: atLyon }).map(([place, quantity]) => ({
              ...{ op: "set", state: "available", quantity, location_id: places[place] },
              inventory_item_id: window.items[part.toUpperCase()],
            }))
          ),
        })
        for (const [place, , , days] of transfers) {
          await admin.post(`/stockroom/locations/${places[place]}`, {
            lead_time_days: Number.parseInt(days),
          })
        }
      })

      const send = async (more = 0) => {
        for (const [index, [place, expected, legs]] of transfers.entries()) {
          const quantity = Number(legs) + (index ? 0 : more)
          await window.expect("LEG", quantity, fromNow(expected), supplier, places[place])
        }
      }
      const estimate = async () => (await window.look("TABLE")).estimate

      it("tells what the page says, by its own arithmetic", async () => {
        expect(await window.look("TABLE")).toMatchObject({
          ...{ status: "out_of_stock", quantity: "0", estimate: null },
        })
        await send()
        const { date, ...answer } = JSON.parse(told)
        expect(await estimate()).toEqual({ ...answer, date: fromNow(date) })

        for (const [, there, arrived, owed, free, byLegs, byTops, tables] of arithmetic) {
          expect(Number(there) + Number(arrived) - Number(owed)).toBe(Number(free))
          expect(Math.floor(Number(free) / 4)).toBe(Number(byLegs))
          expect(Math.min(Number(byLegs), Number(byTops))).toBe(Number(tables))
        }
        const [day, ...last] = arithmetic[arithmetic.length - 1]
        expect([day, last.pop()]).toEqual([date, answer.quantity])
      })

      it("tells the first day with one leg more on it", async () => {
        await send(1)
        expect(await estimate()).toMatchObject({ date: fromNow(transfers[0][1]), quantity: "1" })
      })
    })

    it("is found on the page, whole", () => {
      expect(new Date(today).getTime() % DAY).toBe(0)
      expect([levels.length, transfers.length, arithmetic.length]).toEqual([2, 2, 2])
      expect(JSON.parse(told)).toHaveProperty("date")
    })
  },
})
