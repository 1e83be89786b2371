import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { resolveStockroom, runAs } from "../modules/inventory"
import { repairStockWorkflow, verifyStockWorkflow } from "../workflows"

/** Verifies the stock every night, and repairs it where the option says so. */
export default async function stockroomVerify(container: MedusaContainer): Promise<void> {
  const { verify } = resolveStockroom(container).options
  if (!verify.enabled) {
    return
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  await runAs(
    () => ({
      actor: { type: "system", id: null },
      source: "job stockroom-verify",
      correlationId: null,
      references: {},
    }),
    async () => {
      const { result } = await verifyStockWorkflow(container).run({ input: {} })
      if (result.consistent) {
        logger.info(`Stockroom: ${result.levels} levels verified, all in line`)
        return
      }
      logger.error(
        `Stockroom: ${result.drifts.length + result.more_drifts} figures have drifted: ${JSON.stringify(result.drifts.slice(0, 20))}`
      )
      if (verify.repair) {
        const { result: repaired } = await repairStockWorkflow(container).run({ input: {} })
        logger.info(`Stockroom: ${repaired.levels} levels repaired`)
      }
    }
  )
}

export const config = {
  name: "stockroom-verify",
  schedule: "30 3 * * *",
}
