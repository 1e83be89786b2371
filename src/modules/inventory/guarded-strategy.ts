import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import type { AllocationRequest, AllocationStrategy, Ranking } from "../../core/allocation"

/**
 * A merchant's strategy, under the name that it is registered by. A mistake of its own stops the
 * order that it was asked about, with an error that names it; what exactly went wrong is for the log,
 * not for the shopper. It is handed a copy, so that it cannot change the figures that are counted with.
 *
 * @param find - gives the strategy; making it may fail as well
 */
export function guarded(
  identifier: string,
  find: () => AllocationStrategy,
  logger: Pick<Logger, "error">
): AllocationStrategy {
  const fail = (where: string, problem: string): never => {
    const failed = `The allocation strategy "${identifier}" failed in ${where}`
    logger.error(`Stockroom: ${failed}: ${problem}`)
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${failed}; the server's log tells why`
    )
  }
  const orFail = <T>(where: string, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      return fail(where, (error as Error)?.stack ?? String(error))
    }
  }
  const strategy = orFail("its constructor", find)
  return {
    identifier,
    prepare:
      strategy.prepare &&
      (async (order) => {
        try {
          return await strategy.prepare?.(order)
        } catch (error) {
          return fail("prepare", (error as Error)?.stack ?? String(error))
        }
      }),
    rank(request, prepared) {
      const rankings: unknown = orFail("rank", () => strategy.rank(copyOf(request), prepared))
      return isRankings(rankings)
        ? rankings
        : fail("rank", "it must give a list of { itemId, locationIds }, at once")
    },
  }
}

function copyOf({ items, destination }: AllocationRequest): AllocationRequest {
  return {
    items: items.map((item) => ({
      ...item,
      candidates: item.candidates.map((candidate) => ({ ...candidate })),
    })),
    destination,
  }
}

function isRankings(answer: unknown): answer is Ranking[] {
  return (
    Array.isArray(answer) &&
    answer.every((one: Partial<Ranking> | null) => one?.itemId && Array.isArray(one.locationIds))
  )
}
