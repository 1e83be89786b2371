import type { Locator, Page } from "playwright-core"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { focused, tabTo } from "./support/keyboard"
import { type Goods, openWarehouse, type Warehouse } from "./support/warehouse"

/** She may change stock in Copenhagen, but not everywhere (demo/seed/world/people.mjs). */
const CLERK = { email: "clerk@stockroom.test", password: "stockroom" }
/** Refusals that a walk means to provoke. */
const REFUSED = /Failed to load resource: the server responded with a status of 400/

const PIECES = [
  { key: "piece", name: "Piece", base: true },
  { key: "case", name: "Case", factor: 12 },
]

async function stock(
  units: object[],
  shelves: Record<string, number> = { "Hamburg Warehouse": 30, "Lyon Warehouse": 4 }
): Promise<Goods & { warehouse: Warehouse }> {
  const warehouse = await openWarehouse()
  const goods = await warehouse.stockProduct("Zest bottle", shelves)
  if (units.length) {
    await warehouse.admin.post(`/stockroom/items/${goods.item}/units`, { units })
  }
  return { ...goods, warehouse }
}

async function levelIn(name: string, { item, warehouse }: Goods & { warehouse: Warehouse }) {
  return await warehouse.level(item, await warehouse.location(name))
}

async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

walk("an item gets units, is counted in cases, and shown as cases and pieces", async (page) => {
  const bottle = await stock([])
  await page.goto(`/app/inventory/${bottle.item}`)
  const section = page.getByRole("region", { name: "Units of measure" })
  await section.getByText("This item takes any quantity.").waitFor()
  await section.getByRole("button", { name: "Add units" }).click()

  const editor = page.getByRole("dialog", { name: "Units of measure" })
  await editor
    .getByRole("group", { name: "Unit 1" })
    .getByLabel("Name", { exact: true })
    .fill("Piece")
  await editor.getByRole("button", { name: "Add a unit" }).click()
  const added = editor.getByRole("group").nth(1)
  await added.getByLabel("Name", { exact: true }).fill("Case")
  expect(await added.getByLabel("Short name").inputValue()).toBe("case")

  // What is missing is told when somebody saves.
  await editor.getByRole("button", { name: "Save" }).click()
  await added.getByText("This is needed.").waitFor()
  await added.getByLabel("1 Case is how many Piece").fill("12")
  await editor.getByRole("button", { name: "Save" }).click()
  await editor.waitFor({ state: "hidden" })
  await section.getByText("1 Case = 12 Piece").waitFor()

  const card = page.getByRole("combobox", { name: "Show in" })
  await choose(page, card, "Case")
  const onHand = (text: string) =>
    page.getByRole("button", { name: `On hand at Hamburg Warehouse: ${text}`, exact: true })
  await onHand("2 Case + 6 Piece").click()
  await page.getByRole("menuitem", { name: "Count…" }).click()
  const drawer = page.getByRole("dialog", { name: "Change stock" })
  // The form begins with the unit that the page shows.
  expect(await drawer.getByRole("combobox", { name: "Unit" }).textContent()).toBe("Case")
  await drawer.getByLabel("Counted").fill("0.5")
  await drawer.getByText("“Case” goes in steps of 1.").waitFor()
  await drawer.getByLabel("Counted").fill("3")
  await drawer.getByText("2 Case + 6 Piece → 3 Case").first().waitFor()

  // Half a piece is none either.
  await choose(page, drawer.getByRole("combobox", { name: "Unit" }), "Piece")
  await drawer.getByLabel("Counted").fill("36.5")
  await drawer.getByText("“Piece” goes in steps of 1.").waitFor()
  await drawer.getByRole("button", { name: "Save" }).click()
  expect(await levelIn("Hamburg Warehouse", bottle)).toMatchObject({ on_hand: "30" })
  await choose(page, drawer.getByRole("combobox", { name: "Unit" }), "Case")
  await drawer.getByLabel("Counted").fill("3")
  await drawer.getByRole("button", { name: "Save" }).click()

  await drawer.waitFor({ state: "hidden" })
  await onHand("3 Case").waitFor()
  expect(await levelIn("Hamburg Warehouse", bottle)).toMatchObject({ on_hand: "36" })
  await page.reload()
  // The browser remembers in which unit the item is shown.
  await onHand("3 Case").waitFor()
})

walk(
  "in German, a comma is typed, in metres and rolls",
  async (page) => {
    const cloth = await stock(
      [
        { key: "m", name: "Meter", base: true, precision: 3 },
        { key: "rolle", name: "Rolle", factor: "37.5", precision: 1, increment: "0.5" },
      ],
      { "Hamburg Warehouse": 80 }
    )
    await page.goto(`/app/inventory/${cloth.item}`)
    await choose(page, page.getByRole("combobox", { name: "Anzeigen in" }), "Rolle")
    await page
      .getByRole("button", { name: "Verfügbar in Hamburg Warehouse: 2 Rolle + 5 Meter" })
      .click()
    await page.getByRole("menuitem").nth(1).click()
    const drawer = page.getByRole("dialog").last()
    await drawer.getByRole("textbox").first().fill("-1,25")
    await drawer.getByText("„Rolle“ geht in Schritten von 0,5.").waitFor()
    await drawer.getByRole("textbox").first().fill("-1,5")
    await drawer.getByText("2 Rolle + 5 Meter → 0,5 Rolle + 5 Meter").first().waitFor()
    await drawer.locator("button[type=submit]").click()
    await drawer.waitFor({ state: "hidden" })
    expect(await levelIn("Hamburg Warehouse", cloth)).toMatchObject({ available: "23.75" })
  },
  { language: "de" }
)

