import type { Locator, Page } from "playwright-core"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { type Goods, openWarehouse } from "./support/warehouse"

const HAMBURG = "Hamburg Warehouse"
const LYON = "Lyon Warehouse"

/** Mugs in cases of twelve: 100 in Hamburg, 4 in Lyon; the page's reader wants to see cases. */
async function mugs(page: Page): Promise<Goods> {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", { [HAMBURG]: 100, [LYON]: 4 })
  await warehouse.admin.post(`/stockroom/items/${mug.item}/units`, {
    units: [
      { key: "piece", name: "Piece", base: true },
      { key: "case", name: "Case", factor: 12 },
    ],
  })
  await page.goto(`/app/inventory/${mug.item}`)
  await choose(page, page.getByRole("combobox", { name: "Show in" }), "Case")
  return mug
}

async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

/** A quantity as it reads, and as it is in base units in its tip. */
async function shown(page: Page, base: string, text: string): Promise<void> {
  const tip = page.getByTitle(new RegExp(`^${base.replaceAll(" ", "\\s")}$`))
  await tip
    .and(page.getByText(text, { exact: true }))
    .first()
    .waitFor()
}

const idOf = (page: Page) => /transfers\/(itran_\w+)/.exec(page.url())?.[1] ?? ""
const words = async (cells: Locator) =>
  (await cells.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim())

walk("five cases are sent, arrive partly in pieces, and are told in both", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await mugs(page)
  await page.goto("/app/inventory/transfers/create")
  for (const [end, location] of [
    ["From", HAMBURG],
    ["To", LYON],
  ]) {
    await page.getByRole("combobox", { name: end, exact: true }).fill(location.slice(0, 4))
    await page.getByRole("option", { name: location }).click()
  }
  // One that is chosen begins in the unit that is shown; one that is scanned counts one piece.
  const add = page.getByRole("combobox", { name: "Add an item" })
  await add.fill(mug.sku)
  await page.getByRole("option", { name: mug.sku }).click()
  const row = page.getByRole("row").filter({ hasText: mug.sku })
  const quantity = row.getByRole("textbox", { name: `Quantity of ${mug.sku}` })
  const unit = row.getByRole("combobox", { name: `Unit of ${mug.sku}` })
  await eventually(async () => expect(await unit.textContent()).toBe("Case"))
  expect(await quantity.inputValue()).toBe("1")
  await add.fill(mug.sku)
  await add.press("Enter")
  await eventually(async () => expect(await quantity.inputValue()).toBe("13"))
  // The list of other items is there for who scans on.
  await add.press("Escape")
  expect(await unit.textContent()).toBe("Piece")
  // The list is open for the next one; the mouse would meet it first.
  await add.press("Escape")

  await choose(page, unit, "Case")
  await quantity.fill("9")
  await row.getByText("8 Piece too many").waitFor()
  await quantity.fill("0.5")
  await page.getByRole("button", { name: "Save and send" }).click()
  await page.getByText("“Case” goes in steps of 1.").waitFor()
  await quantity.fill("5")
  await eventually(async () =>
    expect((await words(row.getByRole("cell"))).slice(2, 5)).toEqual([
      "8 Case + 4 Piece",
      "3 Case + 4 Piece",
      "3 Case + 4 Piece",
    ])
  )
  await page.getByRole("button", { name: "Save and send" }).click()
  await page.waitForURL("**/inventory/transfers/itran_*")
  const id = idOf(page)
  const read = async () => (await warehouse.admin.get(`/stockroom/transfers/${id}`)).transfer
  expect((await read()).lines).toMatchObject([{ quantity: "60", outstanding: "60" }])

  // The packer reads cases, whoever counts reads pieces.
  await page.goto(`/app/inventory/transfers/${id}/print`)
  const packed = page.getByRole("row").filter({ hasText: mug.sku }).getByRole("cell").nth(2)
  await eventually(async () => expect(await words(packed)).toEqual(["5 Case 60 Piece"]))

  await page.goto(`/app/inventory/transfers/${id}/receive`)
  const accepted = page.getByRole("textbox", { name: `Accepted of ${mug.sku}` })
  const scanner = page.getByRole("textbox", { name: /^Scan or type/ })
  await accepted.fill("2")
  await scanner.fill(mug.sku)
  await scanner.press("Enter")
  await page.getByText(`${mug.sku}: 2 Case + 1 Piece of 5 Case accepted`).waitFor()
  expect(await accepted.inputValue()).toBe("25")
  await accepted.fill("30")
  await page.getByText("available 4 Piece → 2 Case + 10 Piece").waitFor()
  await page.getByRole("button", { name: "Receive", exact: true }).click()
  await page.waitForURL(`**/inventory/transfers/${id}`)
  expect((await read()).lines).toMatchObject([{ accepted: "30", outstanding: "30" }])
  const line = page.getByRole("row").filter({ hasText: mug.sku })
  await eventually(async () =>
    expect((await words(line.getByRole("cell"))).slice(1, 5)).toEqual([
      "5 Case",
      "2 Case + 6 Piece",
      "0",
      "2 Case + 6 Piece",
    ])
  )
  await page.getByText(`2 Case + 6 Piece of ${mug.sku} accepted`).waitFor()

  await page.goto(`/app/inventory/history?transfer_id=${id}&kind=transfer_in`)
  await shown(page, "30 Piece", "+2 Case + 6 Piece")
  await shown(page, "34 Piece", "2 Case + 10 Piece")
})

