import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"

import { walk } from "./support/browser"
import { type Goods, openWarehouse } from "./support/warehouse"

const RULES = "/app/inventory/low-stock/rules"
const HAMBURG = "Hamburg Warehouse"

async function rulesOf({ item }: Goods) {
  const { admin } = await openWarehouse()
  return (await admin.get(`/stockroom/low-stock/rules?inventory_item_id=${item}`)).rules
}

/** Goods with a rule of their own in Hamburg, for each walk anew. */
async function watched(title: string, threshold: number): Promise<Goods> {
  const { admin, location, stockProduct } = await openWarehouse()
  const goods = await stockProduct(title, { [HAMBURG]: 10 })
  await admin.post("/stockroom/low-stock/rules", {
    ...{ inventory_item_id: goods.item, place: "location", threshold },
    location_id: await location(HAMBURG),
  })
  return goods
}

const rowOf = (page: Page, { sku }: Goods) => page.getByRole("row").filter({ hasText: sku })

const save = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Save" }).click()

walk(
  "a rule is made with an action and its options, changed, and deleted",
  async (page) => {
    const { stockProduct } = await openWarehouse()
    const mug = await stockProduct("Zest mug", { [HAMBURG]: 10 })
    await page.goto(`${RULES}?q=${mug.sku}`)
    await page.getByText("No rule matches").waitFor()
    await page.getByRole("button", { name: "New rule" }).click()
    const drawer = page.getByRole("dialog", { name: "New low-stock rule" })

    // What is missing is said at its field.
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.getByText("Choose an item, or every item.").waitFor()
    await drawer.getByText("Say from which quantity on stock is low.").waitFor()
    await drawer.getByRole("combobox", { name: "Or one item" }).fill(mug.sku)
    await page.getByRole("option", { name: mug.sku }).click()
    await drawer.getByLabel("Low at or below").fill("2.5")
    await drawer.getByLabel("Lead time in days (optional)").fill("7")
    await drawer.getByRole("button", { name: "Add an action" }).click()
    await page.getByRole("menuitem", { name: "Emit an event" }).click()
    await save(page)
    await drawer.getByText("This is required.").waitFor()
    await drawer.getByLabel("Name of the event (required)").fill("mug.low")

    // What the store refuses, too.
    await drawer.getByRole("button", { name: "Add an action" }).click()
    await page.getByRole("menuitem", { name: "Notify" }).click()
    await drawer.getByLabel("E-mail addresses").fill("no address")
    await save(page)
    await drawer.getByText(/invalid email/i).waitFor()
    expect(await rulesOf(mug)).toEqual([])
    await drawer.getByLabel("E-mail addresses").fill("buyers@example.com\nshop@example.com")
    await save(page)
    await page.getByText("The rule is saved.").first().waitFor()
    const row = rowOf(page, mug)
    await row.getByText("Emit an event, Notify").waitFor()
    await row.getByText("7 days").waitFor()
    expect(await rulesOf(mug)).toMatchObject([
      {
        ...{ place: "each_location", threshold: "2.5", lead_time_days: 7, enabled: true },
        actions: [
          { identifier: "emit_event", options: { name: "mug.low" } },
          { identifier: "notify", options: { to: ["buyers@example.com", "shop@example.com"] } },
        ],
      },
    ])

    const menu = page.getByRole("button", {
      name: `Actions for the rule of ${mug.sku}, Each location by itself`,
    })
    await menu.click()
    await page.getByRole("menuitem", { name: "Edit" }).click()
    const edit = page.getByRole("dialog", { name: "Edit the low-stock rule" })
    await edit.getByLabel("Low at or below").fill("4")
    const stop = edit.getByRole("switch", { name: "Stop selling at the threshold" })
    await edit.getByText("Shoppers can buy all that is available.").waitFor()
    await stop.click()
    await edit.getByText(/^Shoppers can buy only what is above it/).waitFor()
    await edit.getByRole("button", { name: "Remove the action Notify" }).click()
    await edit.getByRole("switch", { name: "The rule is on" }).click()
    await save(page)
    await row.getByText("Off", { exact: true }).waitFor()
    await row.getByText("stops selling").waitFor()
    expect(await rulesOf(mug)).toMatchObject([
      {
        threshold: "4",
        enabled: false,
        stop_selling: true,
        lead_time_days: 7,
        actions: [{ identifier: "emit_event" }],
      },
    ])

    await menu.click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    const question = page.getByRole("alertdialog", { name: "Delete the rule?" })
    await question.getByRole("button", { name: "Cancel" }).click()
    expect(await rulesOf(mug)).toHaveLength(1)
    await menu.click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    await question.getByRole("button", { name: "Delete" }).click()
    await page.getByText("No rule matches").waitFor()
    expect(await rulesOf(mug)).toEqual([])
  },
  { expected: [/status of 400/] }
)

