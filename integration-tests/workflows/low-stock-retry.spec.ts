import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import { retryLowStockRunWorkflow } from "medusa-stockroom/workflows"

import type { StockroomModuleService } from "../../src/modules/inventory"
import { APP, BOOT_TIMEOUT } from "../http/support"
import { testStore } from "../test-store"

jest.setTimeout(BOOT_TIMEOUT)

const failStep = createStep("test-fail-after-retry", async () => {
  throw new Error("a later step failed")
  return new StepResponse(undefined)
})

const failingRetry = createWorkflow(
  "test-failing-retry-low-stock-run",
  (input: WorkflowData<{ id: string }>) => {
    retryLowStockRunWorkflow.runAsStep({ input })
    failStep()
  }
)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ getContainer }) => {
    it("a run that has failed waits for a person again, when a later step fails", async () => {
      const container = getContainer()
      const stock = container.resolve(Modules.INVENTORY) as unknown as StockroomModuleService
      const [location] = await container
        .resolve(Modules.STOCK_LOCATION)
        .createStockLocations([{ name: "Berlin" }])
      await stock.syncLocations()
      const [item] = await stock.createInventoryItems([{ sku: "TEA" }])
      const at = { inventory_item_id: item.id, location_id: location.id }
      await stock.createInventoryLevels([{ ...at, stocked_quantity: 3 }])
      // Nobody runs it before it is looked at: it is muted.
      await stock.setLowStockRules({
        create: [
          {
            ...at,
            place: "location",
            threshold: 5,
            muted_until: new Date(Date.now() + 3_600_000),
            actions: [{ identifier: "emit_event", options: { name: "tea.low" } }],
          },
        ],
      })
      const run = async () => (await stock.listLowStockRuns({}, { limit: 2, offset: 0 }))[0]
      const [{ id }] = await run()
      await container.resolve("__pg_connection__").raw(
        `update inventory_low_stock_run set status = 'failed', attempts = 10,
            finished_at = now(), last_error = 'down'`
      )
      const before = await run()
      expect(before).toMatchObject([{ id, status: "failed", attempts: 10 }])

      await expect(failingRetry(container).run({ input: { id } })).rejects.toMatchObject({
        message: "a later step failed",
      })
      expect(await run()).toEqual(before)
    })
  },
})
