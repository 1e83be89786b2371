import type { Run } from "../posting/connection"
import type { CatalogueVariant } from "./types"

/**
 * The variants that are for sale in a channel, by id: of published products that belong to it.
 *
 * Straight from Medusa's tables, in one round trip: `query.graph` takes longer for a hundred variants than
 * all else that shoppers are told of them.
 */
export async function readCatalogue(
  read: Run,
  ids: string[],
  channelId: string
): Promise<Map<string, CatalogueVariant>> {
  const rows = await read<CatalogueRow>(FOR_SALE, [ids, channelId])
  const variants = new Map<string, CatalogueVariant>()
  for (const { inventory_item_id, required_quantity, ...variant } of rows) {
    const known = variants.get(variant.id) ?? { ...variant, items: [] }
    variants.set(variant.id, known)
    if (inventory_item_id !== null) {
      known.items.push({ inventory_item_id, required_quantity })
    }
  }
  return variants
}

/** One for each item of a variant; one without an item where it has none. A factor is text, so that no digit of it is lost. */
interface CatalogueRow extends Omit<CatalogueVariant, "items"> {
  inventory_item_id: string | null
  required_quantity: string
}

/** The ids come from a query, so that a plan costs the same for one and for a hundred, and is made once. */
const FOR_SALE = {
  name: "stockroom_catalogue",
  prepared: true,
  text: `
    select v.id, v.product_id, v.manage_inventory, v.allow_backorder,
      i.inventory_item_id, i.required_quantity::text
    from product_variant v
    join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
    left join product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null
    where v.id = any((select $1::text[])::text[]) and v.deleted_at is null and exists (
      select from product_sales_channel c
      where c.product_id = p.id and c.sales_channel_id = $2 and c.deleted_at is null)`,
}
