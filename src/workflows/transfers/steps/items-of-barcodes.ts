import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { ItemsOfBarcodes } from "../../../modules/inventory"

/** What a variant may be scanned by. */
const CODES = ["barcode", "ean", "upc"] as const

interface Variant extends Partial<Record<(typeof CODES)[number], string | null>> {
  inventory_items?: { inventory_item_id: string }[]
}

/** Finds the items of the variants that carry one of some barcodes. */
export function itemsOfBarcodes(container: MedusaContainer): ItemsOfBarcodes {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  return async (barcodes) => {
    const { data } = await query.graph({
      entity: "product_variant",
      fields: ["id", ...CODES, "inventory_items.inventory_item_id"],
      filters: { $or: CODES.map((code) => ({ [code]: barcodes })) },
    })
    const asked = new Set(barcodes)
    return (data as unknown as Variant[]).flatMap((variant) =>
      CODES.flatMap((code) => {
        const barcode = variant[code]
        return barcode && asked.has(barcode)
          ? (variant.inventory_items ?? []).map(({ inventory_item_id }) => ({
              ...{ barcode, inventory_item_id },
            }))
          : []
      })
    )
  }
}
