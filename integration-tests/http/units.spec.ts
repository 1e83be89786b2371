import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { setItemUnitsWorkflow, setVariantUnitWorkflow } from "medusa-stockroom/workflows"
import { testStore } from "../test-store"
import { type Answer, openShop, type Shop } from "./shop"
import { APP, BOOT_TIMEOUT, eventually } from "./support"
import { Desk } from "./transfers/desk"

jest.setTimeout(BOOT_TIMEOUT)

const failStep = createStep("test-units-fail", async () => {
  throw new Error("a later step failed")
  return new StepResponse(undefined)
})
const failingUnits = createWorkflow("test-failing-units", (input: WorkflowData<never>) => {
  setItemUnitsWorkflow.runAsStep({ input })
  failStep()
})
const failingVariant = createWorkflow("test-failing-variant-unit", (input: WorkflowData<never>) => {
  setVariantUnitWorkflow.runAsStep({ input })
  failStep()
})

/** WIDGET is kept in pieces and comes in cases of twelve, HONEY in kilograms of three decimals and in grams. */
const WIDGET = [
  { key: "piece", name: "Piece", base: true },
  { key: "case", name: "Case", factor: 12 },
]
const HONEY = [
  { key: "kg", name: "Kilogram", base: true, precision: 3 },
  { key: "g", name: "Gram", factor: "0.001" },
]

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let desk: Desk
    let admin: Shop["admin"]
    const setUnits = (item: string, units: object[]) =>
      admin.post(`/stockroom/items/${item}/units`, { units })
    const unitsRefused = (item: string, units: object[]) =>
      admin.refused("post", `/stockroom/items/${item}/units`, { units })

    /** WIDGET: Berlin 110, Lyon 5. HONEY: Berlin 2.75. */
    beforeAll(async () => {
      shop = await openShop(api, getContainer())
      desk = new Desk(shop)
      admin = shop.admin
      await setUnits(shop.widget, WIDGET)
      await setUnits(shop.honey, HONEY)
      await change({ op: "adjust", ...widget(), state: "available", quantity: 100 })
    })

    afterEach(async () => {
      expect(await desk.drifts()).toEqual([])
    })

    const widget = () => ({ inventory_item_id: shop.widget, location_id: shop.berlin })
    const honey = () => ({ inventory_item_id: shop.honey, location_id: shop.berlin })
    const change = (...changes: object[]) => admin.post("/stockroom/stock", { changes })
    const available = async (item = shop.widget, location = shop.berlin) => {
      const path = `/stockroom/stock?inventory_item_id=${item}&location_id=${location}`
      return (await admin.get(path)).stock[0].available
    }
    const fails = async (run: Promise<{ errors: { error: Error }[] }>) =>
      expect((await run).errors.map(({ error }) => error.message)).toEqual(["a later step failed"])
    const keys = (units: Answer[] | undefined) => units?.map(({ key }) => key)

    describe("the units of an item", () => {
      it("are the base unit, then the others, with what was left out", async () => {
        const { units } = await admin.get(`/stockroom/items/${shop.honey}/units`)
        expect(units).toEqual([
          {
            ...{ key: "kg", name: "Kilogram", base: true, factor: "1" },
            ...{ precision: 3, increment: "0.001", priority: 0 },
          },
          {
            ...{ key: "g", name: "Gram", base: false, factor: "0.001" },
            ...{ precision: 0, increment: "1", priority: 1 },
          },
        ])
        expect(await admin.get(`/stockroom/items/${shop.widget}/units`)).toEqual({
          units: [expect.objectContaining(WIDGET[0]), expect.objectContaining({ factor: "12" })],
        })
      })

      it.each<[string, object[], string]>([
        [
          "without a base unit",
          [{ key: "case", name: "Case", factor: 12 }],
          "must name one base unit",
        ],
        [
          "with a key twice",
          [...WIDGET, WIDGET[1]],
          'units[2].key is "case" as that of units[1] is',
        ],
        [
          "with a factor of nothing",
          [WIDGET[0], { ...WIDGET[1], factor: 0 }],
          "must be above zero",
        ],
        [
          "that the base unit cannot hold",
          [WIDGET[0], { key: "pair", name: "Pair", factor: "2.5" }],
          'units[1].factor must make each step of "Pair" a multiple of 1',
        ],
        ["with what is no unit", [{ key: "piece", base: true }], "units, 0, name"],
      ])("are refused %s", async (_, units, message) => {
        const refusal = await unitsRefused(shop.widget, units)
        expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(message) })
        expect(keys((await admin.get(`/stockroom/items/${shop.widget}/units`)).units)).toEqual([
          ...["piece", "case"],
        ])
      })

      it("are refused where the stock is not in steps of the base unit, naming the level", async () => {
        expect(
          await unitsRefused(shop.honey, [{ key: "jar", name: "Jar", base: true }])
        ).toMatchObject({
          status: 400,
          message: `Stock of item ${shop.honey} is not in multiples of 1, the increment of the base unit "Jar": available at location ${shop.berlin} is 2.75`,
          details: { off: [{ location_id: shop.berlin, quantity: "2.75" }] },
        })
      })

      it.each(["items/iitem%00/units", "variants/variant%00/unit"])(
        "are of what can be there: %s",
        async (path) => {
          const refusal = { status: 400, message: "id has a character that is not allowed" }
          expect(await admin.refused("get", `/stockroom/${path}`)).toMatchObject(refusal)
          const body = path.startsWith("items")
            ? { units: WIDGET }
            : { inventory_item_id: shop.widget, unit: "piece" }
          expect(await admin.refused("post", `/stockroom/${path}`, body)).toMatchObject(refusal)
        }
      )

      it("take no character that the database does not take", async () => {
        const refusal = (field: string) => ({
          status: 400,
          message: `Invalid request: Field '${field}' has a character that is not allowed`,
        })
        const wrong = [{ ...WIDGET[0], name: "Pie\u0000ce" }]
        expect(await unitsRefused(shop.widget, wrong)).toMatchObject(refusal("units, 0, name"))
        const path = `/stockroom/variants/${shop.variant}/unit`
        for (const [field, body] of Object.entries({
          inventory_item_id: { inventory_item_id: "iitem\u0000", unit: "piece" },
          unit: { inventory_item_id: shop.widget, unit: "pie\u0000ce" },
        })) {
          expect(await admin.refused("post", path, body)).toMatchObject(refusal(field))
        }
      })

      it("are of an item that is there", async () => {
        const gone = "/stockroom/items/iitem_gone/units"
        expect(await admin.refused("get", gone)).toMatchObject({ status: 404 })
        expect(await admin.refused("post", gone, { units: WIDGET })).toMatchObject({ status: 404 })
      })

      it("are taken back with a workflow that fails later", async () => {
        const input = { inventory_item_id: shop.honey, units: [] }
        await fails(
          failingUnits(getContainer()).run({ input: input as never, throwOnError: false })
        )
        expect(keys((await admin.get(`/stockroom/items/${shop.honey}/units`)).units)).toEqual([
          ...["kg", "g"],
        ])
      })
    })

    describe("by hand", () => {
      it("quantities are in the unit that is named, and answers bring the units", async () => {
        const { movement } = await change(
          { op: "move", ...widget(), from: "available", to: "damaged", quantity: 1, unit: "case" },
          { op: "adjust", ...honey(), state: "available", quantity: "-125", unit: "g" }
        )
        const rows = movement.transactions.map(({ quantity }: Answer) => quantity)
        expect(rows.sort()).toEqual(["-0.125", "-12", "12"])
        expect(await available(shop.honey)).toBe("2.625")

        const { history, units } = await admin.get(`/stockroom/history?movement_id=${movement.id}`)
        expect(history).toHaveLength(3)
        expect([keys(units[shop.widget]), keys(units[shop.honey])]).toEqual([
          ...[
            ["piece", "case"],
            ["kg", "g"],
          ],
        ])
        for (const path of [
          `stock?inventory_item_id=${shop.widget}`,
          `items/${shop.widget}/stock`,
          `variants/${shop.variant}/stock`,
        ]) {
          expect(keys((await admin.get(`/stockroom/${path}`)).units[shop.widget])).toEqual([
            ...["piece", "case"],
          ])
        }
      })

      it("are refused off the steps, on Medusa's pages as well", async () => {
        const half = { op: "adjust", ...widget(), state: "available", quantity: 0.5 }
        expect(await admin.refused("post", "/stockroom/stock", { changes: [half] })).toMatchObject({
          status: 400,
          message: `changes[0].quantity must be a multiple of 1, the increment of the unit "Piece" of item ${shop.widget}, but is 0.5`,
          details: { field: "changes[0].quantity", inventory_item_id: shop.widget },
        })
        const pallet = { ...half, quantity: 1, unit: "pallet" }
        expect(
          await admin.refused("post", "/stockroom/stock", { changes: [pallet] })
        ).toMatchObject({
          status: 400,
          message: `changes[0].unit must be one of the units piece, case of item ${shop.widget}, not "pallet"`,
          details: { field: "changes[0].unit" },
        })
        const level = `/inventory-items/${shop.widget}/location-levels/${shop.berlin}`
        expect(await admin.refused("post", level, { stocked_quantity: 9.5 })).toMatchObject({
          status: 400,
          message: expect.stringContaining("stocked_quantity must be a multiple of 1"),
        })
        const reservation = { ...widget(), quantity: 0.5 }
        expect(await admin.refused("post", "/reservations", reservation)).toMatchObject({
          status: 400,
          message: expect.stringContaining("quantity must be a multiple of 1"),
        })
      })
    })

    describe("a transfer", () => {
      it("is written, sent and received in units", async () => {
        const { transfer, units } = await desk.create([desk.widgets({ quantity: 2, unit: "case" })])
        expect(transfer.lines).toMatchObject([{ quantity: "24" }])
        expect(keys(units[shop.widget])).toEqual(["piece", "case"])
        await admin.post(`/stockroom/transfers/${transfer.id}`, {
          lines: [desk.widgets({ quantity: 3, unit: "case" })],
        })
        await desk.step(transfer.id, "pending")
        const half = { lines: [desk.widgets({ accepted: 0.5, unit: "case" })] }
        expect(await desk.refused(transfer.id, "receive", half)).toMatchObject({
          status: 400,
          message: expect.stringContaining(
            'lines[0].accepted must be a multiple of 1, the increment of the unit "Case"'
          ),
        })
        await desk.receive(transfer.id, {
          accepted: 2,
          rejected: 1,
          unit: "case",
          reason: "broken",
        })
        expect((await desk.read(transfer.id)).lines).toMatchObject([
          { quantity: "36", accepted: "24", rejected: "12" },
        ])
        expect(await available(shop.widget, shop.lyon)).toBe("29")
      })

      it("takes its items from a file with units", async () => {
        const id = await desk.draft(1)
        const content = "sku,quantity,unit\nWIDGET,2,case\nHONEY,250,g"
        const { file } = await admin.post("/stockroom/transfer-items/check", { content })
        expect(file.items).toMatchObject([
          { sku: "WIDGET", quantity: "24", units: [{ key: "piece" }, { key: "case" }] },
          { sku: "HONEY", quantity: "0.25" },
        ])
        await admin.post(`/stockroom/transfers/${id}/items/import`, { content, mode: "add" })
        expect((await desk.read(id)).lines).toMatchObject([
          { quantity: "25" },
          { quantity: "0.25" },
        ])
        const wrong = { content: "sku,quantity,unit\nHONEY,0.5,g\nWIDGET,1,tin", mode: "add" }
        const refusal = await desk.refused(id, "items/import", wrong)
        expect(refusal.details.errors.map(({ message }: Answer) => message)).toEqual([
          'quantity must be a multiple of 1, the increment of the unit "Gram", but is 0.5.',
          'The item has no unit "tin"; its units: piece, case.',
        ])
      })
    })

    it("an import has a column for the unit", async () => {
      const content = "sku,location,unit,damaged\nWIDGET,Berlin,case,1\nHONEY,Berlin,g,0.5"
      const made = await admin.post("/stockroom/imports", { file_name: "count.csv", content })
      const { rows } = await admin.get(`/stockroom/imports/${made.import.id}/rows`)
      expect(rows).toMatchObject([
        { kind: "change", after: { damaged: "12" } },
        {
          kind: "error",
          error: { code: "off_increment", params: { unit: "Gram", increment: "1" } },
        },
      ])
      await admin.post(`/stockroom/imports/${made.import.id}/apply`, { skip_errors: true })
    })

    it("an import is checked again where a unit means something else by now", async () => {
      const content = "sku,location,unit,damaged\nWIDGET,Berlin,case,1\nHONEY,Berlin,g,5"
      const { import: made } = await admin.post("/stockroom/imports", {
        ...{ file_name: "count.csv", content },
      })
      const path = `/stockroom/imports/${made.id}`
      const refused = async () => await admin.refused("post", `${path}/apply`)
      await setUnits(shop.widget, [WIDGET[0], { ...WIDGET[1], factor: 10 }])
      expect(await refused()).toMatchObject({
        status: 409,
        message:
          "The units of 1 row have changed since the file was checked, so nothing was changed; check the import again: line 2 (WIDGET): the unit was case = 12 piece, and is case = 10 piece",
      })
      await setUnits(shop.widget, [WIDGET[0]])
      expect(await refused()).toMatchObject({
        status: 409,
        message: expect.stringContaining("the unit was case = 12 piece, and is none"),
      })
      await setUnits(shop.widget, [WIDGET[0], { ...WIDGET[1], name: "Box", factor: 10 }])
      await admin.post(`${path}/check`)
      await admin.post(`${path}/apply`)
      const { stock } = await admin.get(`/stockroom/stock?inventory_item_id=${shop.widget}`)
      expect(stock.map((level: Answer) => level.damaged).sort()).toEqual(["0", "10"])
    })

    it("a low-stock rule has its quantities in a unit", async () => {
      const { rule } = await admin.post("/stockroom/low-stock/rules", {
        ...{ inventory_item_id: shop.widget, place: "together", actions: [] },
        ...{ threshold: 1, reorder_to: 5, unit: "case" },
      })
      expect(rule).toMatchObject({ threshold: "12", reorder_to: "60" })
      const path = `/stockroom/low-stock/rules/${rule.id}`
      expect(await admin.post(path, { threshold: 2, unit: "case" })).toMatchObject({
        rule: { threshold: "24", reorder_to: "60" },
      })
      expect(await admin.refused("post", path, { threshold: 0.5 })).toMatchObject({
        status: 400,
        message: expect.stringContaining("threshold must be a multiple of 1"),
      })
    })

    describe("the units that an answer needs", () => {
      const pieces = async (path: string) =>
        keys((await admin.get(`/stockroom/${path}`)).units[shop.widget])

      it("come with stock of the past, an undo, an order, and all about low stock", async () => {
        const { movement } = await change({
          ...{ op: "adjust", ...widget(), state: "damaged", quantity: 1 },
        })
        const order = await shop.placeOrder(1)
        const { rule } = await admin.post("/stockroom/low-stock/rules", {
          ...{ inventory_item_id: shop.widget, place: "location", location_id: shop.berlin },
          ...{ threshold: 1_000, actions: [{ identifier: "notify", options: {} }] },
        })
        const { alerts } = await admin.get("/stockroom/low-stock/alerts")
        const { id } = alerts.find((alert: Answer) => alert.rule_id === rule.id)
        for (const path of [
          `stock/as-of?at=${new Date().toISOString()}&inventory_item_id=${shop.widget}`,
          `items/${shop.widget}/chart`,
          `movements/${movement.id}/undo`,
          `orders/${order.id}`,
          "low-stock/alerts",
          `low-stock/alerts/${id}`,
          "low-stock/rules",
          `low-stock/rules/${rule.id}`,
          "low-stock/report",
          `low-stock/items/${shop.widget}`,
        ]) {
          expect([path, await pieces(path)]).toEqual([path, ["piece", "case"]])
        }
        await eventually(async () =>
          expect(await pieces("low-stock/runs")).toEqual(["piece", "case"])
        )
        await admin.delete(`/stockroom/low-stock/rules/${rule.id}`)
      })

      it("come with an import's rows and its undo", async () => {
        const content = "sku,location,damaged\nWIDGET,Berlin,20\nNOTHING,Berlin,1"
        const made = await admin.post("/stockroom/imports", { file_name: "count.csv", content })
        const path = `imports/${made.import.id}`
        expect(await pieces(`${path}/rows`)).toEqual(["piece", "case"])
        await admin.post(`/stockroom/${path}/apply`, { skip_errors: true })
        await change({ op: "set", ...widget(), state: "damaged", quantity: 0 })
        expect(await pieces(`${path}/undo`)).toEqual(["piece", "case"])
      })
    })

    describe("a variant that is sold by a unit", () => {
      const path = () => `/stockroom/variants/${shop.variant}/unit`
      const sellBy = (unit: string) => admin.post(path(), { inventory_item_id: shop.widget, unit })
      const sold = (unit: string | null, required_quantity: string) => ({
        variant_id: shop.variant,
        items: [{ inventory_item_id: shop.widget, required_quantity, unit }],
      })

      it("takes the unit's factor from the stock, in Medusa's checkout as well", async () => {
        expect((await admin.get(path())).variant_unit).toEqual(sold("piece", "1"))
        expect((await sellBy("case")).variant_unit).toEqual(sold("case", "12"))
        const before = Number(await available())
        await shop.placeOrder(2)
        expect(await available()).toBe(String(before - 24))
        const { variant_stock } = await admin.get(`/stockroom/variants/${shop.variant}/stock`)
        const at = variant_stock.makeable.by_location
        expect(at.find((one: Answer) => one.location_id === shop.berlin).quantity).toBe(
          String(Math.floor((before - 24) / 12))
        )
      })

      it("keeps its unit until its orders are fulfilled or cancelled", async () => {
        const by = (unit: string) => ({ inventory_item_id: shop.widget, unit })
        await sellBy("case")
        const orders = [
          await shop.placeOrder(1),
          await shop.placeOrder(1),
          await shop.placeOrder(1),
        ]
        const [first, second, third] = orders.map(({ id }) => id as string)
        const fulfil = async (order: Answer) =>
          await admin.post(`/orders/${order.id}/fulfillments`, {
            location_id: shop.berlin,
            items: [{ id: order.items[0].id, quantity: 1 }],
          })
        expect(await admin.refused("post", path(), by("piece"))).toMatchObject({
          status: 400,
          message: `Variant ${shop.variant} is in 3 orders not yet fulfilled (${first}, ${second}, ${third}), of which Medusa would take the new quantity: fulfil or cancel them first, or sell the other unit as another variant`,
        })
        const fourth = await shop.placeOrder(1)
        expect(await admin.refused("post", path(), by("piece"))).toMatchObject({
          message: expect.stringContaining(
            `is in 4 orders not yet fulfilled (${first}, ${second}, ${third} and 1 more)`
          ),
        })
        // The unit by which it is sold already changes nothing.
        expect((await sellBy("case")).variant_unit).toEqual(sold("case", "12"))
        await fulfil(orders[0])
        await fulfil(orders[1])
        await admin.post(`/orders/${third}/cancel`)
        expect(await admin.refused("post", path(), by("piece"))).toMatchObject({
          message: expect.stringContaining(`is in 1 order not yet fulfilled (${fourth.id})`),
        })
        await admin.post(`/orders/${fourth.id}/cancel`)
        expect((await sellBy("piece")).variant_unit).toEqual(sold("piece", "1"))
      })

      it("keeps its unit as it is", async () => {
        await sellBy("case")
        const ten = { key: "ten", name: "Ten-pack", factor: 10 }
        for (const units of [[WIDGET[0], { ...WIDGET[1], factor: 10 }], [WIDGET[0]], []]) {
          expect(await unitsRefused(shop.widget, units)).toMatchObject({
            status: 400,
            message: expect.stringContaining(
              `The unit "Case" (case) of 12 stays as long as variant WIDGET (${shop.variant}) is sold by it`
            ),
          })
        }
        expect(keys((await setUnits(shop.widget, [...WIDGET, ten])).units)).toEqual([
          ...["piece", "case", "ten"],
        ])
        expect((await sellBy("ten")).variant_unit).toEqual(sold("ten", "10"))
        await setUnits(shop.widget, [WIDGET[0], { ...ten, name: "Pack of ten" }])
      })

      it("keeps the base unit, whichever it is sold by", async () => {
        const rebased = [
          [{ key: "case", name: "Case", base: true }],
          [WIDGET[1], { key: "bottle", name: "Bottle", base: true }],
          [
            { key: "piece", name: "Piece", factor: 1 },
            { key: "case", name: "Case", base: true },
          ],
        ]
        for (const [unit, name] of [
          ["piece", "Piece"],
          ["case", "Case"],
        ]) {
          await sellBy(unit)
          for (const units of rebased) {
            expect(await unitsRefused(shop.widget, units)).toMatchObject({
              status: 400,
              message: `The base unit "Piece" (piece) stays as long as variant WIDGET (${shop.variant}) is sold by "${name}": what it takes would be counted in another unit. To begin anew, take all units away first`,
            })
          }
        }
        // Where something else is wrong as well, that is told first.
        const noFactor = [WIDGET[0], { key: "case", name: "Case" }]
        expect(await unitsRefused(shop.widget, noFactor)).toMatchObject({
          message: expect.stringContaining("units[1].factor is required"),
        })
        await sellBy("piece")
        await setUnits(shop.widget, [])
        await setUnits(shop.widget, [{ key: "bottle", name: "Bottle", base: true }])
      })

      it("lets one of two units of the same factor go", async () => {
        const dozen = { key: "dozen", name: "Dozen", factor: 12 }
        await setUnits(shop.widget, [...WIDGET, dozen])
        await sellBy("case")
        expect(keys((await setUnits(shop.widget, [WIDGET[0], dozen])).units)).toEqual([
          ...["piece", "dozen"],
        ])
        expect((await admin.get(path())).variant_unit).toEqual(sold("dozen", "12"))
        expect(await unitsRefused(shop.widget, [WIDGET[0]])).toMatchObject({
          message: expect.stringContaining('The unit "Dozen" (dozen) of 12 stays'),
        })
      })

      it("is refused for a unit or an item that it does not have", async () => {
        const by = (inventory_item_id: string, unit: string) =>
          admin.refused("post", path(), { inventory_item_id, unit })
        expect(await by(shop.widget, "tin")).toMatchObject({
          status: 400,
          message: `unit must be one that item ${shop.widget} has (piece, case), not "tin"`,
        })
        expect(await by(shop.honey, "kg")).toMatchObject({
          status: 404,
          message: expect.stringContaining(shop.honey),
        })
        const gone = "/stockroom/variants/variant_gone/unit"
        expect(await admin.refused("get", gone)).toMatchObject({ status: 404 })
        const factor = "12345678901234567891"
        await setUnits(shop.widget, [WIDGET[0], { key: "ship", name: "Shipload", factor }])
        expect(await by(shop.widget, "ship")).toMatchObject({
          status: 400,
          message: expect.stringContaining(`that of "Shipload" is ${factor}`),
        })
        const tiny = "0.000000001"
        await setUnits(shop.widget, [
          { ...WIDGET[0], precision: 9 },
          { key: "speck", name: "Speck", factor: tiny },
        ])
        expect((await sellBy("speck")).variant_unit).toEqual(sold("speck", tiny))
      })

      it("is taken back with a workflow that fails later", async () => {
        await sellBy("case")
        const input = { variant_id: shop.variant, inventory_item_id: shop.widget, unit: "piece" }
        await fails(
          failingVariant(getContainer()).run({ input: input as never, throwOnError: false })
        )
        expect((await admin.get(path())).variant_unit).toEqual(sold("case", "12"))
      })

      it("is refused at the checkout where it takes what is off the steps", async () => {
        await change({ op: "count", ...widget(), quantity: 84 })
        await admin.post(`/inventory-items/${shop.widget}/location-levels/${shop.lyon}`, {
          stocked_quantity: 30,
        })
        await setUnits(shop.widget, [{ key: "piece", name: "Piece", base: true, increment: 6 }])
        const refusal = await shop.checkoutRefused([{ variant: shop.variant, quantity: 4 }])
        expect(refusal).toMatchObject({
          status: 400,
          message: expect.stringContaining(
            'must be a multiple of 6, the increment of the unit "Piece"'
          ),
        })
        await shop.placeOrder(6)
      })
    })
  },
})
