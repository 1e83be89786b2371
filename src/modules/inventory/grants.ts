import { type Grant, RIGHTS } from "../../core/grants"
import { exact, parseQuantity } from "../../core/quantity"
import { Refusal } from "../../core/refusal"
import { newId } from "./ids"
import type { Run } from "./posting/connection"
import type { Who } from "./request-context"
import type { GrantChange, GrantInput, GrantRecord, UserGrants } from "./types"

/** What a user has been granted; nothing where nobody has granted anything. */
export async function grantsOf(read: Run, userId: string): Promise<Grant[]> {
  const [row] = await read<{ grants: GrantRecord[] }>(GRANTS_OF, [userId])
  return (row?.grants ?? []).map(({ right, location_ids, max_quantity }) => ({
    right,
    locationIds: location_ids,
    maxQuantity: max_quantity === null ? null : exact(max_quantity),
  }))
}

/** Every user, or the one, who has been granted something. */
export async function listGrants(
  read: Run,
  filters: { user_id?: string } = {}
): Promise<UserGrants[]> {
  return await read<UserGrants>(
    {
      name: "",
      text: `select user_id, grants, updated_at from inventory_grant
        where jsonb_array_length(grants) > 0 and ($1::text is null or user_id = $1)
        order by user_id`,
    },
    [filters.user_id ?? null]
  )
}

/** Changes of grants, the latest first. */
export async function listGrantChanges(
  read: Run,
  filters: { user_id?: string },
  page: { limit: number; offset: number }
): Promise<[GrantChange[], number]> {
  const user = filters.user_id ?? null
  const [{ count }] = await read<{ count: string }>(
    {
      name: "",
      text: `select count(*) as count from inventory_grant_change
        where $1::text is null or user_id = $1`,
    },
    [user]
  )
  const rows = await read<GrantChange>(
    {
      name: "",
      text: `
        select id, user_id, before, after, actor_type, actor_id, created_at
        from inventory_grant_change where $1::text is null or user_id = $1
        order by created_at desc, id desc limit $2 offset $3`,
    },
    [user, page.limit, page.offset]
  )
  return [rows, Number(count)]
}

/**
 * Gives a user just these rights, in the place of those that the user had, and writes down who did.
 *
 * @throws Refusal `invalid_data` naming the field of the grant that is not right
 */
export async function setGrants(
  run: Run,
  who: Who,
  userId: string,
  inputs: GrantInput[]
): Promise<UserGrants> {
  const grants = inputs.map(readGrant)
  const [row] = await run<UserGrants>(SET_GRANTS, [
    userId,
    JSON.stringify(grants),
    newId("igrc"),
    who.actor.type,
    who.actor.id,
  ])
  return row
}

function readGrant(input: GrantInput, index: number): GrantRecord {
  const at = `grants[${index}]`
  if (!RIGHTS.includes(input.right)) {
    throw Refusal.invalid(`${at}.right`, `must be one of ${RIGHTS.join(", ")}`)
  }
  const locations = input.location_ids ?? null
  if (locations && !locations.length) {
    throw Refusal.invalid(`${at}.location_ids`, "must name a location, or be null for all of them")
  }
  const most = input.max_quantity ?? null
  const quantity = most === null ? null : parseQuantity(most, `${at}.max_quantity`)
  if (quantity && !quantity.isGreaterThan(0)) {
    throw Refusal.invalid(`${at}.max_quantity`, "must be above zero, or null for no limit")
  }
  return {
    right: input.right,
    location_ids: locations && [...new Set(locations)].sort(),
    max_quantity: quantity && quantity.toFixed(),
  }
}

const GRANTS_OF = {
  name: "stockroom_grants_of",
  text: "select grants from inventory_grant where user_id = $1",
}

/** $1: user, $2: the grants, $3 to $5: id, actor type and actor id of the change. */
const SET_GRANTS = {
  name: "",
  text: `
    with given as (
      insert into inventory_grant as g (user_id, grants) values ($1, $2::jsonb)
      on conflict (user_id) do update
        set previous = g.grants, grants = excluded.grants, updated_at = now()
      returning user_id, previous, grants, updated_at
    ),
    noted as (
      insert into inventory_grant_change (id, user_id, before, after, actor_type, actor_id)
      select $3, user_id, previous, grants, $4, $5 from given where previous <> grants
    )
    select user_id, grants, updated_at from given`,
}
