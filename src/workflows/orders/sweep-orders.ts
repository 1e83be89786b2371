import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { resolveStockroom } from "../../modules/inventory"
import { attemptSettlement } from "./attempt-settlement"

const PAGE = 100
/** Orders that are younger may still be in the hands of the request that places them. */
const IN_FLIGHT_MS = 60_000

/** What a sweep came to. */
export interface Sweep {
  settled: number
  failed: number
}

/**
 * Settles the stock of all orders that have changed since the last sweep, and of those that could not
 * be settled before. Core's `createOrderWorkflow` emits nothing, and a server may die with events
 * that nobody has heard; the sweep finds both. An order for which there is not enough stock waits, listed
 * by verify, until there is, or until a person settles or cancels it.
 *
 * @param now - the present moment
 * @since 0.1.0
 *
 * @example
 * await sweepOrders(container) // { settled: 12, failed: 0 }
 */
export async function sweepOrders(container: MedusaContainer, now = new Date()): Promise<Sweep> {
  const stock = resolveStockroom(container)
  const sweep: Sweep = { settled: 0, failed: 0 }
  const settle = async (orderId: string) => {
    const done = await attemptSettlement(container, orderId, {
      source: "job stockroom-orders",
      // It may be what is left of a checkout that died: nobody was promised its units.
      refuseShortage: true,
    })
    sweep[done ? "settled" : "failed"]++
  }
  for (const orderId of await stock.listDueOrders(PAGE)) {
    await settle(orderId)
  }
  const from = await stock.sweptUntil()
  if (!from) {
    return sweep
  }
  const until = new Date(now.getTime() - IN_FLIGHT_MS)
  for (let skip = 0; ; skip += PAGE) {
    const orders = await container
      .resolve(Modules.ORDER)
      .listOrders({ updated_at: { $gte: from, $lt: until }, is_draft_order: false } as object, {
        select: ["id"],
        order: { updated_at: "ASC", id: "ASC" },
        take: PAGE,
        skip,
      })
    for (const { id } of orders) {
      await settle(id)
    }
    if (orders.length < PAGE) {
      break
    }
  }
  if (until > from) {
    await stock.recordSweep(until)
  }
  return sweep
}
