import { type LevelKey, levelName, onHand } from "../../../core/level"
import { exact, type Quantity } from "../../../core/quantity"
import { UNAVAILABLE_STATES } from "../../../core/state"
import type { Run } from "../posting/connection"
import type { World } from "../posting/world"
import type { Who } from "../request-context"

/** Medusa sets what is on hand (`count`), or what is expected (`incoming`), to a figure. */
type CorrectionKind = "count" | "incoming"

/** A figure that the present request has set, and nobody has taken back. */
export interface Correction extends LevelKey {
  movementId: string
  kind: CorrectionKind
  /** By how much. */
  quantity: Quantity
  /** By how much the figure has changed with it and after it. */
  since: Quantity
}

/**
 * Sets a figure. When a request fails that has set it before, Medusa sets it to what it had been then,
 * whatever others have done to it meanwhile; that is taken for what it means, and takes back the
 * request's own change and no more.
 *
 * @param asked - the figure, and what goes before its field's name in a refusal
 * @param corrections - what the request has set before, latest first
 */
export function correct(
  world: World,
  who: Who,
  kind: CorrectionKind,
  key: LevelKey,
  { wanted, at }: { wanted: Quantity; at: string },
  corrections: Correction[]
): void {
  const { balances } = world.requireLevel(key)
  const [state, now, field] =
    kind === "count"
      ? (["available", onHand(balances), `${at}stocked_quantity`] as const)
      : (["incoming", balances.incoming, `${at}incoming_quantity`] as const)
  const own = corrections.find(
    (one) =>
      one.kind === kind &&
      levelName(one) === levelName(key) &&
      now.minus(one.since).isEqualTo(wanted)
  )
  if (!own && !wanted.isEqualTo(now)) {
    world.inBaseUnits(wanted, { itemId: key.itemId, field })
  }
  world.move(who, {
    kind,
    ...(own && { reason: "taken_back", reversesId: own.movementId }),
    entries: [{ ...key, state, quantity: own ? own.quantity.negated() : wanted.minus(now) }],
  })
}

/** The figures of levels that the present request has set, latest first. */
export async function loadCorrections(
  run: Run,
  { correlationId }: Who,
  keys: LevelKey[]
): Promise<Correction[]> {
  if (!correlationId) {
    return []
  }
  const rows = await run<{
    movement_id: string
    kind: CorrectionKind
    inventory_item_id: string
    location_id: string
    quantity: string
    since: string
  }>(CORRECTIONS, [
    correlationId,
    keys.map(({ itemId }) => itemId),
    keys.map(({ locationId }) => locationId),
  ])
  return rows.map((row) => ({
    movementId: row.movement_id,
    kind: row.kind,
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    quantity: exact(row.quantity),
    since: exact(row.since),
  }))
}

const ON_HAND_STATES = ["available", "committed", ...UNAVAILABLE_STATES]

/** $1: request, $2, $3: levels, pairwise. */
const CORRECTIONS = {
  name: "stockroom_corrections",
  text: `
    select m.id as movement_id, m.kind, t.inventory_item_id, t.location_id, t.quantity::text,
      (select sum(x.quantity)::text from inventory_transaction x
        where x.inventory_item_id = t.inventory_item_id and x.location_id = t.location_id
          and x.sequence >= t.sequence and x.state in (
            select unnest(case m.kind when 'incoming' then array['incoming']
              else array[${ON_HAND_STATES.map((state) => `'${state}'`).join(", ")}] end))) as since
    from inventory_movement m
    join inventory_transaction t on t.movement_id = m.id
    where m.correlation_id = $1 and m.kind in ('count', 'incoming') and m.reverses_id is null
      and (t.inventory_item_id, t.location_id) in (select * from unnest($2::text[], $3::text[]))
      and not exists (select 1 from inventory_movement u where u.reverses_id = m.id)
    order by m.created_at desc, m.ordinal desc`,
}
