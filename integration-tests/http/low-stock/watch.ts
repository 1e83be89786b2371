import type { Answer, Shop } from "../shop"

/** What tests of low stock ask of the shop: WIDGET has 10 at Berlin and 5 at Lyon. */
export class Watch {
  constructor(readonly shop: Shop) {}

  /** Watches WIDGET: at Berlin, unless told otherwise. */
  async rule(threshold: string, more: object = {}): Promise<Answer> {
    const { rule } = await this.shop.admin.post("/stockroom/low-stock/rules", {
      inventory_item_id: this.shop.widget,
      ...{ place: "location", location_id: this.shop.berlin, threshold },
      ...more,
    })
    return rule
  }

  /** The alerts of WIDGET, oldest first. */
  async list(query = ""): Promise<Answer[]> {
    const { alerts } = await this.shop.admin.get(
      `/stockroom/low-stock/alerts?inventory_item_id=${this.shop.widget}&${query}`
    )
    return alerts.reverse()
  }

  /** … in short: "open at 3", "recovered at 3". */
  async told(): Promise<string[]> {
    return (await this.list()).map(
      ({ status, resolution, available }) => `${resolution ?? status} at ${available}`
    )
  }

  /** Sets what is available at Berlin, by hand; gives the movement. */
  async set(quantity: string): Promise<string> {
    const { movement } = await this.shop.admin.post("/stockroom/stock", {
      changes: [
        {
          ...{ op: "set", state: "available", quantity },
          ...{ inventory_item_id: this.shop.widget, location_id: this.shop.berlin },
        },
      ],
    })
    return movement.id
  }
}
