import { useQueries } from "@tanstack/react-query"

import type { ItemCodes } from "../../lib/scan"
import { sdk } from "../../lib/sdk"

/** As many as fit in an address. */
const ITEMS_AT_ONCE = 100

interface LabelledItem {
  id: string
  variants?: Label[]
}

interface Label {
  sku: string | null
  ean: string | null
  upc: string | null
  barcode: string | null
  inventory_items?: { inventory_item_id: string; required_quantity: number }[]
}

/** What the variants of some items are labelled with. */
export function useItemCodes(itemIds: string[]) {
  const portions = Array.from({ length: Math.ceil(itemIds.length / ITEMS_AT_ONCE) }, (_, index) =>
    itemIds.slice(index * ITEMS_AT_ONCE, (index + 1) * ITEMS_AT_ONCE)
  )
  const answers = useQueries({
    queries: portions.map((ids) => ({
      queryKey: ["inventory_items", "stockroom-codes", ids],
      queryFn: () =>
        sdk.client.fetch<{ inventory_items: LabelledItem[] }>("/admin/inventory-items", {
          query: { id: ids, fields: FIELDS, limit: ids.length },
        }),
    })),
  })
  return {
    labels: answers.flatMap(({ data }) => (data?.inventory_items ?? []).map(codesOf)),
    isError: answers.some(({ isError }) => isError),
  }
}

const FIELDS = [
  "id",
  ...["sku", "ean", "upc", "barcode"].map((code) => `variants.${code}`),
  "variants.inventory_items.inventory_item_id",
  "variants.inventory_items.required_quantity",
].join(",")

/** A kit's label is not one of its items'. */
function codesOf({ id, variants = [] }: LabelledItem): ItemCodes {
  const single = variants.filter(({ inventory_items: items = [] }) => {
    const [only] = items
    return items.length === 1 && only.required_quantity === 1
  })
  const codes = single.flatMap(({ sku, ean, upc, barcode }) => [sku, ean, upc, barcode])
  return { itemId: id, codes: codes.filter((code): code is string => Boolean(code)) }
}
