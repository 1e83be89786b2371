import { atLeastZero, least, type Quantity, total, ZERO } from "../quantity"
import type {
  AllocationRequest,
  AllocationStrategy,
  Candidate,
  ItemDemand,
  Ranking,
} from "./request"

/**
 * Why an item is committed where it is.
 *
 * - `covers` the first location, in the strategy's order, that has all of it
 * - `together` no location has all of it, but together they do; the first, in the strategy's order
 * - `backorder` they do not have it all together, and it may be backordered
 * - `same_location` the order's other lines of the item, or the line itself, are committed there
 * - `named` the caller named the location, and may
 */
export type AllocationReason = "covers" | "together" | "backorder" | "same_location" | "named"

/** A part of an item's shortfall, and the other location that keeps it for the order. */
export interface HeldPart {
  locationId: string
  quantity: Quantity
}

/** Where one item of an order is committed, and what is held for it elsewhere. */
export interface ItemAllocation {
  itemId: string
  /** Null where no location may be sold from. */
  locationId: string | null
  reason: AllocationReason
  /** What the chosen location itself has of it. */
  covered: Quantity
  holds: HeldPart[]
  /** What cannot be had anywhere although it may not be backordered. */
  leftOver: Quantity
  /** What the eligible locations have together. */
  together: Quantity
}

/**
 * Allocates the items of one order: ranks by the strategy, then commits each item at one location
 * and holds what is missing there at the others. Decides only; a left-over is data, not an error.
 */
export function allocate(
  strategy: AllocationStrategy,
  request: AllocationRequest,
  prepared?: unknown
): ItemAllocation[] {
  const rankings = new Map(
    strategy.rank(request, prepared).map((ranking) => [ranking.itemId, ranking])
  )
  return request.items.map((item) => allocateItem(item, rankings.get(item.itemId)))
}

function allocateItem(item: ItemDemand, ranking: Ranking | undefined): ItemAllocation {
  const ranked = rankedCandidates(item.candidates, ranking)
  const there = total(ranked.map(sellable))
  const together = item.most ? least(there, item.most) : there
  const asked = item.firm.plus(item.backorder)
  // What cannot be had together is left to the backorder; a line without one is left over.
  const wanted = together.isGreaterThanOrEqualTo(asked) ? asked : item.firm
  const { chosen, reason } = choose(item, ranked, wanted)
  if (!chosen) {
    return {
      itemId: item.itemId,
      locationId: null,
      reason,
      covered: ZERO,
      holds: [],
      leftOver: item.firm,
      together,
    }
  }
  const given = least(wanted, together)
  const covered = least(sellable(chosen), given)
  const holds: HeldPart[] = []
  let missing = given.minus(covered)
  for (const candidate of ranked) {
    const quantity = least(missing, sellable(candidate))
    if (candidate !== chosen && quantity.isGreaterThan(0)) {
      holds.push({ locationId: candidate.locationId, quantity })
      missing = missing.minus(quantity)
    }
  }
  return {
    itemId: item.itemId,
    locationId: chosen.locationId,
    reason: wanted.isLessThan(asked) && reason !== "same_location" ? "backorder" : reason,
    covered,
    // A line that fails takes nothing anywhere.
    holds: wanted.isGreaterThan(given) ? [] : holds,
    leftOver: wanted.minus(given),
    together,
  }
}

function choose(
  item: ItemDemand,
  ranked: Candidate[],
  wanted: Quantity
): { chosen: Candidate | undefined; reason: AllocationReason } {
  const at = (id: string | undefined | null) => ranked.find(({ locationId }) => locationId === id)
  const covers = (candidate: Candidate) => sellable(candidate).isGreaterThanOrEqualTo(wanted)
  const committed = at(item.committedAt)
  if (committed) {
    return { chosen: committed, reason: "same_location" }
  }
  const before = at(item.before?.locationId)
  const first = ranked.find(covers)
  if (before) {
    const cut = item.before!.quantity.isGreaterThanOrEqualTo(item.firm.plus(item.backorder))
    if (cut || covers(before) || !first) {
      return { chosen: before, reason: "same_location" }
    }
  }
  const backorderOnly = wanted.isZero() && item.backorder.isGreaterThan(0)
  return first && !backorderOnly
    ? { chosen: first, reason: "covers" }
    : { chosen: ranked[0], reason: backorderOnly ? "backorder" : "together" }
}

/** A location that a strategy forgets is tried last, one that it makes up is not tried. */
function rankedCandidates(candidates: Candidate[], ranking: Ranking | undefined): Candidate[] {
  const byId = new Map(candidates.map((candidate) => [candidate.locationId, candidate]))
  const ids = new Set([
    ...(ranking?.locationIds ?? []),
    ...candidates.map(({ locationId }) => locationId),
  ])
  return [...ids].flatMap((id) => byId.get(id) ?? [])
}

/** What can be sold of a candidate's stock: a level below zero has nothing. */
function sellable({ available }: Candidate): Quantity {
  return atLeastZero(available)
}
