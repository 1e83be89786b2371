import type { BackInStock, BackInStockDemand } from "../../modules/inventory/types"

/** What a variant is called; null of one that is not there any more. */
export type VariantNames = Record<
  string,
  { title: string | null; sku: string | null; product_id: string | null; product: string | null }
>

/** `GET /admin/stockroom/back-in-stock` */
export interface BackInStockResponse {
  /** Whether the options switch it on. */
  enabled: boolean
  back_in_stock: BackInStock[]
  variants: VariantNames
  count: number
  limit: number
  offset: number
}

/** `GET /admin/stockroom/back-in-stock/demand` */
export interface BackInStockDemandResponse {
  enabled: boolean
  demand: BackInStockDemand[]
  variants: VariantNames
  count: number
  limit: number
  offset: number
}
