import { listAddress, type ListQuery } from "./list-query"

/** What is waited for, and who waits. */
export const BACK_IN_STOCK_TABS = ["demand", "people"] as const

/** What the page of who waits shows, as its address says it. */
export type BackInStockPageQuery = ListQuery<(typeof BACK_IN_STOCK_TABS)[number], "variant_id">

/** How that address is read and written. */
export const backInStockAddress = listAddress<(typeof BACK_IN_STOCK_TABS)[number], "variant_id">({
  tabs: BACK_IN_STOCK_TABS,
  filters: ["variant_id"],
  single: ["variant_id"],
})

/** Where it is told who waits for a variant. */
export function whoWaitsFor(variantId: string): string {
  const params = backInStockAddress.params({
    ...{ tab: "people", q: "", filters: { variant_id: [variantId] }, page: 0 },
  })
  return `/inventory/back-in-stock?${params.toString()}`
}
