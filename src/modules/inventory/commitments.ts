import { readOrderLines } from "./order-lines"
import type { Run } from "./posting/connection"
import type { CommitmentFilters, CommitmentRecord } from "./types"

/** What is committed of an item, oldest first, with the order of each line. */
export async function listCommitments(
  read: Run,
  filters: CommitmentFilters,
  page: { limit: number; offset: number }
): Promise<[CommitmentRecord[], number]> {
  const level = [filters.inventory_item_id, filters.location_id ?? null]
  const [{ count }] = await read<{ count: string }>(
    { name: "stockroom_commitments_count", text: `select count(*) as count ${LIVE}` },
    level
  )
  const rows = await read<Omit<CommitmentRecord, "order_id">>(
    {
      name: "stockroom_commitments",
      text: `
        select id as reservation_id, line_item_id, inventory_item_id, location_id,
          trim_scale(quantity)::text as quantity, created_at
        ${LIVE} order by created_at, id limit $3 offset $4`,
    },
    [...level, page.limit, page.offset]
  )
  const lines = await readOrderLines(rows.map(({ line_item_id }) => line_item_id))
  return [
    rows.map((row) => ({ ...row, order_id: lines.get(row.line_item_id)?.orderId ?? null })),
    Number(count),
  ]
}

/** $1: item, $2: location or null. */
const LIVE = `
  from reservation_item
  where inventory_item_id = $1 and ($2::text is null or location_id = $2)
    and line_item_id is not null and deleted_at is null`
