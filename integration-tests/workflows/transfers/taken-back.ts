import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  cancelTransferWorkflow,
  closeTransferWorkflow,
  createTransferWorkflow,
  deleteTransferWorkflow,
  duplicateTransferWorkflow,
  importTransferItemsWorkflow,
  markTransferPendingWorkflow,
  receiveTransferWorkflow,
  transferAtOnceWorkflow,
  updateTransferWorkflow,
} from "medusa-stockroom/workflows"
import type { StockroomModuleService } from "../../../src/modules/inventory"
import type { OriginDeduction } from "../../../src/core/transfer"
import { testStore } from "../../test-store"

const failStep = createStep("test-fail-transfer", async () => {
  throw new Error("a later step failed")
  return new StepResponse(undefined)
})

type Workflow = { runAsStep(args: { input: never }): unknown }

/** The workflow under test, followed by a step that fails: everything must be taken back. */
const failingAfter = (id: string, workflow: unknown) =>
  createWorkflow(`test-failing-${id}`, (input: WorkflowData<object>) => {
    ;(workflow as Workflow).runAsStep({ input: input as never })
    failStep()
  })

const FAILING = {
  create: failingAfter("create-transfer", createTransferWorkflow),
  update: failingAfter("update-transfer", updateTransferWorkflow),
  import: failingAfter("import-transfer-items", importTransferItemsWorkflow),
  delete: failingAfter("delete-transfer", deleteTransferWorkflow),
  duplicate: failingAfter("duplicate-transfer", duplicateTransferWorkflow),
  pending: failingAfter("mark-transfer-pending", markTransferPendingWorkflow),
  receive: failingAfter("receive-transfer", receiveTransferWorkflow),
  cancel: failingAfter("cancel-transfer", cancelTransferWorkflow),
  close: failingAfter("close-transfer", closeTransferWorkflow),
  "at once": failingAfter("transfer-at-once", transferAtOnceWorkflow),
}

/** What is left when a workflow fails after a step of a transfer: nothing. One store for each file. */
export function testTakenBack(deduction: OriginDeduction, medusaConfigFile: string): void {
  testStore({
    medusaConfigFile,
    testSuite: ({ getContainer }) => {
      let container: MedusaContainer
      let ends: { origin_id: string; destination_id: string }
      let item: string
      const stock = () => container.resolve(Modules.INVENTORY) as unknown as StockroomModuleService

      /** TEA: Berlin 5.5, Lyon no level. */
      beforeEach(async () => {
        container = getContainer()
        const locations = container.resolve(Modules.STOCK_LOCATION)
        const berlin = await locations.createStockLocations({ name: "Berlin" })
        const lyon = await locations.createStockLocations({ name: "Lyon" })
        ends = { origin_id: berlin.id, destination_id: lyon.id }
        const created = (await stock().createInventoryItems({ sku: "TEA" })) as { id: string }
        item = created.id
        await stock().createInventoryLevels({
          ...{ inventory_item_id: item, location_id: berlin.id, stocked_quantity: 5.5 },
        })
      })

      afterEach(async () => {
        expect((await stock().verify()).drifts).toEqual([])
      })

      const draft = () => ({
        ...ends,
        lines: [{ inventory_item_id: item, quantity: 4 }],
        custom_fields: deduction === "on_receipt" ? { truck: "B-1" } : {},
      })
      const drafted = async () => {
        const { result } = await createTransferWorkflow(container).run({ input: draft() })
        return result.transfer_id
      }
      const sent = async () => {
        const id = await drafted()
        await stock().markTransferPending(id)
        return id
      }
      /** What both ends have, and what the transfer says. */
      const everything = async (id?: string) => {
        const [levels] = await stock().listStock(
          { inventory_item_id: item },
          { limit: 5, offset: 0 }
        )
        const transfer = id ? await stock().retrieveTransfer(id) : null
        const [, count] = await stock().listTransfers({}, { limit: 1, offset: 0 })
        return {
          count,
          levels: levels
            .map(({ location_id, available, damaged, incoming }) =>
              [
                location_id === ends.origin_id ? "Berlin" : "Lyon",
                available,
                damaged,
                incoming,
              ].join(" ")
            )
            .filter((level) => level !== "Lyon 0 0 0")
            .sort(),
          status: transfer?.status,
          deduction: transfer?.origin_deduction,
          reference: transfer?.reference,
          lines: transfer?.lines,
          totals: transfer?.totals,
        }
      }
      const failing = async (workflow: keyof typeof FAILING, input: object, id?: string) => {
        const before = await everything(id)
        await expect(FAILING[workflow](container).run({ input })).rejects.toMatchObject({
          message: "a later step failed",
        })
        expect(await everything(id)).toEqual(before)
      }

      it("makes nothing", async () => {
        await failing("create", draft())
        await failing("at once", draft())
        const id = await drafted()
        await failing("duplicate", { id }, id)
      })

      it("leaves a draft as it was", async () => {
        const id = await drafted()
        const change = {
          ...{ id, reference: "PO-7" },
          lines: [{ inventory_item_id: item, quantity: 1 }],
        }
        await failing("update", change, id)
        const file = { id, content: `inventory_item_id,quantity\n${item},1` }
        await failing("import", file, id)
        await failing("import", { ...file, mode: "add" }, id)
        await failing("delete", { id }, id)
        await failing("pending", { id }, id)
      })

      it("leaves what is on its way as it was", async () => {
        const id = await sent()
        const receipt = {
          id,
          lines: [
            {
              ...{ inventory_item_id: item, accepted: 1, rejected: 1 },
              ...{ disposition: "damaged", reason: "broken" },
            },
          ],
        }
        await failing("receive", receipt, id)
        await failing("receive", { id, accept_rest: true }, id)
        await failing("cancel", { id }, id)
        await failing("close", { id, write_off: true }, id)
        await receiveTransferWorkflow(container).run({ input: receipt as never })
        await failing("receive", { id, accept_rest: true }, id)
        await failing("cancel", { id, write_off: true }, id)
        await failing("close", { id }, id)
      })

      it("takes its receipt back although somebody cancelled the transfer meanwhile", async () => {
        const id = await sent()
        const { receipt_id } = await stock().receiveTransfer(id, {
          lines: [{ inventory_item_id: item, accepted: 3 }],
        })
        await stock().cancelTransfer(id)
        await stock().takeBackReceipt(id, receipt_id as string)
        expect(await everything(id)).toMatchObject({
          status: "canceled",
          levels: ["Berlin 5.5 0 0"],
          totals: { accepted: "0", ended: "4", outstanding: "0" },
        })
      })

      it("cancels what it sent, where something has arrived meanwhile", async () => {
        const id = await sent()
        await stock().receiveTransfer(id, { lines: [{ inventory_item_id: item, accepted: 1 }] })
        await stock().takeBackPending(id)
        expect(await everything(id)).toMatchObject({
          status: "canceled",
          levels: ["Berlin 4.5 0 0", "Lyon 1 0 0"],
          totals: { accepted: "1", ended: "3", outstanding: "0" },
        })
      })
    },
  })
}