walk("the unit of a quantity is chosen with the keyboard", async (page) => {
  const bottle = await stock(PIECES)
  await page.goto(`/app/inventory/${bottle.item}`)
  await page.getByRole("button", { name: "Available at Lyon Warehouse: 4" }).click()
  await page.getByRole("menuitem", { name: "Adjust…" }).click()
  const { keyboard } = page
  await focused(page, "By how many")
  await keyboard.type("2")
  await tabTo(page, "Unit")
  await keyboard.press("Enter")
  await page.waitForFunction(`document.activeElement?.getAttribute("role") === "option"`)
  await keyboard.type("c")
  await focused(page, "Case")
  await keyboard.press("Enter")
  await focused(page, "Unit")
  await page.getByText("4 → 28").first().waitFor()
  await keyboard.press("Shift+Tab")
  await focused(page, "By how many")
  await keyboard.press("Enter")
  await focused(page, "Available at Lyon Warehouse: 28")
})

walk(
  "units that the stock does not fit are refused, and where it is is told",
  async (page) => {
    const bottle = await stock([], { "Hamburg Warehouse": 10.5, "Lyon Warehouse": 4 })
    await page.goto(`/app/inventory/${bottle.item}`)
    await page.getByRole("button", { name: "Add units" }).click()
    const editor = page.getByRole("dialog", { name: "Units of measure" })
    await editor.getByLabel("Name", { exact: true }).fill("Piece")
    await editor.getByRole("button", { name: "Save" }).click()
    await editor
      .getByText("Some stock is no multiple of 1, the step of “Piece”. Count it first.")
      .waitFor()
    await editor.getByText("Hamburg Warehouse: Available 10.5").waitFor()

    await editor.getByLabel("Decimals").fill("1")
    await editor.getByRole("button", { name: "Save" }).click()
    await editor.waitFor({ state: "hidden" })
    await page.getByText("Steps of 0.1").waitFor()
  },
  { expected: [REFUSED] }
)

walk(
  "a variant is sold by the case, which keeps the case as it is",
  async (page) => {
    const bottle = await stock(PIECES)
    await page.goto(`/app/products/${bottle.product}/variants/${bottle.variant}`)
    const soldBy = page.getByRole("combobox", { name: "Sold by" })
    expect(await soldBy.textContent()).toBe("Piece")
    await choose(page, soldBy, "Case")
    const sure = page.getByRole("alertdialog")
    await sure.getByText("Each one that is ordered will take 12 Piece.").waitFor()
    await sure.getByRole("button", { name: "Sell by this" }).click()
    await page.getByText(`Each one takes 12 Piece of ${bottle.sku}.`).waitFor()

    await bottle.warehouse.order(bottle, 2)
    await eventually(async () =>
      expect(await levelIn("Hamburg Warehouse", bottle)).toMatchObject({
        committed: "24",
        available: "6",
      })
    )

    await page.goto(`/app/inventory/${bottle.item}`)
    await page.getByRole("button", { name: "Edit units" }).click()
    const editor = page.getByRole("dialog", { name: "Units of measure" })
    await editor.getByLabel("1 Case is how many Piece").fill("10")
    await editor.getByRole("button", { name: "Save" }).click()
    await editor
      .getByText(`“Case” stays as it is while the variant ${bottle.sku} is sold by it.`)
      .waitFor()
    await editor.getByRole("button", { name: "Cancel" }).click()
    await page.getByText("1 Case = 12 Piece").waitFor()
  },
  { expected: [REFUSED] }
)

walk("levels of several items are changed in a unit that all of them have", async (page) => {
  const wine = await stock([PIECES[0], { key: "case", name: "Case", factor: 6 }])
  const beer = await stock([PIECES[0], { key: "case", name: "Case", factor: 20 }])
  const shared = wine.sku.slice(0, wine.sku.lastIndexOf("-"))
  await page.goto(`/app/inventory/levels?q=${shared}`)
  for (const { sku } of [wine, beer]) {
    await page.getByRole("checkbox", { name: `Select ${sku} at Hamburg Warehouse` }).click()
  }
  await page.getByRole("button", { name: "Change stock" }).click()
  const drawer = page.getByRole("dialog", { name: "Change 2 levels" })
  await choose(page, drawer.getByRole("combobox", { name: "Unit" }), "Case")
  await drawer.getByLabel("By how much (− takes away)").fill("1.5")
  await drawer.getByText("“Case” goes in steps of 1.").waitFor()
  await drawer.getByLabel("By how much (− takes away)").fill("2")
  await drawer.getByRole("button", { name: "Change 2" }).click()
  await page.getByText("2 levels changed.").first().waitFor()
  expect(await levelIn("Hamburg Warehouse", wine)).toMatchObject({ on_hand: "42" })
  expect(await levelIn("Hamburg Warehouse", beer)).toMatchObject({ on_hand: "70" })
})

walk(
  "who may not change stock everywhere only looks at the units",
  async (page) => {
    const bottle = await stock(PIECES)
    await page.goto(`/app/inventory/${bottle.item}`)
    const section = page.getByRole("region", { name: "Units of measure" })
    await section.getByText("1 Case = 12 Piece").waitFor()
    await eventually(async () =>
      expect(await section.getByRole("button", { name: "Edit units" }).count()).toBe(0)
    )
  },
  { as: CLERK }
)
