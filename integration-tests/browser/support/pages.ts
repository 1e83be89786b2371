import type { Locator, Page } from "playwright-core"

import { openWarehouse } from "./warehouse"

/** A page of the dashboard on which Stockroom shows something, as the demo store has it. */
export interface OurPage {
  name: string
  /** Its address; ids are looked up in the store. */
  path: () => Promise<string>
  /** Waits for what Stockroom shows there and answers it. Around it is Medusa's own. */
  parts: (page: Page) => Promise<Locator[]>
}

/** An item of one variant, stocked at four locations, with open orders. */
const SKU = "ESPCUP-BLACK"

export const PAGES: OurPage[] = [
  {
    name: "history",
    path: async () => "/app/inventory/history",
    parts: async (page) => {
      await page.getByRole("row").nth(5).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "order",
    path: async () => `/app/orders/${await openOrder()}`,
    parts: async (page) => {
      const card = cardOf(page, ["Stock", "Bestand", "Existencias"])
      await card.getByText("Hamburg Warehouse").first().waitFor()
      return [card]
    },
  },
]

/** The card with a heading, in whichever of the languages. */
function cardOf(page: Page, titles: string[]): Locator {
  const heading = page.getByRole("heading", { name: new RegExp(`^(${titles.join("|")})$`) })
  return page.locator("div.shadow-elevation-card-rest").filter({ has: heading }).last()
}

async function item(): Promise<string> {
  const { admin } = await openWarehouse()
  const { inventory_items } = await admin.get(`/inventory-items?sku=${SKU}&fields=id`)
  return inventory_items[0].id
}

async function openOrder(): Promise<string> {
  const { admin } = await openWarehouse()
  const { commitments } = await admin.get(
    `/stockroom/commitments?inventory_item_id=${await item()}`
  )
  return commitments[0].order.id
}
