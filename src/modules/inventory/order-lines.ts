import { container } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"

import type { Coordinates } from "../../core/allocation"
import { exact, parseQuantity, type Quantity } from "../../core/quantity"

/** What the Order Module says of an order line, and of the order that it is part of. */
export interface OrderLine {
  lineItemId: string
  orderId: string
  salesChannelId: string | null
  shippingAddress: Record<string, unknown> | null
  /** Units that were ordered and are still to leave. */
  open: Quantity
}

/** As the Order Module lists it: one row for each version of the order. */
interface OrderItemRow {
  item_id: string
  version: number
  quantity: unknown
  raw_quantity?: { value: string }
  fulfilled_quantity: unknown
  raw_fulfilled_quantity?: { value: string }
  order: {
    id: string
    sales_channel_id: string | null
    shipping_address: Record<string, unknown> | null
  }
}

interface OrderModule {
  listOrderItems(
    filters: { item_id?: string[]; order_id?: string },
    config: { select?: string[]; relations?: string[]; take: null }
  ): Promise<OrderItemRow[]>
}

/**
 * Finds the order lines among the given ids, by way of Medusa's Order Module: which order each is
 * of, which channel it was sold in, where it goes. Empty where there is no store around the module.
 */
export async function readOrderLines(lineItemIds: string[]): Promise<Map<string, OrderLine>> {
  const orders = lineItemIds.length ? orderModule() : null
  if (!orders) {
    return new Map()
  }
  const rows = await orders.listOrderItems(
    { item_id: [...new Set(lineItemIds)] },
    { relations: ["order", "order.shipping_address"], take: null }
  )
  const lines = new Map<string, OrderLine>()
  for (const row of rows.sort((a, b) => a.version - b.version)) {
    const ordered = quantityOf(row.raw_quantity ?? row.quantity)
    const fulfilled = quantityOf(row.raw_fulfilled_quantity ?? row.fulfilled_quantity)
    lines.set(row.item_id, {
      lineItemId: row.item_id,
      orderId: row.order.id,
      salesChannelId: row.order.sales_channel_id,
      shippingAddress: row.order.shipping_address,
      open: ordered.minus(fulfilled),
    })
  }
  return lines
}

/** The ids of an order's lines, as they are now and as they have been. */
export async function readLineIds(orderId: string): Promise<string[]> {
  const config = { select: ["id", "item_id"], take: null }
  const rows = await orderModule()?.listOrderItems({ order_id: orderId }, config)
  return [...new Set(rows?.map(({ item_id }) => item_id))]
}

/**
 * Where an address is, as far as it says: Medusa's addresses have no coordinates of their own, so
 * they are read from its metadata (`latitude` and `longitude`, in degrees).
 */
export function coordinatesOf(address: Record<string, unknown> | null): Coordinates | null {
  const metadata = (address?.metadata ?? {}) as Record<string, unknown>
  const read = (value: unknown, most: number) => {
    const degrees = typeof value === "string" && value.trim() ? Number(value) : value
    return typeof degrees === "number" && Math.abs(degrees) <= most ? degrees : null
  }
  const latitude = read(metadata.latitude, 90)
  const longitude = read(metadata.longitude, 180)
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function orderModule(): OrderModule | null {
  return container.hasRegistration(Modules.ORDER)
    ? container.resolve<OrderModule>(Modules.ORDER)
    : null
}

function quantityOf(value: unknown): Quantity {
  return value === null || value === undefined ? exact(0) : parseQuantity(value, "quantity")
}
