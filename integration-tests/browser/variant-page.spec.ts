import type { Page } from "playwright-core"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { type Goods, openWarehouse } from "./support/warehouse"

/** A mug in two warehouses, Hamburg 10 and Lyon 4, and its variant's page with all figures open. */
async function openFigures(page: Page): Promise<Goods> {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", {
    "Hamburg Warehouse": 10,
    "Lyon Warehouse": 4,
  })
  await page.goto(`/app/products/${mug.product}/variants/${mug.variant}`)
  await page.getByRole("button", { name: "Show all" }).click()
  return mug
}

async function levelIn(name: string, { item }: Goods) {
  const warehouse = await openWarehouse()
  return await warehouse.level(item, await warehouse.location(name))
}

walk("on hand is set on the variant's page, after its effect was shown", async (page) => {
  const mug = await openFigures(page)

  await page.getByRole("button", { name: "On hand at Hamburg Warehouse: 10" }).click()
  await page.getByRole("menuitem", { name: "Count…" }).click()
  const drawer = page.getByRole("dialog", { name: "Change stock" })
  await drawer.getByLabel("Counted").fill("12")
  await drawer.getByText("10 → 12").first().waitFor()
  await drawer.getByLabel("Note").fill("Two more behind the shelf")
  await drawer.getByRole("button", { name: "Save" }).click()

  await drawer.waitFor({ state: "hidden" })
  await page.getByRole("button", { name: "On hand at Hamburg Warehouse: 12" }).waitFor()
  await page.getByRole("button", { name: "On hand at all locations: 16" }).waitFor()
  expect(await levelIn("Hamburg Warehouse", mug)).toMatchObject({ on_hand: "12", available: "12" })
})

walk("two are moved to damaged, which leaves on hand as it is", async (page) => {
  const mug = await openFigures(page)

  await page.getByRole("button", { name: "Available at Hamburg Warehouse: 10" }).click()
  await page.getByRole("menuitem", { name: "Move to another state…" }).click()
  const drawer = page.getByRole("dialog", { name: "Change stock" })
  await drawer.getByRole("combobox", { name: "To", exact: true }).click()
  await page.getByRole("option", { name: "Damaged" }).click()
  await drawer.getByLabel("How many").fill("2")
  await drawer.getByText("0 → 2").first().waitFor()
  await drawer.getByRole("button", { name: "Save" }).click()

  await page.getByRole("button", { name: "Damaged at Hamburg Warehouse: 2" }).waitFor()
  await page.getByRole("button", { name: "On hand at Hamburg Warehouse: 10" }).waitFor()
  expect(await levelIn("Hamburg Warehouse", mug)).toMatchObject({
    on_hand: "10",
    available: "8",
    damaged: "2",
  })
})

walk("what there is not is not moved, and the form says so before the store does", async (page) => {
  const mug = await openFigures(page)

  await page.getByRole("button", { name: "Damaged at Lyon Warehouse: 0" }).click()
  await page.getByRole("menuitem", { name: "Adjust…" }).click()
  const drawer = page.getByRole("dialog", { name: "Change stock" })
  await drawer.getByLabel("By how many").fill("-1")
  await drawer.getByText("There is not enough of it: the store would refuse this.").waitFor()
  await drawer.getByRole("button", { name: "Save" }).click()
  await drawer.getByRole("button", { name: "Cancel" }).click()

  await drawer.waitFor({ state: "hidden" })
  expect(await levelIn("Lyon Warehouse", mug)).toMatchObject({ damaged: "0", on_hand: "4" })
})

walk("the order behind what is committed is one click away", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await openFigures(page)
  const order = await warehouse.order(mug, 3)
  await page.reload()
  await page.getByRole("button", { name: "Show all" }).click()

  await page.getByRole("button", { name: "Committed at Hamburg Warehouse: 3" }).click()
  await page.getByRole("menuitem", { name: "See orders" }).click()
  const drawer = page.getByRole("dialog", { name: "Committed to orders" })
  await drawer.getByText("ada@example.com").waitFor()
  await drawer.getByRole("link", { name: `#${order.display_id}` }).click()

  await page.waitForURL(`**/app/orders/${order.id}`)
  await page.getByText(`Committed 3 ${mug.sku} at Hamburg Warehouse`).waitFor()
})

walk("a change is undone from the history of its number", async (page) => {
  const mug = await openFigures(page)
  const warehouse = await openWarehouse()
  await warehouse.admin.post("/stockroom/stock", {
    changes: [
      {
        op: "adjust",
        state: "available",
        inventory_item_id: mug.item,
        location_id: await warehouse.location("Hamburg Warehouse"),
        quantity: -4,
      },
    ],
    note: "A tray fell",
  })
  await page.reload()
  await page.getByRole("button", { name: "Show all" }).click()

  await page.getByRole("button", { name: "Available at Hamburg Warehouse: 6" }).click()
  await page.getByRole("menuitem", { name: "History of this number" }).click()
  await page.waitForURL("**/inventory/history?*")
  const change = page.getByRole("row").filter({ hasText: "A tray fell" })
  await change.getByRole("button", { name: "Actions for this change" }).click()
  await page.getByRole("menuitem", { name: "Undo…" }).click()
  const drawer = page.getByRole("dialog", { name: "Undo this change?" })
  await drawer.getByText("6 → 10").waitFor()
  await drawer.getByRole("button", { name: "Undo" }).click()

  await page.getByText("The change has been undone.").first().waitFor()
  await change.getByText("Undone", { exact: true }).waitFor()
  await eventually(async () => {
    expect(await levelIn("Hamburg Warehouse", mug)).toMatchObject({ available: "10" })
  })
})
