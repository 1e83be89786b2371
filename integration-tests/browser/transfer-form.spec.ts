import type { Locator, Page } from "playwright-core"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { type Goods, openWarehouse } from "./support/warehouse"

/**
 * On the shelves, for each walk anew:
 *
 *              Hamburg  Lyon
 *     Zest mug      10     4
 *     Mint mug       5     -
 */
async function mugs(): Promise<{ zest: Goods; mint: Goods }> {
  const warehouse = await openWarehouse()
  return {
    zest: await warehouse.stockProduct("Zest mug", {
      "Hamburg Warehouse": 10,
      "Lyon Warehouse": 4,
    }),
    mint: await warehouse.stockProduct("Mint mug", { "Hamburg Warehouse": 5 }),
  }
}

async function choose(page: Page, end: "From" | "To", location: string): Promise<void> {
  await page.getByRole("combobox", { name: end, exact: true }).fill(location.slice(0, 4))
  await page.getByRole("option", { name: location }).click()
}

/** As a scanner does it: the code in one go, and Enter. */
async function scan(page: Page, code: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Add an item" })
  await field.fill(code)
  await field.press("Enter")
}

/** Now, sent and received, at both ends. */
async function figures(row: Locator): Promise<string[]> {
  const cells = await row.getByRole("cell").allInnerTexts()
  return cells.slice(2, 8).map((text) => text.replace(/\s+/g, " "))
}

const idOf = (page: Page) => /transfers\/(itran_\w+)/.exec(page.url())?.[1] ?? ""

walk("a transfer is typed by SKU, shows what it does, and is sent", async (page) => {
  const warehouse = await openWarehouse()
  const { zest, mint } = await mugs()
  await page.goto("/app/inventory/transfers/create")
  await choose(page, "From", "Hamburg Warehouse")
  await choose(page, "To", "Lyon Warehouse")
  await scan(page, "NO-SUCH-MUG")
  await page.getByText("No item has the SKU or barcode “NO-SUCH-MUG”.").waitFor()
  await scan(page, zest.sku)
  const row = page.getByRole("row").filter({ hasText: zest.sku })
  await row.waitFor()
  await scan(page, mint.sku)
  await page.getByRole("row").filter({ hasText: mint.sku }).waitFor()
  await scan(page, zest.sku)
  const quantity = page.getByRole("textbox", { name: `Quantity of ${zest.sku}` })
  await eventually(async () => expect(await quantity.inputValue()).toBe("2"))

  await quantity.fill("12")
  await eventually(async () =>
    expect(await figures(row)).toEqual(["10", "−2", "−2", "4", "4 +12 incoming", "16"])
  )
  await page.getByText("1 item would fall below zero at Hamburg Warehouse.").waitFor()
  await quantity.fill("6")
  await eventually(async () =>
    expect(await figures(row)).toEqual(["10", "4", "4", "4", "4 +6 incoming", "10"])
  )
  expect(await page.getByText("would fall below zero").count()).toBe(0)

  await quantity.fill("none")
  await page.getByRole("button", { name: "Save and send" }).click()
  await page.getByText("This is not a number.").waitFor()
  await quantity.fill("6")
  await page.getByRole("textbox", { name: "Reference" }).fill("PO-7")
  await page.getByRole("button", { name: "Save and send" }).click()
  await page.waitForURL("**/inventory/transfers/itran_*")
  const { transfer } = await warehouse.admin.get(`/stockroom/transfers/${idOf(page)}`)
  expect(transfer).toMatchObject({
    status: "pending",
    reference: "PO-7",
    lines: [
      { sku: zest.sku, quantity: "6" },
      { sku: mint.sku, quantity: "1" },
    ],
  })
  const lyon = await warehouse.location("Lyon Warehouse")
  expect(await warehouse.level(zest.item, lyon)).toMatchObject({ available: "4", incoming: "6" })

  // Of one that is on its way, the details can still be changed.
  await page.goto(`/app/inventory/transfers/${transfer.id}/edit`)
  await page.getByRole("textbox", { name: "Carrier" }).fill("DHL")
  expect(await page.getByRole("combobox", { name: "From", exact: true }).count()).toBe(0)
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await page.waitForURL(`**/inventory/transfers/${transfer.id}`)
  const changed = await warehouse.admin.get(`/stockroom/transfers/${transfer.id}`)
  expect(changed.transfer.carrier).toBe("DHL")
})

