import type { State } from "../../core/state"
import { isTraitState, traitsOf } from "./traits"
import type { StockFilters } from "./types"

type Bind = (value: unknown) => string

/** The conditions on a level `s` and its item `i` that the filters come to. */
export function stockConditions(filters: StockFilters, bind: Bind): string[] {
  const { q, negative, zero } = filters
  const conditions = ["s.level_id is not null", "i.deleted_at is null"]
  const oneOf = (column: string, value: string | string[] | undefined) => {
    if (value !== undefined) {
      conditions.push(`${column} = any(${bind([value].flat())}::text[])`)
    }
  }
  oneOf("s.inventory_item_id", filters.inventory_item_id)
  oneOf("s.location_id", filters.location_id)
  oneOf("i.sku", filters.sku)
  if (q) {
    // Half the time of `ilike`, twice.
    const pattern = bind(`%${q.replace(/[\\%_]/g, "\\$&")}%`)
    conditions.push(`lower(concat_ws(chr(10), i.sku, i.title)) like lower(${pattern})`)
  }
  if (negative !== undefined) {
    conditions.push(negative ? "s.below_zero" : "not s.below_zero")
  }
  if (filters.state !== undefined) {
    conditions.push(inOneOf([filters.state].flat(), bind))
  }
  if (zero !== undefined) {
    conditions.push(`s.traits = any(${bind(traitsOf({ onHand: !zero }))}::smallint[])`)
  }
  return conditions
}

/** That a level has something in one of the states. */
function inOneOf(states: State[], bind: Bind): string {
  const told = states.filter(isTraitState)
  const isCommitted = states.includes("committed")
  if (isCommitted && !told.length) {
    return COMMITTED
  }
  const inTraits = `s.traits = any(${bind(traitsOf({ states: told }))}::smallint[])`
  return isCommitted ? `(${inTraits} or s.committed <> 0)` : inTraits
}

/** What is committed is the sum of live reservations, which lead to the few levels that have any. */
const COMMITTED = `(s.committed <> 0 and (s.inventory_item_id, s.location_id) in (
  select r.inventory_item_id, r.location_id from reservation_item r
  where r.deleted_at is null and r.line_item_id is not null))`
