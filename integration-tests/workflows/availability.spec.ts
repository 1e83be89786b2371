import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { linkSalesChannelsToStockLocationWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  deleteEstimateWorkflow,
  saveEstimateWorkflow,
  setLowStockRulesWorkflow,
  setProductAvailabilityWorkflow,
  setStoreAvailabilityWorkflow,
} from "medusa-stockroom/workflows"

import type { StockroomModuleService } from "../../src/modules/inventory"
import { APP_WITH_CACHING } from "../http/availability/window"
import { BOOT_TIMEOUT } from "../http/support"
import { testStore } from "../test-store"

jest.setTimeout(BOOT_TIMEOUT)

const failStep = createStep("test-fail-after-availability", async () => {
  throw new Error("a later step failed")
  return new StepResponse(undefined)
})

/** The workflow under test, followed by a step that fails: everything must be as it was. */
const failingAfter = (id: string, workflow: unknown) =>
  createWorkflow(`test-failing-${id}`, (input: WorkflowData<object>) => {
    ;(workflow as { runAsStep(args: { input: unknown }): unknown }).runAsStep({ input })
    failStep()
  })

const FAILING = {
  save: failingAfter("save-estimate", saveEstimateWorkflow),
  delete: failingAfter("delete-estimate", deleteEstimateWorkflow),
  product: failingAfter("product-availability", setProductAvailabilityWorkflow),
  store: failingAfter("store-availability", setStoreAvailabilityWorkflow),
  rules: failingAfter("stop-selling", setLowStockRulesWorkflow),
}

interface Database {
  raw(text: string): Promise<{ rows: Record<string, unknown>[] }>
}

/** The store has an answer in its cache while something is changed and taken back. */
testStore({
  medusaConfigFile: APP_WITH_CACHING,
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let stock: StockroomModuleService
    let channel: string
    let product: string
    let item: string
    let soon: string
    let later: string

    /** TEA: 3 in stock. Shoppers are told "Soon" by default, and how many there are. */
    beforeEach(async () => {
      container = getContainer()
      await container.resolve(Modules.CACHING).clear({ tags: ["*"] })
      stock = container.resolve(Modules.INVENTORY) as unknown as StockroomModuleService
      const [location] = await container
        .resolve(Modules.STOCK_LOCATION)
        .createStockLocations([{ name: "Berlin" }])
      const [shop] = await container
        .resolve(Modules.SALES_CHANNEL)
        .createSalesChannels([{ name: "Web" }])
      channel = shop.id
      await linkSalesChannelsToStockLocationWorkflow(container).run({
        input: { id: location.id, add: [channel] },
      })
      await stock.syncLocations()
      item = (await stock.createInventoryItems([{ sku: "TEA" }]))[0].id
      await stock.createInventoryLevels([
        { inventory_item_id: item, location_id: location.id, stocked_quantity: 3 },
      ])
      const made = await container
        .resolve(Modules.PRODUCT)
        .createProducts([{ title: "Tea", options: [{ title: "Size", values: ["One"] }] }])
      product = made[0].id
      const save = async (input: object) => {
        const { result } = await saveEstimateWorkflow(container).run({
          input: { id: null, ...input } as never,
        })
        return result.id as string
      }
      soon = await save({ title: "Soon", translations: { de: "Bald" }, is_default: true })
      later = await save({ title: "Later", priority: 2, lead_time_days: 3 })
      await setStoreAvailabilityWorkflow(container).run({ input: { display: "always" } })
      await setProductAvailabilityWorkflow(container).run({
        input: {
          ...{ product_id: product, estimate_id: later, display: "below", display_below: "9.5" },
          order_quantities: { minimum: 2, multiple: "0.5" },
        },
      })
    })

    /** Everything that is stored, but for when it was written. */
    async function stored(): Promise<unknown> {
      const tables = ["estimate", "setting"].map((name) => `inventory_availability_${name}`)
      const all = await Promise.all(
        [...tables, "inventory_product_availability", "inventory_low_stock_rule"].map(
          async (table) => {
            const { rows } = await container
              .resolve<Database>(ContainerRegistrationKeys.PG_CONNECTION as never)
              .raw(
                `select to_jsonb(t) - '{created_at,updated_at,evaluated_at,marked_at}'::text[] as row
                  from ${table} t where to_jsonb(t) ->> 'deleted_at' is null order by 1`
              )
            return rows
          }
        )
      )
      return all
    }

    const told = () =>
      stock.readAvailability({
        sales_channel_id: channel,
        variants: [
          {
            ...{ id: "variant", product_id: product, manage_inventory: true },
            allow_backorder: false,
            items: [{ inventory_item_id: item, required_quantity: 1 }],
          },
        ],
      })

    /** Whatever was stored and told before is stored and told again. */
    async function expectTakenBack(which: keyof typeof FAILING, input: object): Promise<void> {
      const before = [await stored(), await told()]
      await expect(FAILING[which](container).run({ input })).rejects.toMatchObject({
        message: "a later step failed",
      })
      expect([await stored(), await told()]).toEqual(before)
    }

    it("a new estimate goes, and the default is the one that was", async () => {
      await expectTakenBack("save", { id: null, title: "Never", is_default: true, priority: 7 })
    })

    it("a changed estimate says what it said, also where it was made the default", async () => {
      await expectTakenBack("save", {
        ...{ id: later, title: "Much later", translations: { fr: "Plus tard" } },
        ...{ is_default: true, lead_time_days: null, priority: 0 },
      })
      await expectTakenBack("save", { id: soon, translations: null, is_default: false })
    })

    it("a deleted estimate is there again, the default as the default", async () => {
      await expectTakenBack("delete", { id: soon })
      await expectTakenBack("delete", { id: later })
    })

    it("a product's settings are as they were", async () => {
      await expectTakenBack("product", {
        ...{ product_id: product, estimate_id: null, display: "never", display_below: null },
        order_quantities: { allowed: ["1", "2.5"] },
      })
      await expectTakenBack("product", { product_id: product, order_quantities: null })
    })

    it("a product that had no settings has none", async () => {
      const [{ id }] = await container
        .resolve(Modules.PRODUCT)
        .createProducts([{ title: "Cup", options: [{ title: "Size", values: ["One"] }] }])
      await expectTakenBack("product", { product_id: id, display: "never" })
    })

    it("the store's settings are as they were", async () => {
      await expectTakenBack("store", { display: "below", display_below: 2, locations: "all" })
      await expectTakenBack("store", { display: null })
    })

    it("a rule that was to stop selling does not, and the other way round", async () => {
      const rule = { inventory_item_id: item, place: "together", threshold: "1" }
      await expectTakenBack("rules", { create: [{ ...rule, stop_selling: true }] })
      const { result } = await setLowStockRulesWorkflow(container).run({
        input: { create: [{ ...rule, stop_selling: true }] } as never,
      })
      expect((await told()).variants).toMatchObject([{ quantity: "2" }])
      const [{ id }] = result.created
      await expectTakenBack("rules", { update: [{ id, stop_selling: false, threshold: "0" }] })
      await expectTakenBack("rules", { delete: [id] })
    })
  },
})
