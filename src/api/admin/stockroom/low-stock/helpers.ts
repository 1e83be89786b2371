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
import type { UnitsByItem } from "../../../types/units"
import { readByIds, readNames } from "../../../utils/names"
import { readUnits } from "../../../utils/units"

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

/** The names of what rules and alerts are about, and the units of the items. */
export async function readWatched(
  container: MedusaContainer,
  watched: Watched[]
): Promise<{ names: LowStockNames; units: UnitsByItem }> {
  const [names, units] = await Promise.all([
    readLowStockNames(container, watched),
    readUnits(
      container,
      watched.map((one) => one.inventory_item_id)
    ),
  ])
  return { names, units }
}

/** An alert as the routes answer it. */
export async function readAlert(
  container: MedusaContainer,
  id: string
): Promise<LowStockAlertResponse> {
  const alert = await resolveStockroom(container).retrieveLowStockAlert(id)
  return { alert, ...(await readWatched(container, [alert])) }
}

/** A rule as the routes answer it. */
export async function readRule(
  container: MedusaContainer,
  id: string
): Promise<LowStockRuleResponse> {
  const rule = await resolveStockroom(container).retrieveLowStockRule(id)
  return { rule, ...(await readWatched(container, [rule])) }
}
