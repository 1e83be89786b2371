import { decimal } from "../transfers"

/** What the API says of a product's row `p`. */
export const PRODUCT_FIELDS = `
  p.product_id, p.estimate_id, p.display, ${decimal("p.display_below")} as display_below,
  jsonb_build_object('minimum', ${decimal("p.minimum")}, 'maximum', ${decimal("p.maximum")},
    'multiple', ${decimal("p.multiple")}, 'allowed', p.allowed) as order_quantities`

/** $1: products. */
export const READ_PRODUCTS = {
  name: "stockroom_product_availability",
  text: `
    select ${PRODUCT_FIELDS} from inventory_product_availability p
    where p.product_id = any($1::text[])`,
}

/** $1: the product, then its columns, in order. */
export const WRITE_PRODUCT = {
  name: "",
  text: `
    insert into inventory_product_availability as p
      (product_id, estimate_id, display, display_below, minimum, maximum, multiple, allowed)
    values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
    on conflict (product_id) do update set
      ${["estimate_id", "display", "display_below", "minimum", "maximum", "multiple", "allowed"]
        .map((name) => `${name} = excluded.${name}`)
        .join(", ")},
      updated_at = clock_timestamp()
    returning ${PRODUCT_FIELDS}`,
}

export const DELETE_PRODUCT = {
  name: "",
  text: "delete from inventory_product_availability where product_id = $1",
}

/** Whether any product has rules at all: most stores have none, and are not asked further. */
export const ANY_RULES = {
  name: "stockroom_any_order_quantities",
  text: `
    select exists (select 1 from inventory_product_availability
      where num_nonnulls(minimum, maximum, multiple, allowed) > 0) as known`,
}
