import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"

import { testStore } from "../../test-store"
import { buildStoreOfPage } from "../orders/docs-store"
import type { Answer } from "../shop"
import { BOOT_TIMEOUT, eventually } from "../support"
import { type LowStockWorld, openLowStockWorld } from "./world"

jest.setTimeout(BOOT_TIMEOUT)

const store = buildStoreOfPage("low-stock-actions.md")
const before = process.cwd()

/** The purchase requests of the ERP, by the keys that they were asked for with; and how it answers. */
const requests = new Map<string, Answer>()
let down = false
const erp: Server = createServer((req, res) => {
  void (async () => {
    const [, , key] = (req.url as string).split("/")
    const body = await text(req)
    if (down) {
      res.writeHead(503).end("closed for stocktaking")
    } else if (req.method === "DELETE") {
      const [asked] = [...requests].find(([, { id }]) => id === key) ?? []
      requests.delete(asked as string)
      res.end(JSON.stringify({ id: key }))
    } else {
      const made = requests.get(key) ?? { id: `PR-${requests.size + 1}`, ...JSON.parse(body) }
      requests.set(key, made)
      res.end(JSON.stringify({ id: made.id }))
    }
  })()
}).listen(0)
process.env.ERP_URL = `http://localhost:${(erp.address() as AddressInfo).port}`

// Medusa finds a store's own modules from the folder that it is started in.
process.chdir(store)
afterAll(() => {
  process.chdir(before)
  erp.close()
})

testStore({
  medusaConfigFile: store,
  testSuite: ({ api, getContainer }) => {
    describe("the actions of docs/low-stock-actions.md", () => {
      let world: LowStockWorld

      beforeAll(async () => {
        world = await openLowStockWorld(api as never, getContainer())
      })

      it("are listed, the override in the place of the built-in", async () => {
        const { actions } = await world.shop.admin.get("/stockroom/low-stock/actions")
        expect(actions).toHaveLength(5)
        expect(actions).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              identifier: "unpublish",
              label: "Tag the product as nearly sold out",
              built_in: false,
            }),
            expect.objectContaining({
              identifier: "purchase_request",
              options_schema: expect.objectContaining({ required: ["supplier", "quantity"] }),
            }),
          ])
        )
      })

      it("a purchase request is made once, and withdrawn on recovery; the product stays, tagged", async () => {
        await world.rule({
          inventory_item_id: world.items.WIDGET,
          place: "together",
          threshold: 5,
          actions: [
            { identifier: "purchase_request", options: { supplier: "ACME", quantity: 40 } },
            { identifier: "unpublish" },
          ],
        })
        down = true
        await world.set("WIDGET", 1, world.shop.lyon)
        await world.set("WIDGET", 4)
        const waiting = await world.ended("purchase_request", {
          status: "pending",
          last_error: "The ERP answers 503: closed for stocktaking",
        })
        await world.ended("unpublish", { status: "done" })
        expect(await tagged(world)).toBe("yes")
        expect(await world.shown(world.products.widget)).toBe(true)

        down = false
        await world.shop.admin.post(`/stockroom/low-stock/runs/${waiting.id}/retry`)
        await world.ended("purchase_request", { status: "done", result: { request_id: "PR-1" } })
        expect([...requests.values()]).toEqual([
          { id: "PR-1", sku: "WIDGET", left: "5", supplier: "ACME", quantity: 40 },
        ])

        await world.set("WIDGET", 9)
        await world.ended("purchase_request", { status: "done" }, "undo")
        await world.ended("unpublish", { status: "done" }, "undo")
        expect(requests.size).toBe(0)
        await eventually(async () => expect(await tagged(world)).toBeUndefined())
      })

      it("a rule that says the wrong thing to it is refused", async () => {
        await expect(
          world.rule({
            inventory_item_id: world.items.LEFT,
            place: "together",
            threshold: 5,
            actions: [{ identifier: "purchase_request", options: { supplier: "ACME" } }],
          })
        ).rejects.toThrow(/actions\.0\.options\.quantity/)
      })
    })
  },
})

async function tagged({ shop, products }: LowStockWorld): Promise<unknown> {
  const { product } = await shop.admin.get(`/products/${products.widget}`)
  return product.metadata?.nearly_sold_out
}
