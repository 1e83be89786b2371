import type { MedusaContainer } from "@medusajs/framework/types"

import {
  type LowStockAlert,
  type LowStockRule,
  resolveStockroom,
} from "../../../../modules/inventory"
import type {
  LowStockAlertResponse,
  LowStockNames,
  LowStockRuleResponse,
} from "../../../types/low-stock"
import { readByIds, readNames } from "../../../utils/names"

type Watched = Pick<LowStockRule, "inventory_item_id" | "location_id" | "sales_channel_id"> &
  Partial<Pick<LowStockAlert, "acknowledged_by" | "resolved_by">>

/** The names of what rules and alerts are about, and of who has dealt with them. */
export async function readLowStockNames(
  container: MedusaContainer,
  watched: Watched[]
): Promise<LowStockNames> {
  const [names, channels] = await Promise.all([
    readNames(container, {
      items: watched.map((one) => one.inventory_item_id),
      locations: watched.map((one) => one.location_id),
      users: watched.flatMap((one) => [one.acknowledged_by ?? null, one.resolved_by ?? null]),
    }),
    readByIds<{ id: string; name: string }>(container, "sales_channel", {
      fields: ["id", "name"],
      ids: watched.map((one) => one.sales_channel_id),
    }),
  ])
  return { ...names, channels: Object.fromEntries(channels.map(({ id, name }) => [id, name])) }
}

/** An alert as the routes answer it. */
export async function readAlert(
  container: MedusaContainer,
  id: string
): Promise<LowStockAlertResponse> {
  const alert = await resolveStockroom(container).retrieveLowStockAlert(id)
  return { alert, names: await readLowStockNames(container, [alert]) }
}

/** A rule as the routes answer it. */
export async function readRule(
  container: MedusaContainer,
  id: string
): Promise<LowStockRuleResponse> {
  const rule = await resolveStockroom(container).retrieveLowStockRule(id)
  return { rule, names: await readLowStockNames(container, [rule]) }
}
