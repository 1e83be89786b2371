import { readFileSync } from "node:fs"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { openWarehouse } from "./support/warehouse"

walk("a file with a mistake is checked, mended, applied and taken back", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", {
    "Hamburg Warehouse": 10,
    "Lyon Warehouse": 4,
  })
  const figures = async () => {
    const { stock } = await warehouse.admin.get(`/stockroom/stock?inventory_item_id=${mug.item}`)
    return stock
      .map(({ on_hand, damaged }: Record<string, string>) => `${on_hand}, ${damaged} damaged`)
      .sort()
  }
  const file = (name: string, rows: string[]) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(["sku,location,on_hand,damaged", ...rows].join("\n")),
  })

  await page.goto("/app/inventory/levels/import")
  const lyon = `${mug.sku},Lyon Warehouse,5,0`
  await page
    .getByLabel("Choose a CSV file")
    .setInputFiles(file("count.csv", [`${mug.sku},Hamburg Warehous,12,2`, lyon]))
  await page.getByRole("button", { name: "Check the file" }).click()
  await page.getByText("1 of 2 rows changes stock. Nothing has been changed yet.").waitFor()
  await page.getByRole("tab", { name: "Errors" }).click()
  await page.getByText("There is no location “Hamburg Warehous”.").waitFor()

  // The row with the mistake is there to be mended and sent again.
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download rejected rows" }).click(),
  ])
  const rejected = readFileSync(await download.path(), "utf8")
  expect(rejected).toContain("Hamburg Warehous,12,2")
  await page.getByRole("button", { name: "Discard" }).click()
  await page
    .getByLabel("Choose a CSV file")
    .setInputFiles(file("count.csv", [`${mug.sku},Hamburg Warehouse,12,2`, lyon]))
  await page.getByRole("button", { name: "Check the file" }).click()
  await page.getByText("2 of 2 rows change stock. Nothing has been changed yet.").waitFor()
  expect(await figures()).toEqual(["10, 0 damaged", "4, 0 damaged"])

  await page.getByRole("button", { name: "Apply …" }).click()
  const apply = page.getByRole("alertdialog", { name: "Apply this import?" })
  await apply.getByRole("button", { name: "Apply" }).click()
  await page.getByText("2 levels changed.").first().waitFor()
  await eventually(async () => {
    expect(await figures()).toEqual(["12, 2 damaged", "5, 0 damaged"])
  })

  await page.getByRole("button", { name: "Undo …" }).click()
  const undo = page.getByRole("alertdialog", { name: "Undo the whole import?" })
  await undo.getByRole("button", { name: "Undo" }).click()
  await page.getByText("The import has been taken back.").first().waitFor()
  await eventually(async () => {
    expect(await figures()).toEqual(["10, 0 damaged", "4, 0 damaged"])
  })
})
