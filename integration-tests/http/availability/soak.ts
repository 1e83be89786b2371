import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"

import { testStore } from "../../test-store"
import { Desk } from "../transfers/desk"
import { BOOT_TIMEOUT } from "../support"
import { type Moment, Moments } from "./moments"
import { Window } from "./window"

jest.setTimeout(BOOT_TIMEOUT)

const CLIENTS = 50
/** How long a client thinks between two questions, in milliseconds. */
const PAUSE = 250
const CARTS = 14

/** What a client was told, and what it knew before and after it asked. */
interface Told {
  sku: "WIDGET" | "TABLE"
  quantity: number
  /** The stock before it asked, and after it was answered. */
  before: Moment
  after: Moment
  /** The changes that had been answered when it asked. */
  done: number
}

/**
 * 50 clients ask what can be had while orders, transfers and cancellations go on. Whatever they are told must
 * have been so at some moment during their request, by the ledger.
 *
 * @param begins - from when on a request may be told: from the stock that the database had when it began,
 *   or from what had been answered to whoever changed it, as an answer that is kept is forgotten before that
 */
export function soak(medusaConfigFile: string, begins: "committed" | "answered"): void {
  testStore({
    medusaConfigFile,
    testSuite: ({ api, getContainer }) => {
      it(`50 clients are never told of stock that was not there since a change was ${begins}`, async () => {
        const container = getContainer()
        const window = await Window.open(api, container)
        await window.shop.admin.post("/stockroom/availability", { display: "always" })
        const items = [window.shop.widget, window.items.TOP, window.items.LEG]
        const changes = new Changes(window)
        await changes.prepare()
        const start = await Moments.now(container, items)

        const told: Told[] = []
        let over = false
        const clients = Array.from({ length: CLIENTS }, async (_, client) => {
          const sku = client % 3 ? "WIDGET" : "TABLE"
          await sleep((client * PAUSE) / CLIENTS)
          while (!over) {
            told.push(await ask(container, window, sku, items, changes.answered))
            await sleep(PAUSE)
          }
        })
        await changes.make()
        over = true
        await Promise.all(clients)

        const moments = await Moments.read(container, items)
        const wrong = told.filter((one) => {
          const from =
            begins === "committed"
              ? one.before
              : moments.since(changes.answered.slice(0, one.done), start)
          const seen = moments
            .between(from, one.after)
            .map((moment) => quantityAt(moments, moment, window, one.sku))
          return !seen.includes(one.quantity)
        })
        expect(wrong).toEqual([])
        // It has been a soak: much was asked, while much changed.
        expect(told.length).toBeGreaterThan(CLIENTS * 5)
        expect(changes.refused).toEqual([])
        expect(changes.answered.length).toBeGreaterThan(CARTS * 2)
        expect(new Set(told.map(({ quantity }) => quantity)).size).toBeGreaterThan(5)
        const meanwhile = told.filter(
          ({ before, after }) => String([...before]) !== String([...after])
        )
        expect(meanwhile.length).toBeGreaterThan(10)
      })
    },
  })
}

async function ask(
  container: MedusaContainer,
  window: Window,
  sku: Told["sku"],
  items: string[],
  answered: string[]
): Promise<Told> {
  const before = await Moments.now(container, items)
  const done = answered.length
  const { quantity } = await window.look(sku)
  const after = await Moments.now(container, items)
  return { sku, quantity: Number(quantity), before, after, done }
}

/** What can be had at a moment, counted plainly: of a table, as many as its tops and legs make. */
function quantityAt(moments: Moments, moment: Moment, window: Window, sku: Told["sku"]): number {
  const together = (item: string) => moments.together(item, moment)
  return sku === "WIDGET"
    ? together(window.shop.widget)
    : Math.min(together(window.items.TOP), Math.floor(together(window.items.LEG) / 4))
}

/** Orders, transfers and cancellations; each is named by its request, as the ledger has it. */
class Changes {
  /** The requests that have been answered, in the order of their answers. */
  readonly answered: string[] = []
  readonly refused: string[] = []
  private readonly desk: Desk
  private readonly carts: string[] = []
  private readonly transfers: { id: string; end: string }[] = []

  constructor(private readonly window: Window) {
    this.desk = new Desk(window.shop)
  }

  async prepare(): Promise<void> {
    const { shop, variants, items } = this.window
    for (let n = 0; n < CARTS; n++) {
      const variant = n % 4 ? shop.variant : variants.TABLE
      this.carts.push(await shop.fillCart([{ variant, quantity: n % 4 ? 1 + (n % 2) : 1 }]))
    }
    for (let n = 0; n < 8; n++) {
      const lines = [
        { inventory_item_id: shop.widget, quantity: 1 },
        { inventory_item_id: items.LEG, quantity: 1 },
      ]
      this.transfers.push({ id: await this.desk.draft(lines), end: n % 2 ? "cancel" : "receive" })
    }
  }

  /** Shoppers order, and every order is cancelled again; meanwhile goods go from Berlin to Lyon. */
  async make(): Promise<void> {
    await Promise.all([this.order(0), this.order(1), this.ship()])
  }

  private async order(turn: number): Promise<void> {
    const { shop } = this.window
    for (const cart of this.carts.filter((_, index) => index % 2 === turn)) {
      const path = `/carts/${cart}/complete`
      const answer = await this.step("/store", path, () => shop.store(path, {}))
      const cancel = `/orders/${answer?.order.id}/cancel`
      await this.step("/admin", cancel, () => shop.admin.post(cancel))
    }
  }

  private async ship(): Promise<void> {
    for (const { id, end } of this.transfers) {
      for (const verb of ["pending", end]) {
        const path = `/stockroom/transfers/${id}/${verb}`
        const body = verb === "receive" ? { accept_rest: true } : {}
        await this.step("/admin", path, () => this.window.shop.admin.post(path, body))
        await sleep(100)
      }
    }
  }

  private async step<T>(api: string, path: string, work: () => Promise<T>): Promise<T | null> {
    try {
      const result = await work()
      this.answered.push(`POST ${api}${path}`)
      return result
    } catch (error) {
      this.refused.push((error as Error).message)
      return null
    }
  }
}