walk("a draft that is opened again is in the unit that is shown, or in pieces", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await mugs(page)
  const [from, to] = [await warehouse.location(HAMBURG), await warehouse.location(LYON)]
  for (const [pieces, typed] of [
    ["36", ["3", "Case"]],
    ["37", ["37", "Piece"]],
  ]) {
    const { transfer } = await warehouse.admin.post("/stockroom/transfers", {
      ...{ origin_id: from, destination_id: to },
      lines: [{ inventory_item_id: mug.item, quantity: pieces }],
    })
    await page.goto(`/app/inventory/transfers/${transfer.id}/edit`)
    const quantity = page.getByRole("textbox", { name: `Quantity of ${mug.sku}` })
    await quantity.waitFor()
    const unit = page.getByRole("combobox", { name: `Unit of ${mug.sku}` })
    expect([await quantity.inputValue(), await unit.textContent()]).toEqual(typed)
  }
})

walk("a threshold in cases makes stock low, and what to order is told in cases", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await mugs(page)
  const line = page.getByRole("list", { name: `Watched stock of ${mug.sku}` })
  await line.waitFor()
  await page.getByRole("button", { name: `Set its own threshold: ${mug.sku}, ${HAMBURG}` }).click()
  const drawer = page.getByRole("dialog", { name: "New low-stock rule" })
  expect(await drawer.getByRole("combobox", { name: "Unit of the threshold" }).textContent()).toBe(
    "Case"
  )
  await drawer.getByLabel("Low at or below").fill("8.5")
  await drawer.getByRole("button", { name: "Save" }).click()
  await drawer.getByText("“Case” goes in steps of 1.").waitFor()
  await drawer.getByLabel("Low at or below").fill("9")
  await choose(page, drawer.getByRole("combobox", { name: "Unit of the order" }), "Piece")
  await drawer.getByLabel("Order up to (optional)").fill("130")
  await drawer.getByRole("button", { name: "Save" }).click()
  await drawer.waitFor({ state: "hidden" })
  const { rules } = await warehouse.admin.get(
    `/stockroom/low-stock/rules?inventory_item_id=${mug.item}`
  )
  expect(rules).toMatchObject([{ threshold: "108", reorder_to: "130" }])
  await line.getByText("8 Case + 4 Piece available, low at 9 Case").waitFor()
  await line.getByText("To order: 2 Case + 6 Piece").waitFor()

  await page.goto(`/app/inventory/low-stock/report?inventory_item_id=${mug.item}&status=all`)
  await shown(page, "30 Piece", "2 Case + 6 Piece")
  await page.goto(`/app/inventory/low-stock?inventory_item_id=${mug.item}`)
  await shown(page, "100 Piece", "8 Case + 4 Piece")
  await page.goto(`/app/inventory/low-stock/rules?inventory_item_id=${mug.item}`)
  await shown(page, "130 Piece", "10 Case + 10 Piece")
})
