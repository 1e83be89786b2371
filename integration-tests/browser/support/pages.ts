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
/** Sold out, with a transfer on its way. */
const SOLD_OUT = "MOKA-9CUPS"
/** To be ordered by six. */
const IN_BOXES = "JAR-0.5L"
const IN_BOXES_TITLE = "0.5 l"
/** Counted in bottles and cases. */
const BOTTLES = "COLDBREW-POOL"
/** A file for an import, with a mistake in it. */
const FILE = `sku,location,on_hand,damaged
${SKU},Hamburg Warehouse,30,2
${SKU},Lyon Warehouse,25,0
${SKU},Lisbon Warehouse,12,0`

/** A file of a transfer's items, with two mistakes in it. */
const ITEMS_FILE = `sku,quantity
${SKU},12
ESPCUP-BLAK,6
${SKU},3`

export const PAGES: OurPage[] = [
  {
    name: "variant",
    path: () => variantPage(),
    parts: async (page) => [await cardWith(page, numbersOf(page))],
  },
  {
    name: "variant-figures",
    path: () => variantPage(),
    parts: async (page) => {
      await numbersOf(page).first().waitFor()
      const card = await cardWith(page, numbersOf(page))
      await card.getByRole("button").first().click()
      return [await dialog(page)]
    },
  },
  {
    name: "change-stock",
    path: async () => `/app/inventory/${await item()}`,
    parts: async (page) => {
      // In the grid, not in Medusa's own table of locations: the column of what is on hand.
      const rows = page.getByRole("row").filter({ has: numbersOf(page) })
      await rows.filter({ hasText: "Hamburg Warehouse" }).getByRole("button").nth(7).click()
      await page.getByRole("menuitem").first().click()
      await (await dialog(page)).getByRole("textbox").first().fill("40")
      return [await dialog(page)]
    },
  },
  {
    name: "inventory-item",
    path: async () => `/app/inventory/${await item()}`,
    parts: async (page) => [
      await cardWith(page, numbersOf(page)),
      await cardWith(page, page.locator("time").first()),
    ],
  },
  {
    name: "units-list",
    path: async () => `/app/inventory/${await item(BOTTLES)}`,
    parts: async (page) => [await unitsSection(page)],
  },
  {
    name: "units-editor",
    path: async () => `/app/inventory/${await item(BOTTLES)}`,
    parts: async (page) => {
      await (await unitsSection(page)).getByRole("button").click()
      await (await dialog(page)).getByRole("group").nth(1).waitFor()
      return [await dialog(page)]
    },
  },
  {
    name: "units-count",
    path: async () => `/app/inventory/${await item(BOTTLES)}`,
    parts: async (page) => {
      const card = await cardWith(page, numbersOf(page))
      await card.getByRole("combobox").first().click()
      await page.getByRole("option", { name: "Case", exact: true }).click()
      await card
        .getByRole("row")
        .filter({ hasText: "Hamburg Warehouse" })
        .getByRole("button")
        .nth(7)
        .click()
      await page.getByRole("menuitem").first().click()
      await (await dialog(page)).getByRole("textbox").first().fill("80")
      return [await dialog(page)]
    },
  },
  {
    name: "units-variant",
    path: () => variantPage("COLDBREW-CASE"),
    parts: async (page) => [await cardWith(page, numbersOf(page))],
  },
  {
    name: "levels",
    path: async () => "/app/inventory/levels",
    parts: async (page) => {
      await page.getByRole("row").nth(5).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "change-levels",
    path: async () => `/app/inventory/levels?q=${SKU}`,
    parts: async (page) => {
      await page.getByRole("row").nth(1).waitFor()
      await page.getByRole("checkbox").first().click()
      await page.getByRole("status").locator("xpath=following-sibling::button[1]").click()
      await (await dialog(page)).getByRole("textbox").first().fill("-3")
      return [await dialog(page)]
    },
  },
  {
    name: "import",
    path: async () => `/app/inventory/levels/import?id=${await checkedImport()}`,
    parts: async (page) => {
      await page.getByRole("tab").first().waitFor()
      await page.getByRole("row").nth(2).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "import-file",
    path: async () => "/app/inventory/levels/import",
    parts: async (page) => {
      await page.locator("input[type=file]").waitFor({ state: "attached" })
      return [page.getByRole("main")]
    },
  },
  {
    name: "history",
    path: async () => "/app/inventory/history?actor_type=user",
    parts: async (page) => {
      await page.getByRole("row").nth(5).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "location",
    path: async () => {
      const { location } = await openWarehouse()
      return `/app/settings/locations/${await location("Hamburg Warehouse")}`
    },
    parts: async (page) => [await cardWith(page, page.locator("a[href*='/inventory/levels']"))],
  },
  {
    name: "order",
    path: async () => `/app/orders/${await openOrder()}`,
    parts: async (page) => [
      await cardWith(page, page.locator("a[href*='/inventory/history?order_id=']")),
    ],
  },
  {
    name: "transfers",
    path: async () => {
      await sentTransfer()
      return "/app/inventory/transfers"
    },
    parts: async (page) => {
      await page.getByRole("row").nth(1).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "transfer",
    path: async () => `/app/inventory/transfers/${await sentTransfer()}`,
    parts: async (page) => {
      await page.getByRole("row").nth(1).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "send-transfer",
    path: async () => `/app/inventory/transfers/${await shortDraft()}`,
    parts: async (page) => {
      await page.getByRole("row").nth(1).waitFor()
      await page.getByRole("main").getByRole("button").first().click()
      await (await dialog(page)).getByRole("row").nth(1).waitFor()
      return [await dialog(page)]
    },
  },
  {
    name: "receive-transfer",
    path: async () => `/app/inventory/transfers/${await sentTransfer()}/receive`,
    parts: async (page) => {
      const rows = page.getByRole("main").getByRole("row")
      await rows.nth(1).waitFor()
      await page.getByRole("main").getByRole("textbox").first().fill(`3*${SKU}`)
      await page.keyboard.press("Enter")
      await rows.nth(1).getByRole("button").last().click()
      await page.getByRole("group").getByRole("textbox").first().fill("1")
      return [page.getByRole("main")]
    },
  },
  {
    name: "packing-list",
    path: async () => `/app/inventory/transfers/${await sentTransfer()}/print`,
    parts: async (page) => {
      await page.locator(".stockroom-paper svg rect").nth(20).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "transfer-form",
    path: async () => `/app/inventory/transfers/${await draftTransfer()}/edit`,
    parts: async (page) => {
      await page.getByRole("row").nth(5).waitFor()
      await page.getByRole("cell").filter({ hasText: /^\d/ }).first().waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "transfer-items-file",
    path: async () => "/app/inventory/transfers/create",
    parts: async (page) => {
      await page.getByRole("combobox").nth(1).waitFor()
      const card = await cardWith(page, page.getByRole("combobox").nth(2))
      await card.getByRole("button").first().click()
      const opened = await dialog(page)
      await opened.locator("input[type=file]").setInputFiles({
        name: "items.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(ITEMS_FILE),
      })
      await opened.getByRole("row").nth(2).waitFor()
      return [opened]
    },
  },
  {
    name: "low-stock",
    path: async () => "/app/inventory/low-stock?status=all",
    parts: async (page) => {
      await page.getByRole("row").nth(5).waitFor()
      await page.getByRole("cell").locator("ul li").first().waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "low-stock-alert",
    path: async () => `/app/inventory/low-stock?status=acknowledged&alert=${await seenAlert()}`,
    parts: async (page) => {
      await (await dialog(page)).locator("ul li").first().waitFor()
      return [await dialog(page)]
    },
  },
  {
    name: "mute-alert",
    path: async () => "/app/inventory/low-stock",
    parts: async (page) => {
      await page.getByRole("row").nth(1).getByRole("button").last().click()
      await page.getByRole("menuitem").nth(2).click()
      await (await dialog(page)).getByRole("button", { name: /^1 / }).click()
      return [await dialog(page)]
    },
  },
  {
    name: "low-stock-report",
    path: async () => "/app/inventory/low-stock/report",
    parts: async (page) => {
      await page.getByRole("row").nth(2).getByRole("button").last().click()
      await page.getByRole("definition").first().waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "back-in-stock",
    path: async () => "/app/inventory/back-in-stock",
    parts: async (page) => [await cardWith(page, page.getByRole("row").nth(1))],
  },
  {
    name: "low-stock-log",
    path: async () => {
      const items = await Promise.all(["KNIFE-24CM", "BOARD-M"].map((sku) => item(sku)))
      const of = items.map((id) => `inventory_item_id=${id}`).join("&")
      return `/app/inventory/low-stock/runs?${of}`
    },
    parts: async (page) => {
      await page.getByRole("row").nth(2).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "low-stock-rules",
    path: async () => "/app/inventory/low-stock/rules",
    parts: async (page) => {
      await page.getByRole("row").nth(3).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "low-stock-rule-form",
    path: async () => `/app/inventory/low-stock/rules?q=${SKU}`,
    parts: async (page) => {
      const heading = page.getByRole("heading").first()
      await heading.waitFor()
      await page.getByRole("main").getByRole("button").nth(2).click()
      await (await dialog(page)).getByRole("textbox").first().waitFor()
      return [await dialog(page)]
    },
  },
  {
    name: "low-stock-panel",
    path: async () => `/app/inventory/${await item("KNIFE-24CM")}`,
    parts: async (page) => [await lowStockSection(page)],
  },
  {
    name: "low-stock-arithmetic",
    path: async () => `/app/inventory/${await item("KNIFE-24CM")}`,
    parts: async (page) => {
      const section = await lowStockSection(page)
      await section.locator("button[aria-haspopup=dialog]").first().click()
      return [await dialog(page)]
    },
  },
  {
    name: "variant-low-stock",
    path: () => variantPage(),
    parts: async (page) => [await lowStockSection(page)],
  },
  {
    name: "low-stock-settings",
    path: async () => "/app/settings/low-stock",
    parts: async (page) => {
      await page.getByRole("row").nth(1).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "availability-settings",
    path: async () => "/app/settings/availability",
    parts: async (page) => {
      await page.getByRole("row").nth(2).waitFor()
      await page.getByRole("definition").nth(2).waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "availability-estimate",
    path: async () => "/app/settings/availability",
    parts: async (page) => {
      await page.getByRole("row").nth(2).getByRole("button").click()
      await page.getByRole("menuitem").first().click()
      await (await dialog(page)).getByRole("textbox").nth(2).waitFor()
      return [await dialog(page)]
    },
  },
  {
    name: "availability-product",
    path: async () => `/app/products/${await productOf(SOLD_OUT)}`,
    parts: async (page) => [
      await cardWith(page, page.locator("section li a[href*='/inventory/transfers/']")),
    ],
  },
  {
    name: "availability-quantities",
    path: async () => `/app/products/${await productOf(IN_BOXES)}`,
    parts: async (page) => {
      const told = page.getByRole("listitem").filter({ hasText: IN_BOXES_TITLE })
      const card = await cardWith(page, told)
      await card.getByRole("button").first().click()
      const opened = await dialog(page)
      await opened.getByRole("textbox").last().scrollIntoViewIfNeeded()
      return [opened]
    },
  },
  {
    name: "stock-rights",
    path: async () => "/app/settings/stock-rights",
    parts: async (page) => {
      await page.getByText("admin@stockroom.test").last().waitFor()
      return [page.getByRole("main")]
    },
  },
  {
    name: "rights-of-clerk",
    path: async () => "/app/settings/stock-rights",
    parts: async (page) => {
      const clerk = page.getByRole("row").filter({ hasText: "clerk@stockroom.test" })
      await clerk.getByRole("button").click()
      await (await dialog(page)).getByRole("textbox").first().waitFor()
      return [await dialog(page)]
    },
  },
]

/** The numbers of the grid, in whichever language. */
function numbersOf(page: Page): Locator {
  return page.locator("button[aria-haspopup=menu][aria-label*=':']")
}

/** What is watched of the page's item: how long it lasts is known. */
async function lowStockSection(page: Page): Promise<Locator> {
  const why = page.locator("button[aria-haspopup=dialog]")
  const section = page.locator("section").filter({ has: why }).first()
  await section.waitFor()
  return section
}

/** The units of the page's item. What units are called is the store's, in every language. */
async function unitsSection(page: Page): Promise<Locator> {
  const section = page.locator("section").filter({ hasText: "1 Case = 12 Bottle" })
  await section.waitFor()
  return section
}

/** The card around something, which is waited for. */
async function cardWith(page: Page, inside: Locator): Promise<Locator> {
  await inside.first().waitFor()
  return inside
    .first()
    .locator("xpath=ancestor::div[contains(@class, 'shadow-elevation-card-rest')][1]")
}

async function dialog(page: Page): Promise<Locator> {
  const opened = page.getByRole("dialog").last()
  await opened.waitFor()
  return opened
}

async function item(sku = SKU): Promise<string> {
  const { admin } = await openWarehouse()
  const { inventory_items } = await admin.get(`/inventory-items?sku=${sku}&fields=id`)
  return inventory_items[0].id
}

/** A draft of four items, of one of which there are not enough. */
async function draftTransfer(): Promise<string> {
  const { admin, location } = await openWarehouse()
  const origin_id = await location("Hamburg Warehouse")
  const destination_id = await location("Lyon Warehouse")
  const { stock } = await admin.get(`/stockroom/stock?location_id=${origin_id}&q=ESPCUP&limit=4`)
  const { transfer } = await admin.post("/stockroom/transfers", {
    ...{ origin_id, destination_id, reference: "Spring restock" },
    lines: stock.map(({ inventory_item_id }: { inventory_item_id: string }, index: number) => ({
      ...{ inventory_item_id, quantity: index === 2 ? 500 : 6 * (index + 1) },
    })),
  })
  return transfer.id
}

async function variantPage(sku = SKU): Promise<string> {
  const { id, product_id } = await variant(sku)
  return `/app/products/${product_id}/variants/${id}`
}

async function productOf(sku: string): Promise<string> {
  return (await variant(sku)).product_id
}

async function variant(sku: string): Promise<{ id: string; product_id: string }> {
  const { admin } = await openWarehouse()
  const { variants } = await admin.get(`/product-variants?sku=${sku}&fields=id,product_id`)
  return variants[0]
}

async function openOrder(): Promise<string> {
  const { admin } = await openWarehouse()
  const { commitments } = await admin.get(
    `/stockroom/commitments?inventory_item_id=${await item()}`
  )
  return commitments[0].order.id
}

/** A transfer of two items of which a part has arrived, the rest of which is overdue. */
async function sentTransfer(): Promise<string> {
  const { admin } = await openWarehouse()
  sent ??= (async () => {
    const id = await draft(["ESPCUP-BLACK", "ESPCUP-CLAY"], 6)
    await admin.post(`/stockroom/transfers/${id}/pending`, { allow_negative: true })
    await admin.post(`/stockroom/transfers/${id}/receive`, {
      lines: [
        { inventory_item_id: await item("ESPCUP-CLAY"), accepted: 3 },
        {
          ...{ inventory_item_id: await item("ESPCUP-CLAY"), rejected: 1 },
          ...{ disposition: "damaged", reason: "handle broken" },
        },
      ],
    })
    return id
  })()
  return await sent
}

let sent: Promise<string> | undefined

/** A draft of more than the origin has. */
async function shortDraft(): Promise<string> {
  return await draft(["ESPCUP-BLACK"], 500)
}

async function draft(skus: string[], quantity: number): Promise<string> {
  const { admin, location } = await openWarehouse()
  const { transfer } = await admin.post("/stockroom/transfers", {
    origin_id: await location("Hamburg Warehouse"),
    destination_id: await location("Lyon Warehouse"),
    lines: await Promise.all(
      skus.map(async (sku) => ({ inventory_item_id: await item(sku), quantity }))
    ),
    reference: "Restock of the autumn",
    expected_at: "2026-11-20T08:00:00Z",
    carrier: "DHL",
    tracking_number: "00340434161094042557",
    tracking_url: "https://www.dhl.de/de/privatkunden.html",
    note: "Fragile: the cups are in the upper box.",
  })
  return transfer.id
}

/** An alert that somebody has acknowledged, with an action that has failed. */
async function seenAlert(): Promise<string> {
  const { admin, location } = await openWarehouse()
  const at = `location_id=${await location("Hamburg Warehouse")}`
  const { alerts } = await admin.get(
    `/stockroom/low-stock/alerts?inventory_item_id=${await item("KNIFE-24CM")}&${at}`
  )
  return alerts[0].id
}

/** An import that was checked and waits to be applied. */
async function checkedImport(): Promise<string> {
  const { admin } = await openWarehouse()
  const checked = await admin.post("/stockroom/imports", {
    file_name: "stocktaking.csv",
    content: FILE,
    note: "Autumn stocktaking",
  })
  return checked.import.id
}
