import type { StockLevel } from "../../src/admin/lib/figures"

/** A level with the given figures, the others nothing; its sums are worked out by hand. */
export function stockLevel(location: string, figures: Partial<StockLevel>): StockLevel {
  return {
    ...{ inventory_item_id: "FLASK", location_id: location, level_id: location },
    ...{ sku: "FLASK", title: null, on_hand: "0", unavailable: "0", available: "0" },
    ...{ committed: "0", reserved: "0", reserved_free: "0", damaged: "0", safety: "0" },
    ...{ quality_control: "0", incoming: "0", fulfilled: "0", active: true },
    updated_at: new Date(0),
    ...figures,
  }
}
