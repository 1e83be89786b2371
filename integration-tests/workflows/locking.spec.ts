import { join } from "node:path"

import {
  acquireLockStep,
  createReservationsWorkflow,
  deleteReservationsByLineItemsStep,
  releaseLockStep,
  reserveInventoryStep,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { openShop } from "../http/shop"
import { BOOT_TIMEOUT } from "../http/support"
import { testStore } from "../test-store"

jest.setTimeout(BOOT_TIMEOUT)

const CALLERS = 16
const ITEMS = 20
const EACH = 1_000

type Lines = Parameters<typeof reserveInventoryStep>[0]
type Line = { id: string; inventory_item_id: string; quantity: number }

/** What Medusa's checkout does to the stock, by the step that it does it with. */
const checkOutWorkflow = createWorkflow("test-check-out", (input: WorkflowData<Lines>) => {
  return new WorkflowResponse(reserveInventoryStep(input))
})

const failStep = createStep("test-locking-fail", async () => {
  throw new Error("the card was declined")
  return new StepResponse(undefined)
})

const declinedWorkflow = createWorkflow("test-declined", (input: WorkflowData<Lines>) => {
  reserveInventoryStep(input)
  failStep()
})

const cancelWorkflow = createWorkflow("test-cancel", (input: WorkflowData<string[]>) => {
  deleteReservationsByLineItemsStep(input)
})

interface Lock {
  key: string
  ownerId: string
}

const lockWorkflow = createWorkflow("test-lock", (input: WorkflowData<Lock>) => {
  acquireLockStep(input)
})

const unlockWorkflow = createWorkflow("test-unlock", (input: WorkflowData<Lock>) => {
  return new WorkflowResponse(releaseLockStep(input))
})

testStore({
  medusaConfigFile: join(__dirname, "..", "app-with-locking"),
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let items: string[]
    let location: string

    /** Twenty items, a thousand of each, at one location. */
    beforeEach(async () => {
      container = getContainer()
      const stock = container.resolve(Modules.INVENTORY)
      const berlin = await container
        .resolve(Modules.STOCK_LOCATION)
        .createStockLocations({ name: "Berlin" })
      location = berlin.id
      const made = await stock.createInventoryItems(
        Array.from({ length: ITEMS }, (_, n) => ({ sku: `CROSS-${n}` }))
      )
      items = made.map(({ id }) => id)
      await stock.createInventoryLevels(
        items.map((id) => ({
          inventory_item_id: id,
          location_id: location,
          stocked_quantity: EACH,
        }))
      )
    })

    afterEach(async () => {
      const stock = container.resolve(Modules.INVENTORY) as never as {
        verify(): Promise<{ drifts: unknown[] }>
      }
      expect((await stock.verify()).drifts).toEqual([])
    })

    /** The n-th cart: one to four lines, in an order that crosses that of other carts. */
    const cart = (n: number): Line[] => {
      const lines = Array.from({ length: 1 + (n % 4) }, (_, line) => ({
        id: `ordli_${n}_${line}`,
        inventory_item_id: items[(n * 7 + line * 13) % ITEMS],
        quantity: 1,
      }))
      return n % 2 ? lines.reverse() : lines
    }

    const asCheckout = (lines: Line[]): Lines => ({
      items: lines.map((line) => ({
        ...line,
        required_quantity: 1,
        allow_backorder: false,
        location_ids: [location],
      })),
    })

    /** Sixteen callers, each of whom does his share one after the other. */
    const byCallers = async (carts: number, work: (n: number) => Promise<unknown>) => {
      const caller = async (first: number) => {
        for (let n = first; n < carts; n += CALLERS) await work(n)
      }
      await Promise.all(Array.from({ length: CALLERS }, (_, first) => caller(first)))
    }

    const reserved = async () => {
      const levels = await container
        .resolve(Modules.INVENTORY)
        .listInventoryLevels({ location_id: location }, { take: ITEMS })
      return levels.reduce((sum, level) => sum + Number(level.reserved_quantity), 0)
    }

    const LINES = 160 * 2.5

    it("lets crossing checkouts all finish", async () => {
      await byCallers(160, (n) => checkOutWorkflow(container).run({ input: asCheckout(cart(n)) }))

      expect(await reserved()).toBe(LINES)
    })

    it("lets crossing reservations all finish", async () => {
      await byCallers(160, (n) =>
        createReservationsWorkflow(container).run({
          input: {
            reservations: cart(n).map(({ id, ...line }) => ({
              ...line,
              line_item_id: id,
              location_id: location,
            })),
          },
        })
      )

      expect(await reserved()).toBe(LINES)
    })

    it("lets crossing checkouts be declined and canceled beside others that stand", async () => {
      await byCallers(160, async (n) => {
        const input = asCheckout(cart(n))
        if (n % 3 === 0) {
          await expect(declinedWorkflow(container).run({ input })).rejects.toMatchObject({
            message: "the card was declined",
          })
          return
        }
        await checkOutWorkflow(container).run({ input })
        if (n % 3 === 1) {
          await cancelWorkflow(container).run({ input: cart(n).map(({ id }) => id) })
        }
      })

      const stand = Array.from({ length: 160 }, (_, n) => n).filter((n) => n % 3 === 2)
      expect(await reserved()).toBe(stand.reduce((sum, n) => sum + cart(n).length, 0))
    })

    it("serves 300 shoppers at once of one item while stock lasts", async () => {
      await container.resolve(Modules.INVENTORY).updateInventoryLevels({
        inventory_item_id: items[0],
        location_id: location,
        stocked_quantity: 250,
      })
      const hot = (n: number) => [{ id: `ordli_${n}`, inventory_item_id: items[0], quantity: 1 }]
      const outcomes = await Promise.allSettled(
        Array.from({ length: 300 }, (_, n) =>
          checkOutWorkflow(container).run({ input: asCheckout(hot(n)) })
        )
      )

      const refusals = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))
      expect(new Set(refusals.map(({ type }) => type))).toEqual(new Set(["not_allowed"]))
      expect({ refused: refusals.length, reserved: await reserved() }).toEqual({
        refused: 50,
        reserved: 250,
      })
    })

    it("sells a whole cart, and still locks it while it is being sold", async () => {
      const shop = await openShop(api as never, container)
      const { id } = await shop.placeOrder(2)

      expect(id).toMatch(/^order_/)
      await lockWorkflow(container).run({ input: { key: id, ownerId: "ann" } })
      await expect(
        lockWorkflow(container).run({ input: { key: id, ownerId: "ben" } })
      ).rejects.toMatchObject({ message: `Failed to acquire lock for key "${id}"` })
      const { result } = await unlockWorkflow(container).run({ input: { key: id, ownerId: "ann" } })
      expect(result).toBe(true)
      await lockWorkflow(container).run({ input: { key: id, ownerId: "ben" } })
    })
  },
})
