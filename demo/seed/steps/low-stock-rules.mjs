import { RULES } from "../world/low-stock.mjs"

/** From which quantity on the store calls its stock low. */
export async function setLowStockRules({ admin, shop }) {
  await admin.post("/admin/stockroom/low-stock/rules/batch", {
    create: RULES.map(({ sku, at, in: channel, ...rule }) => ({
      ...rule,
      ...(sku && { inventory_item_id: shop.items[sku].id }),
      ...(at && { location_id: shop.locations[at] }),
      ...(channel && { sales_channel_id: shop.channels[channel] }),
    })),
  })
}
