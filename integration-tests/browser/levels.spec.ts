import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { openWarehouse } from "./support/warehouse"

walk("the levels that match are changed at once, and the change is taken back", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", {
    "Hamburg Warehouse": 10,
    "Lyon Warehouse": 4,
  })
  const onHand = async () => {
    const { stock } = await warehouse.admin.get(`/stockroom/stock?inventory_item_id=${mug.item}`)
    return stock.map((level: { on_hand: string }) => level.on_hand).sort()
  }

  await page.goto("/app/inventory/levels")
  await page.getByRole("searchbox", { name: "Search by SKU or title" }).fill(mug.sku)
  await page.getByText("1–2 of 2").waitFor()
  await page.getByRole("checkbox", { name: "Select all levels on this page" }).click()
  await page.getByText("2 levels selected").waitFor()
  await page.getByRole("button", { name: "Change stock" }).click()
  const drawer = page.getByRole("dialog", { name: "Change 2 levels" })
  await drawer.getByLabel("By how much (− takes away)").fill("-1.5")
  await drawer.getByText("On hand: 14 → 11").waitFor()
  await drawer.getByRole("button", { name: "Change 2" }).click()

  await page.getByText("2 levels changed.").first().waitFor()
  await eventually(async () => expect(await onHand()).toEqual(["2.5", "8.5"]))
  await page.getByRole("cell", { name: "8.5", exact: true }).first().waitFor()
  await page.getByRole("button", { name: "Undo" }).click()

  await page.getByText("The change was undone.").first().waitFor()
  await eventually(async () => expect(await onHand()).toEqual(["10", "4"]))
})