walk("many rules are changed at once, and only what is ticked", async (page) => {
  const [mug, tin] = [await watched("Zest mug", 3), await watched("Tea tin", 4)]
  await page.goto(`${RULES}?inventory_item_id=${mug.item}&inventory_item_id=${tin.item}`)
  await page.getByRole("checkbox", { name: "Select all rules on this page" }).click()
  await page.getByText("2 rules selected").waitFor()
  await page.getByRole("button", { name: "Edit", exact: true }).click()
  const drawer = page.getByRole("dialog", { name: "Edit 2 rules" })
  const apply = drawer.getByRole("button", { name: "Change 2 rules" })
  await apply.click()
  await drawer.getByRole("alert").getByText("Tick what is to change.").waitFor()
  await drawer.getByRole("checkbox", { name: "Change the lead time" }).click()
  await drawer.getByLabel("Lead time in days (optional)").fill("soon")
  await apply.click()
  await drawer.getByText("Type a whole number of days, 3650 at most.").waitFor()
  await drawer.getByLabel("Lead time in days (optional)").fill("14")
  await drawer.getByRole("checkbox", { name: "Change what is ordered up to" }).click()
  await drawer.getByLabel("Order up to (optional)").fill("60")
  await apply.click()
  await page.getByText("2 rules are changed.").first().waitFor()
  await rowOf(page, tin).getByText("14 days").waitFor()
  const same = { lead_time_days: 14, reorder_to: "60", enabled: true }
  expect(await rulesOf(mug)).toMatchObject([{ threshold: "3", ...same }])
  expect(await rulesOf(tin)).toMatchObject([{ threshold: "4", ...same }])

  await page.getByRole("checkbox", { name: "Select all rules on this page" }).click()
  await page.getByRole("button", { name: "Delete", exact: true }).click()
  const question = page.getByRole("alertdialog", { name: "Delete 2 rules?" })
  await question.getByRole("button", { name: "Delete" }).click()
  await page.getByText("No rule matches").waitFor()
  expect([...(await rulesOf(mug)), ...(await rulesOf(tin))]).toEqual([])
})

walk("rules go out as a file, come back with a mistake, and then mended", async (page) => {
  const mug = await watched("Zest mug", 3)
  await page.goto(`${RULES}?q=${mug.sku}`)
  await rowOf(page, mug).getByText(HAMBURG).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ])
  const exported = readFileSync(await download.path(), "utf8")
  expect(exported.trim().split(/\r?\n/)).toHaveLength(2)
  expect(exported).toContain(mug.sku)

  await page.getByRole("button", { name: "Import" }).click()
  const drawer = page.getByRole("dialog", { name: "Import rules" })
  const choose = (content: string) =>
    drawer.getByLabel(/^Choose a CSV file|rules\.csv/).setInputFiles({
      ...{ name: "rules.csv", mimeType: "text/csv" },
      buffer: Buffer.from(content),
    })
  const rows = (last: string) =>
    `sku,place,location,threshold\n${mug.sku},location,${HAMBURG},6\n${mug.sku},${last}`
  await choose(rows("together,,many"))
  await drawer.getByText("1 row is wrong. Mend the file and choose it again.").waitFor()
  await drawer.getByRole("row").filter({ hasText: "threshold" }).getByText("3").first().waitFor()
  expect(await drawer.getByRole("button", { name: "Import" }).isDisabled()).toBe(true)
  expect(await rulesOf(mug)).toMatchObject([{ threshold: "3" }])

  await choose(rows("together,,20"))
  await drawer.getByText("The file is good. This is what it does:").waitFor()
  await drawer.getByRole("button", { name: "Import" }).click()
  await page.getByText("2 rules are imported.").first().waitFor()
  await rowOf(page, mug).filter({ hasText: "All locations together" }).waitFor()
  const thresholds = (await rulesOf(mug)).map(({ threshold }: { threshold: string }) => threshold)
  expect(thresholds.sort()).toEqual(["20", "6"])
})
