import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { resolveStockroom, runAs } from "../../modules/inventory"
import { settleOrderWorkflow } from "./settle-order"

/**
 * Settles an order's stock in the name of the system. A failure stops nobody: it is logged with the
 * order's id, listed by verify, and tried again by the sweep until it succeeds.
 *
 * @param source - what asks for it, e.g. `event order.placed`; written on the movements
 * @param refuseShortage - leaves an order uncommitted for which there is not enough stock
 */
export async function attemptSettlement(
  container: MedusaContainer,
  orderId: string,
  {
    source,
    correlationId = null,
    refuseShortage,
  }: { source: string; correlationId?: string | null; refuseShortage?: boolean }
): Promise<boolean> {
  const stock = resolveStockroom(container)
  try {
    await runAs(
      () => ({
        actor: { type: "system", id: null },
        source,
        correlationId,
        references: { order_id: orderId },
      }),
      () =>
        settleOrderWorkflow(container).run({
          input: { order_id: orderId, refuse_shortage: refuseShortage },
        })
    )
    return true
  } catch (error) {
    const { message } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Stockroom: the stock of order ${orderId} is not settled (${source}): ${message}`)
    await stock.recordUnsettled(orderId, message)
    return false
  }
}
