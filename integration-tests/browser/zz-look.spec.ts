import { screenshot, walk } from "./support/browser"
import { PAGES } from "./support/pages"
import { openWarehouse } from "./support/warehouse"
for (const [look, how] of Object.entries({ light: {}, dark: { theme: "dark" as const }, narrow: { width: 900 }, de: { language: "de" as const }})) {
  walk("look " + look, async (page) => {
    for (const { name, path, parts } of PAGES.filter((p) => p.name.startsWith("transfer-"))) {
      await page.goto(await path())
      await parts(page)
      await screenshot(page, `tx/${name}-${look}`)
      if (name === "transfer-form") {
        await page.setViewportSize({ width: look === "narrow" ? 900 : 1280, height: 1500 })
        await screenshot(page, `tx/${name}-${look}-tall`)
        await page.setViewportSize({ width: look === "narrow" ? 900 : 1280, height: 800 })
      }
    }
  }, how)
}
walk("look others", async (page) => {
  const warehouse = await openWarehouse()
  await page.setViewportSize({ width: 1280, height: 1000 })
  await page.goto("/app/inventory/transfers/create")
  await page.getByRole("combobox", { name: "From", exact: true }).click()
  await screenshot(page, "tx/create-from")
  await page.getByRole("button", { name: "Save and send" }).click()
  await page.waitForTimeout(300)
  await screenshot(page, "tx/create-problems")
  const a = await warehouse.stockProduct("Zest mug", { "Hamburg Warehouse": 10, "Lyon Warehouse": 4 })
  const order = await warehouse.order(a, 12)
  await page.goto(`/app/orders/${order.id}`)
  await page.getByRole("button", { name: /^Draft a transfer/ }).waitFor()
  await page.getByText("Held for this order").scrollIntoViewIfNeeded()
  await screenshot(page, "tx/order-held")
  await page.getByRole("button", { name: /^Draft a transfer/ }).click()
  await page.getByText("Transfers for this order").waitFor()
  await page.getByText("Transfers for this order").scrollIntoViewIfNeeded()
  await screenshot(page, "tx/order-drafted")
})
