import { walk } from "./support/browser"
import { openWarehouse } from "./support/warehouse"

walk("an order's page says where its stock is, and leads into its history", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", { "Hamburg Warehouse": 10 })
  const order = await warehouse.order(mug, 3)

  await page.goto(`/app/orders/${order.id}`)
  await page.getByText(`Committed 3 ${mug.sku} at Hamburg Warehouse`).waitFor()
  await page.getByRole("link", { name: "Full history" }).click()

  await page.waitForURL(`**/inventory/history?order_id=${order.id}`)
  await page.getByRole("row").filter({ hasText: "Committed" }).first().waitFor()
})
