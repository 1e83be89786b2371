import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type DisposeReturnInput, resolveStockroom } from "../../../modules/inventory"

/** Sorts returned units into other states. Compensated by a counter-movement. */
export const disposeReturnStep = createStep(
  "stockroom-dispose-return",
  async ({ return_id, ...input }: DisposeReturnInput, { container }) => {
    const [found] = (await container
      .resolve(Modules.ORDER)
      .listReturns(
        { id: return_id },
        { select: ["id", "order_id", "location_id"] }
      )) as unknown as {
      id: string
      order_id: string
      location_id: string | null
    }[]
    if (!found) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Return ${return_id} was not found`)
    }
    if (!found.location_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Return ${return_id} has not been received at a location`
      )
    }
    const result = await resolveStockroom(container).disposeReturn(
      { id: found.id, orderId: found.order_id, locationId: found.location_id },
      input
    )
    return new StepResponse(result, result.movementId)
  },
  async (movementId, { container }) => {
    if (movementId) {
      await resolveStockroom(container).undoDisposition(movementId)
    }
  }
)
