import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { type ClaimedRun, resolveStockroom, type RunClaim } from "../../modules/inventory"
import { runAction } from "./run-action"

/** So many are claimed at once: few enough that other servers get their share. */
const PORTION = 20
/** So many run at once: shoppers need the server, and its connections, more than a notification does. */
const AT_ONCE = 2
/** A claim lasts a minute; it is renewed well before. */
const RENEW_MS = 20_000

/** What running actions came to. */
export interface ActionsRun {
  done: number
  failed: number
}

interface Running {
  all: Promise<ActionsRun>
  /** Something may have become due since it last looked. */
  again: boolean
}

/** By `lowStockRunner` of the service: a server works at one portion at a time, however many events ask for it. */
const running = new WeakMap<object, Running>()

/**
 * Runs the low-stock actions that are due, a portion at a time, until none is. Several servers share them; what
 * a server had in hand when it died is due again after a minute. A call while another is under way joins it.
 *
 * @since 0.1.0
 *
 * @example
 * await runLowStockActions(container) // { done: 12, failed: 0 }
 */
export async function runLowStockActions(container: MedusaContainer): Promise<ActionsRun> {
  const { lowStockRunner } = resolveStockroom(container)
  const under = running.get(lowStockRunner)
  if (under) {
    under.again = true
    return await under.all
  }
  const mine = { again: true } as Running
  running.set(lowStockRunner, mine)
  mine.all = workOff(container, mine)
  return await mine.all
}

async function workOff(container: MedusaContainer, mine: Running): Promise<ActionsRun> {
  const stock = resolveStockroom(container)
  const sum: ActionsRun = { done: 0, failed: 0 }
  try {
    while (mine.again) {
      mine.again = false
      const claimed = await stock.claimLowStockRuns(PORTION)
      if (claimed.runs.length) {
        mine.again = true
        await workThrough(container, claimed, sum)
      }
    }
    return sum
  } finally {
    // At once with the last look: whoever asks from now on looks himself.
    running.delete(stock.lowStockRunner)
  }
}

async function workThrough(
  container: MedusaContainer,
  { claim, runs }: RunClaim,
  sum: ActionsRun
): Promise<void> {
  const stock = resolveStockroom(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const renewing = setInterval(() => {
    stock.renewLowStockClaim(claim).catch((error: Error) => {
      logger.warn(`Stockroom: the claim ${claim} is not renewed: ${error.message}`)
    })
  }, RENEW_MS)
  const left: ClaimedRun[] = [...runs]
  const worker = async () => {
    for (let run = left.shift(); run; run = left.shift()) {
      sum[(await runAction(container, run, claim)) ? "done" : "failed"]++
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  } finally {
    clearInterval(renewing)
  }
}
