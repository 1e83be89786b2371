import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  applyImportWorkflow,
  changeLowStockAlertsWorkflow,
  changeStockWorkflow,
  checkImportWorkflow,
  deactivateLocationWorkflow,
  importLowStockRulesWorkflow,
  setGrantsWorkflow,
  setLocationWorkflow,
  setLowStockRulesWorkflow,
  undoImportWorkflow,
  undoMovementWorkflow,
} from "medusa-stockroom/workflows"
import { APP, BOOT_TIMEOUT } from "../http/support"
import { testStore } from "../test-store"

jest.setTimeout(BOOT_TIMEOUT)

const failStep = createStep("test-fail", async () => {
  throw new Error("a later step failed")
  return new StepResponse(undefined)
})

/** The workflow under test, followed by a step that fails: everything must be taken back. */
const failingAfter = <Input>(
  id: string,
  workflow: { runAsStep(args: { input: Input }): unknown }
) =>
  createWorkflow(id, (input: WorkflowData<Input>) => {
    workflow.runAsStep({ input: input as Input })
    failStep()
  })

const failingChange = failingAfter("test-failing-change", changeStockWorkflow as never)
const failingUndo = failingAfter("test-failing-undo", undoMovementWorkflow as never)
const failingCheck = failingAfter("test-failing-check", checkImportWorkflow as never)
const failingImport = failingAfter("test-failing-import", applyImportWorkflow as never)
const failingImportUndo = failingAfter("test-failing-import-undo", undoImportWorkflow as never)
const failingSetting = failingAfter("test-failing-setting", setLocationWorkflow as never)
const failingGrants = failingAfter("test-failing-grants", setGrantsWorkflow as never)
const failingRules = failingAfter("test-failing-rules", setLowStockRulesWorkflow as never)
const failingRuleFile = failingAfter("test-failing-rule-file", importLowStockRulesWorkflow as never)
const failingAlerts = failingAfter("test-failing-alerts", changeLowStockAlertsWorkflow as never)
const failingDeactivation = failingAfter(
  "test-failing-deactivation",
  deactivateLocationWorkflow as never
)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let at: { inventory_item_id: string; location_id: string }
    let other: string
    const stock = () => container.resolve(Modules.INVENTORY) as never as Stock

    /** What the tests use of the module. */
    interface Stock {
      createInventoryItems(item: object): Promise<{ id: string }>
      createInventoryLevels(level: object): Promise<unknown>
      listStock(filters: object, page: object): Promise<[Record<string, unknown>[], number]>
      verify(): Promise<{ drifts: unknown[] }>
      retrieveImport(id: string): Promise<Record<string, unknown>>
      listImports(page: object): Promise<[unknown[], number]>
      retrieveInventoryLocation(id: string): Promise<Record<string, unknown>>
      listGrants(filters: object): Promise<{ grants: unknown[] }[]>
      listLowStockRules(filters: object, page: object): Promise<[{ id: string }[], number]>
      listLowStockAlerts(filters: object, page: object): Promise<[{ id: string }[], number]>
      listGrantChanges(filters: object, page: object): Promise<[unknown[], number]>
    }

    /** TEA: Berlin 5.5, Lyon no level. */
    beforeEach(async () => {
      container = getContainer()
      const locations = container.resolve(Modules.STOCK_LOCATION)
      const berlin = await locations.createStockLocations({ name: "Berlin" })
      other = (await locations.createStockLocations({ name: "Lyon" })).id
      const item = await stock().createInventoryItems({ sku: "TEA" })
      at = { inventory_item_id: item.id, location_id: berlin.id }
      await stock().createInventoryLevels({ ...at, stocked_quantity: 5.5 })
    })

    const level = async (location = at.location_id) => {
      const filters = { inventory_item_id: at.inventory_item_id, location_id: location }
      return (await stock().listStock(filters, { limit: 1, offset: 0 }))[0][0]
    }
    const failing = async (
      workflow: (container: MedusaContainer) => { run(args: { input: never }): Promise<unknown> },
      input: object
    ) =>
      expect(workflow(container).run({ input: input as never })).rejects.toMatchObject({
        message: "a later step failed",
      })

    afterEach(async () => {
      expect((await stock().verify()).drifts).toEqual([])
    })

    it("takes a change by hand back", async () => {
      await failing(failingChange as never, {
        changes: [{ op: "move", ...at, from: "available", to: "damaged", quantity: 2 }],
      })

      expect(await level()).toMatchObject({ available: "5.5", damaged: "0" })
    })

    it("takes an undo back", async () => {
      const { result } = await changeStockWorkflow(container).run({
        input: { changes: [{ op: "count", ...at, quantity: 4 }] },
      })
      await failing(failingUndo as never, { movement_id: result.movementId })

      expect(await level()).toMatchObject({ available: "4" })
    })

    const file = { file_name: "count.csv", content: "sku,location,on_hand\nTEA,Berlin,7" }

    it("forgets an import that was checked", async () => {
      await failing(failingCheck as never, file)

      expect((await stock().listImports({ limit: 1, offset: 0 }))[1]).toBe(0)
    })

    it("takes an import back", async () => {
      const { result } = await checkImportWorkflow(container).run({ input: file })
      await failing(failingImport as never, { id: result.id })

      expect(await level()).toMatchObject({ available: "5.5" })
      expect(await stock().retrieveImport(result.id)).toMatchObject({ status: "undone" })
    })

    it("brings an import back whose undoing is taken back", async () => {
      const { result } = await checkImportWorkflow(container).run({ input: file })
      await applyImportWorkflow(container).run({ input: { id: result.id } })
      await failing(failingImportUndo as never, { id: result.id })

      expect(await level()).toMatchObject({ available: "7" })
      expect(await stock().retrieveImport(result.id)).toMatchObject({ status: "applied" })
      // Undone at last, it is undone.
      await undoImportWorkflow(container).run({ input: { id: result.id } })
      expect(await level()).toMatchObject({ available: "5.5" })
    })

    it("takes a location's settings back", async () => {
      await setLocationWorkflow(container).run({ input: { id: at.location_id, priority: 4 } })
      await failing(failingSetting as never, { id: at.location_id, priority: 9, kind: "store" })

      expect(await stock().retrieveInventoryLocation(at.location_id)).toMatchObject({
        priority: 4,
        kind: "warehouse",
      })
    })

    it("takes rights back that were granted, and tells of both", async () => {
      const users = container.resolve(Modules.USER)
      const { id: user_id } = await users.createUsers({ email: "clerk@stockroom.test" })
      await setGrantsWorkflow(container).run({
        input: { user_id, grants: [{ right: "levels", max_quantity: 5 }] },
      })
      await failing(failingGrants as never, { user_id, grants: [{ right: "transfers" }] })

      expect((await stock().listGrants({ user_id }))[0].grants).toEqual([
        { right: "levels", location_ids: null, max_quantity: "5" },
      ])
      expect((await stock().listGrantChanges({ user_id }, { limit: 10, offset: 0 }))[1]).toBe(3)
    })

    describe("of low stock", () => {
      const page = { limit: 10, offset: 0 }
      const rules = async () => (await stock().listLowStockRules({}, page))[0]
      const alerts = async () => (await stock().listLowStockAlerts({}, page))[0]
      const together = () => ({ ...at, location_id: null, place: "together" as const })
      const here = () => ({ ...at, place: "location" as const, threshold: 6 })

      it("takes rules back that were made, changed and deleted, and what they found", async () => {
        const { result } = await setLowStockRulesWorkflow(container).run({
          input: {
            create: [
              { ...here(), note: "green", actions: [{ identifier: "notify" }] },
              { ...together(), threshold: 1 },
            ],
          },
        })
        const [changed, deleted] = result.created
        const before = await rules()
        await failing(failingRules as never, {
          create: [{ place: "each_location", threshold: 99 }],
          update: [{ id: changed.id, threshold: 3, note: null, actions: [] }],
          delete: [deleted.id],
        })
        const plain = (list: object[]) => list.map((rule) => ({ ...rule, updated_at: null }))
        expect(plain(await rules())).toEqual(plain(before))
        const { result: replaced } = await setLowStockRulesWorkflow(container).run({
          input: { upsert: [{ ...together(), threshold: 2 }] },
        })
        expect(replaced.updated.map(({ id }: { id: string }) => id)).toEqual([deleted.id])
        expect(await alerts()).toMatchObject([
          { status: "open", threshold: "6" },
          { resolution: "rule", threshold: "6" },
        ])
      })

      it("takes a file of rules back", async () => {
        await failing(failingRuleFile as never, { content: "sku,threshold\nTEA,9" })
        expect(await rules()).toEqual([])
      })

      it("takes back what a person has said of an alert", async () => {
        await setLowStockRulesWorkflow(container).run({ input: { create: [here()] } })
        const [alert] = await alerts()
        for (const said of [
          { do: "acknowledge", note: "seen" },
          { do: "resolve" },
          { do: "mute", until: "2099-01-01" },
        ]) {
          await failing(failingAlerts as never, { ids: [alert.id], ...said })
          expect(await alerts()).toEqual([alert])
        }
      })
    })

    it("takes a deactivation back, with the stock it moved", async () => {
      await failing(failingDeactivation as never, { id: at.location_id, destination_id: other })

      expect(await stock().retrieveInventoryLocation(at.location_id)).toMatchObject({
        active: true,
      })
      expect(await level()).toMatchObject({ available: "5.5", active: true })
      expect(await level(other)).toMatchObject({ available: "0" })
    })
  },
})
