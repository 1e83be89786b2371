import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import {
  type ActionResult,
  type ClaimedRun,
  resolveStockroom,
  runAs,
} from "../../modules/inventory"

/** An action that takes longer has failed; whoever waits for another system should wait less. */
const LONGEST_MS = 300_000

/**
 * Runs one action, or takes it back, from the stored alert and in the name of the system. What it throws is
 * kept with the run, and stops nobody.
 *
 * @returns whether it is done
 */
export async function runAction(
  container: MedusaContainer,
  run: ClaimedRun,
  claim: string
): Promise<boolean> {
  const stock = resolveStockroom(container)
  try {
    const result = await runAs(
      () => ({
        actor: { type: "system", id: null },
        source: `low-stock action ${run.identifier}`,
        correlationId: run.alert_id,
        references: {},
      }),
      () => attempt(container, run)
    )
    await (result === NOTHING_TO_DO
      ? stock.skipLowStockRun(run.id, claim)
      : stock.finishLowStockRun(run.id, claim, result))
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Stockroom: the low-stock action ${run.identifier} (${run.phase}, run ${run.id}) failed: ${message}`
      )
    await stock.failLowStockRun(run, claim, message)
    return false
  }
}

const NOTHING_TO_DO = Symbol("nothing to do")

async function attempt(
  container: MedusaContainer,
  run: ClaimedRun
): Promise<ActionResult | null | typeof NOTHING_TO_DO> {
  const stock = resolveStockroom(container)
  const { action, options } = stock.findLowStockAction(run)
  if (run.phase === "undo" && !action.undo) {
    return NOTHING_TO_DO
  }
  const alert = await stock.retrieveLowStockAlert(run.alert_id)
  const end = new AbortController()
  const context = {
    container,
    options,
    run: { id: run.id, attempt: run.attempts },
    result: run.result_of_execute,
    signal: end.signal,
  }
  const work = async () =>
    (run.phase === "undo"
      ? await action.undo?.(alert, context)
      : await action.execute(alert, context)) ?? null
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`It took longer than ${LONGEST_MS / 60_000} minutes`)
      end.abort(error)
      reject(error)
    }, LONGEST_MS)
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
