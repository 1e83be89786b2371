import { ESTIMATES, PRODUCTS, WAITING } from "../world/availability.mjs"

/** What shoppers are told of what is sold out, and of single products. */
export async function tellShoppers({ admin, shop, storefront }) {
  const ids = {}
  for (const [priority, { key, ...estimate }] of ESTIMATES.entries()) {
    const saved = await admin.post("/admin/stockroom/estimates", { ...estimate, priority })
    ids[key] = saved.estimate.id
  }
  for (const { sku, estimate, ...settings } of PRODUCTS) {
    const variant = shop.variants[sku]
    const { variants } = await admin.get(
      `/admin/product-variants?id=${variant}&fields=id,product_id`
    )
    await admin.post(`/admin/stockroom/products/${variants[0].product_id}/availability`, {
      ...settings,
      ...(estimate && { estimate_id: ids[estimate] }),
    })
  }
  for (const [email, sku] of WAITING) {
    await storefront("web").post("/store/stockroom/back-in-stock", {
      ...{ variant_id: shop.variants[sku], email },
    })
  }
}
