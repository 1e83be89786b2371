import type { LowStockTurns } from "../low-stock/types"

/**
 * Gives each of the calls that were written together what its own movements have set off, so that it is
 * told once. What no movement can be named for goes to the first call that was not refused.
 *
 * @param told - what the database has said, of however many statements
 * @param made - the movements of each call; null for one that was refused
 */
export function dealOut(
  told: (LowStockTurns | null)[],
  made: ({ id: string }[] | null)[]
): (LowStockTurns | null)[] {
  const turns = told.filter((one) => one !== null)
  if (!turns.length) {
    return made.map(() => null)
  }
  const callOf = new Map(
    made.flatMap((movements, call) => (movements ?? []).map(({ id }) => [id, call] as const))
  )
  const first = made.findIndex((movements) => movements !== null)
  const dealt = made.map((): LowStockTurns => ({ opened: [], ended: [] }))
  for (const { opened, ended } of turns) {
    opened.forEach((one) => dealt[callOf.get(one.movement_id ?? "") ?? first]?.opened.push(one))
    ended.forEach((one) => dealt[callOf.get(one.movement_id ?? "") ?? first]?.ended.push(one))
  }
  return dealt.map((one) => (one.opened.length || one.ended.length ? one : null))
}
