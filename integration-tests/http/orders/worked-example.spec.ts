import { testStore } from "../../test-store"
import type { Answer } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"
import { type Glassworks, openGlassworks } from "./glassworks"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    describe("the worked example: 10 WIDGET, 1 + 2 FLASK, 50 ALEMBIC", () => {
      let glass: Glassworks
      let order: Answer

      beforeAll(async () => {
        glass = await openGlassworks(api as never, getContainer())
        order = await glass.order([
          { sku: "WIDGET", quantity: 10 },
          { sku: "FLASK", quantity: 1 },
          { sku: "FLASK", quantity: 2 },
          { sku: "ALEMBIC", quantity: 50 },
        ])
      })

      afterEach(async () => {
        expect(await glass.drifts()).toEqual([])
      })

      it("commits each item at one place, holds the shortfall, in five movements", async () => {
        expect(await figures(glass)).toEqual(PLACED)

        const { events, holds } = await glass.orderStock(order.id)
        expect(events.flatMap((event: Answer) => event.movement_ids)).toHaveLength(5)
        expect(holds).toEqual([
          expect.objectContaining({
            inventory_item_id: glass.items.ALEMBIC,
            location_id: glass.places.B,
            committed_location_id: glass.places.A,
            quantity: "31",
          }),
        ])
      })

      it("keeps the decisions and their reasons, and proposes the transfer", async () => {
        const { allocations, proposals } = await glass.orderStock(order.id)
        expect(
          allocations.map((one: Answer) => [
            one.inventory_item_id,
            one.location_id,
            one.quantity,
            one.strategy,
            one.reason,
          ])
        ).toEqual(
          expect.arrayContaining([
            [glass.items.WIDGET, glass.places.A, "10", "priority", "covers"],
            [glass.items.FLASK, glass.places.B, "1", "priority", "covers"],
            [glass.items.FLASK, glass.places.B, "2", "priority", "covers"],
            [glass.items.ALEMBIC, glass.places.A, "50", "priority", "together"],
          ])
        )
        expect(proposals).toEqual([
          {
            hold_id: expect.any(String),
            inventory_item_id: glass.items.ALEMBIC,
            from_location_id: glass.places.B,
            to_location_id: glass.places.A,
            quantity: "31",
            transfer_id: null,
          },
        ])
      })

      it("is fulfilled, place by place, and leaves nothing committed or held", async () => {
        await fulfil(glass, order, "A", ["WIDGET", "ALEMBIC"])
        await fulfil(glass, order, "B", ["FLASK"])

        expect(await figures(glass)).toEqual({
          WIDGET: {
            A: { available: "15", committed: "10", fulfilled: "10" },
            B: { available: "163" },
          },
          FLASK: { A: { available: "2" }, B: { available: "11", reserved: "10", fulfilled: "3" } },
          ALEMBIC: {
            A: { available: "-31", fulfilled: "50" },
            B: { available: "41", reserved: "6" },
          },
        })
      })

      it("is cancelled, and everything is as before", async () => {
        await glass.shop.admin.post(`/orders/${order.id}/cancel`)

        expect(await figures(glass)).toEqual({
          WIDGET: { A: { available: "25", committed: "10" }, B: { available: "163" } },
          FLASK: { A: { available: "2" }, B: { available: "14", reserved: "10" } },
          ALEMBIC: { A: { available: "19" }, B: { available: "41", reserved: "6" } },
        })
      })

      it("is edited: FLASK 2 becomes 1, which stays where the order's FLASK is", async () => {
        const line = order.items.find(
          (one: Answer) => one.variant_id === glass.variants.FLASK && one.quantity === 2
        )
        await edit(glass, order.id, line.id, 1)

        expect(await figures(glass)).toEqual({
          ...PLACED,
          FLASK: {
            A: { available: "2" },
            B: { available: "12", committed: "2", reserved: "10" },
          },
        })
      })

      it("is edited: ALEMBIC is cut, which lets go of the hold first", async () => {
        const line = order.items.find((one: Answer) => one.variant_id === glass.variants.ALEMBIC)
        await edit(glass, order.id, line.id, 40)

        expect(await glass.stock("ALEMBIC", "A")).toEqual({ available: "-21", committed: "40" })
        expect(await glass.stock("ALEMBIC", "B")).toEqual({ available: "20", reserved: "27" })

        await edit(glass, order.id, line.id, 10)
        expect(await glass.stock("ALEMBIC", "A")).toEqual({ available: "9", committed: "10" })
        expect(await glass.stock("ALEMBIC", "B")).toEqual({ available: "41", reserved: "6" })
      })

      it("is edited: more ALEMBIC than there is, which is refused and leaves everything", async () => {
        const { holds } = await glass.orderStock(order.id)
        const line = order.items.find((one: Answer) => one.variant_id === glass.variants.ALEMBIC)
        await expect(edit(glass, order.id, line.id, 1000)).rejects.toMatchObject({ status: 400 })

        expect(await figures(glass)).toEqual(PLACED)
        expect((await glass.orderStock(order.id)).holds).toEqual(holds)
      })

      it("has its ALEMBIC covered from B, in part and then wholly", async () => {
        const [hold] = (await glass.orderStock(order.id)).holds
        const cover = (quantity?: number) =>
          glass.shop.admin.post(`/stockroom/holds/${hold.id}/cover`, { quantity })

        await cover(11)
        expect(await glass.stock("ALEMBIC", "A")).toEqual({ available: "-20", committed: "50" })
        expect(await glass.stock("ALEMBIC", "B")).toEqual({ available: "10", reserved: "26" })

        const refused = await glass.shop.admin.refused(
          "post",
          `/stockroom/holds/${hold.id}/cover`,
          { quantity: 21 }
        )
        expect(refused).toMatchObject({ status: 400, details: { field: "quantity" } })

        await cover()
        expect(await glass.stock("ALEMBIC", "A")).toEqual({ committed: "50" })
        expect(await glass.stock("ALEMBIC", "B")).toEqual({ available: "10", reserved: "6" })
        expect((await glass.orderStock(order.id)).holds).toEqual([])

        const gone = await glass.shop.admin.refused("post", `/stockroom/holds/${hold.id}/cover`, {})
        expect(gone.status).toBe(409)
      })

      it("leaves too little for another: that is refused, and changes nothing", async () => {
        const cart = await glass.shop.fillCart([
          { variant: glass.variants.WIDGET, quantity: 1 },
          { variant: glass.variants.ALEMBIC, quantity: 10 },
        ])
        await glass.order([{ sku: "ALEMBIC", quantity: 1 }])
        const before = await figures(glass)

        await expect(glass.shop.store(`/carts/${cart}/complete`, {})).rejects.toMatchObject({
          status: 400,
          body: { type: "not_allowed", message: expect.stringContaining("Not enough stock") },
        })
        expect(await figures(glass)).toEqual(before)
      })
    })
  },
})