walk(
  "what the store refuses is said, the draft is kept, and can be sent all the same",
  async (page) => {
    const warehouse = await openWarehouse()
    const { mint } = await mugs()
    await page.goto("/app/inventory/transfers/create")
    await choose(page, "From", "Hamburg Warehouse")
    await choose(page, "To", "Lyon Warehouse")
    await scan(page, mint.sku)
    const quantity = page.getByRole("textbox", { name: `Quantity of ${mint.sku}` })
    await quantity.fill("7")
    await page.getByText("1 item would fall below zero at Hamburg Warehouse.").waitFor()
    await page.getByRole("button", { name: "Save and send" }).click()
    await page.waitForURL("**/inventory/transfers/itran_*/edit")
    await page
      .getByText(`Not enough stock available for item ${mint.sku} at location Hamburg Warehouse`)
      .first()
      .waitFor()
    const id = idOf(page)
    const status = async () =>
      (await warehouse.admin.get(`/stockroom/transfers/${id}`)).transfer.status
    expect(await status()).toBe("draft")
    await page.getByRole("checkbox", { name: "Send it all the same" }).click()
    await page.getByRole("button", { name: "Save and send" }).click()
    await page.waitForURL(`**/inventory/transfers/${id}`)
    expect(await status()).toBe("pending")
    await warehouse.admin.post(`/stockroom/transfers/${id}/cancel`)
  },
  { expected: [/status of 400/] }
)

walk("items come from a file once its mistake is mended, and move at once", async (page) => {
  const warehouse = await openWarehouse()
  const { zest, mint } = await mugs()
  const file = (rows: string[]) => ({
    name: "items.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["sku,quantity", ...rows].join("\n")),
  })
  await page.goto("/app/inventory/transfers/create")
  await choose(page, "From", "Hamburg Warehouse")
  await choose(page, "To", "Lyon Warehouse")
  await page.getByRole("button", { name: "Import items" }).click()
  const drawer = page.getByRole("dialog", { name: "Import items" })
  await drawer.getByLabel("Choose a CSV file").setInputFiles(file([`${zest.sku},3`, "ZIST,2"]))
  await drawer.getByText("1 row is wrong. Mend the file and choose it again.").waitFor()
  await drawer.getByText("There is no item with SKU “ZIST”.").waitFor()
  expect(await drawer.getByRole("button", { name: "Take over" }).isDisabled()).toBe(true)
  await drawer.locator("input[type=file]").setInputFiles(file([`${zest.sku},3`, `${mint.sku},2`]))
  await drawer.getByRole("button", { name: "Take over 2 items" }).click()
  await page.getByRole("row").filter({ hasText: mint.sku }).waitFor()

  // Nothing that was typed is lost by a link.
  await page.getByRole("link", { name: "All transfers" }).click()
  const leave = page.getByRole("alertdialog", { name: "Leave without saving?" })
  await leave.getByRole("button", { name: "Stay" }).click()

  await page.getByRole("button", { name: "Transfer now …" }).click()
  const once = page.getByRole("alertdialog", { name: "Transfer now?" })
  await once.getByText("2 items leave Hamburg Warehouse").waitFor()
  await once.getByRole("button", { name: "Transfer" }).click()
  await page.waitForURL("**/inventory/transfers/itran_*")
  const lyon = await warehouse.location("Lyon Warehouse")
  expect(await warehouse.level(zest.item, lyon)).toMatchObject({ available: "7", incoming: "0" })
  expect(await warehouse.level(mint.item, lyon)).toMatchObject({ available: "2" })
})

walk("an order's shortfall becomes a transfer, which the order leads to", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", {
    "Hamburg Warehouse": 10,
    "Lyon Warehouse": 4,
  })
  const order = await warehouse.order(mug, 12)
  await page.goto(`/app/orders/${order.id}`)
  await page
    .getByRole("button", {
      name: `Draft a transfer of 2 ${mug.sku} from Lyon Warehouse to Hamburg Warehouse`,
    })
    .click()
  const link = page.getByRole("link", { name: /^Open T-\d+/ })
  await link.waitFor()
  expect(await page.getByRole("button", { name: "Draft transfer" }).count()).toBe(0)
  await page.getByText("Transfers for this order").waitFor()
  await link.click()
  await page.waitForURL("**/inventory/transfers/itran_*")
  const id = idOf(page)

  await page.goto(`/app/inventory/transfers/${id}/edit`)
  await page.getByText(`2 held for order #${order.display_id}`).waitFor()
  const row = page.getByRole("row").filter({ hasText: mug.sku })
  await eventually(async () =>
    expect(await figures(row)).toEqual(["2", "2", "2", "−2", "−2 +2 incoming", "0"])
  )
  await page.getByRole("button", { name: "Save and send" }).click()
  await page.waitForURL(`**/inventory/transfers/${id}`)
  await page.goto(`/app/orders/${order.id}`)
  await page.getByText("On its way").waitFor()
  await page.getByText(`Sent 2 ${mug.sku} from Lyon Warehouse to Hamburg Warehouse`).waitFor()
})
