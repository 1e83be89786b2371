import type { Run } from "./posting/connection"

/** A list to choose from; who wants a rarer reason asks for it by name. */
const MOST_REASONS = 500

/** The reasons that movements give, by name. */
export async function usedReasons(read: Run): Promise<string[]> {
  const rows = await read<{ reason: string }>(REASONS, [MOST_REASONS])
  return rows.map(({ reason }) => reason)
}

/** Which of some users and API keys have moved stock. */
export async function movers(read: Run, ids: string[]): Promise<string[]> {
  const rows = await read<{ id: string }>(MOVERS, [ids])
  return rows.map(({ id }) => id)
}

/**
 * From each reason to the next one: one look into the index for each, however many movements there
 * are. `distinct` would read all of it.
 */
const REASONS = {
  name: "",
  text: `
    with recursive found (reason) as (
      (select reason from inventory_movement where reason is not null order by reason limit 1)
      union all
      select (
        select m.reason from inventory_movement m
        where m.reason is not null and m.reason > found.reason
        order by m.reason limit 1)
      from found where found.reason is not null
    )
    select reason from found where reason is not null limit $1`,
}

/** One look into the index for each id. The limit keeps Postgres from joining, and reading, them all. */
const MOVERS = {
  name: "",
  text: `
    select i.id from unnest($1::text[]) with ordinality i (id, n)
    cross join lateral (
      select from inventory_movement m where m.actor_id = i.id limit 1
    ) m
    order by i.n`,
}