const PLACED = {
  WIDGET: { A: { available: "15", committed: "20" }, B: { available: "163" } },
  FLASK: { A: { available: "2" }, B: { available: "11", committed: "3", reserved: "10" } },
  ALEMBIC: { A: { available: "-31", committed: "50" }, B: { available: "10", reserved: "37" } },
}

async function figures(glass: Glassworks) {
  const all: Record<string, Record<string, unknown>> = {}
  for (const sku of ["WIDGET", "FLASK", "ALEMBIC"] as const) {
    all[sku] = { A: await glass.stock(sku, "A"), B: await glass.stock(sku, "B") }
  }
  return all
}

/** Fulfils the order's lines of some items from a place. */
async function fulfil(
  { shop, places, variants }: Glassworks,
  order: Answer,
  place: "A" | "B",
  skus: (keyof Glassworks["variants"])[]
): Promise<void> {
  const wanted = skus.map((sku) => variants[sku])
  await shop.admin.post(`/orders/${order.id}/fulfillments`, {
    location_id: places[place],
    items: order.items
      .filter((item: Answer) => wanted.includes(item.variant_id))
      .map(({ id, quantity }: Answer) => ({ id, quantity })),
  })
}

async function edit(
  { shop }: Glassworks,
  orderId: string,
  lineId: string,
  quantity: number
): Promise<void> {
  await shop.admin.post("/order-edits", { order_id: orderId })
  await shop.admin.post(`/order-edits/${orderId}/items/item/${lineId}`, { quantity })
  await shop.admin.post(`/order-edits/${orderId}/confirm`)
}
