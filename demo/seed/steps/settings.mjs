import { CHANNELS, REGION, RETURN_REASONS, SHOP, TAX_RATES } from "../world/shop.mjs"

/** The store's name, its channels with a publishable key each, its region, taxes, return reasons. */
export async function createSettings(seed) {
  const { admin, shop } = seed
  const { stores } = await admin.get("/admin/stores")
  const store = stores[0]

  // Medusa made one channel and one publishable key on its first start; they become the web shop's.
  shop.channels.web = store.default_sales_channel_id
  await admin.post(`/admin/sales-channels/${shop.channels.web}`, CHANNELS.web)
  const { sales_channel } = await admin.post("/admin/sales-channels", CHANNELS.stores)
  shop.channels.stores = sales_channel.id

  const { api_keys } = await admin.get("/admin/api-keys?type=publishable")
  const { api_key: webKey } = await admin.post(`/admin/api-keys/${api_keys[0].id}`, {
    title: CHANNELS.web.name,
  })
  const { api_key: storesKey } = await admin.post("/admin/api-keys", {
    title: CHANNELS.stores.name,
    type: "publishable",
  })
  await admin.post(`/admin/api-keys/${storesKey.id}/sales-channels`, { add: [sales_channel.id] })
  shop.keys = { web: webKey.token, stores: storesKey.token }

  const { region } = await admin.post("/admin/regions", {
    ...REGION,
    countries: Object.keys(TAX_RATES),
    payment_providers: ["pp_system_default"],
    automatic_taxes: true,
    is_tax_inclusive: true,
  })
  shop.region = region.id

  for (const [country_code, [name, rate]] of Object.entries(TAX_RATES)) {
    await admin.post("/admin/tax-regions", {
      country_code,
      provider_id: "tp_system",
      default_tax_rate: { name, rate, code: `${country_code}-standard` },
    })
  }

  await admin.post(`/admin/stores/${store.id}`, {
    name: SHOP,
    default_region_id: shop.region,
    supported_currencies: [
      { currency_code: REGION.currency_code, is_default: true, is_tax_inclusive: true },
    ],
  })

  for (const reason of RETURN_REASONS) {
    const { return_reason } = await admin.post("/admin/return-reasons", reason)
    shop.returnReasons[reason.value] = return_reason.id
  }
}
