import { type AwaitedVariant, resolveStockroom } from "../../modules/inventory"

type Stockroom = ReturnType<typeof resolveStockroom>

/** So many variants are asked about at once. */
const PORTION = 100

/** Of some variants, those that are for sale in their channel and of which at least one can be had from stock. */
export async function variantsInStock(
  stockroom: Stockroom,
  asked: AwaitedVariant[]
): Promise<AwaitedVariant[]> {
  const channels = new Map<string, string[]>()
  for (const { variant_id, sales_channel_id } of asked) {
    channels.set(sales_channel_id, [...(channels.get(sales_channel_id) ?? []), variant_id])
  }
  const back: AwaitedVariant[] = []
  for (const [sales_channel_id, ids] of channels) {
    const distinct = [...new Set(ids)]
    for (let start = 0; start < distinct.length; start += PORTION) {
      const variant_ids = distinct.slice(start, start + PORTION)
      const { variants } = await stockroom.listAvailability({ sales_channel_id, variant_ids })
      const inStock = variants.filter(({ status }) => ["in_stock", "low_stock"].includes(status))
      back.push(...inStock.map(({ variant_id }) => ({ variant_id, sales_channel_id })))
    }
  }
  return back
}
