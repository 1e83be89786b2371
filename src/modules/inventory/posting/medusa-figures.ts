/** Joins the sums of the live reservations of level l: `r.committed`, `r.reserved`. */
export const RESERVED = `
  left join lateral (
    select coalesce(sum(r.quantity) filter (where r.line_item_id is not null), 0) as committed,
      coalesce(sum(r.quantity) filter (where r.line_item_id is null), 0) as reserved
    from reservation_item r
    where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id
      and r.deleted_at is null
  ) r on true`

/**
 * A figure of Medusa's with all its digits, as text. Its module writes the numeric column through a
 * number, which holds seventeen; the raw column beside it says which number that was meant to be.
 */
export function exactly(column: string): string {
  const raw = `l.raw_${column} ->> 'value'`
  return `case when (${raw}) ~ '^-?[0-9]+([.][0-9]+)?$' and (${raw})::float8 = l.${column}::float8
    then ${raw} else l.${column}::text end`
}
