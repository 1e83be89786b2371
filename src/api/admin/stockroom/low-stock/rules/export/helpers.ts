import type { MedusaContainer } from "@medusajs/framework/types"

import type { LowStockRule } from "../../../../../../modules/inventory"
import { readLowStockNames } from "../../helpers"

/** Rules one by one as rows of a file, with the names of their locations and channels. */
export async function* asRows(
  container: MedusaContainer,
  pages: AsyncGenerator<(LowStockRule & { sku: string | null })[]>
): AsyncGenerator<Record<string, string | null>> {
  for await (const rules of pages) {
    const { locations, channels } = await readLowStockNames(container, rules)
    for (const rule of rules) {
      const { location_id, sales_channel_id, lead_time_days, actions, enabled, place, note } = rule
      yield {
        sku: rule.sku,
        inventory_item_id: rule.inventory_item_id,
        place,
        location: location_id && (locations[location_id] ?? ""),
        location_id,
        channel: sales_channel_id && (channels[sales_channel_id] ?? ""),
        sales_channel_id,
        threshold: rule.threshold,
        actions: JSON.stringify(actions),
        enabled: String(enabled),
        lead_time_days: lead_time_days === null ? null : String(lead_time_days),
        reorder_to: rule.reorder_to,
        stop_selling: String(rule.stop_selling),
        note,
      }
    }
  }
}
