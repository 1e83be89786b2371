import type { Page } from "playwright-core"

import { walk } from "./support/browser"
import { type Goods, openWarehouse } from "./support/warehouse"

const HAMBURG = "Hamburg Warehouse"
const LYON = "Lyon Warehouse"
const COPENHAGEN = "Copenhagen Store"

/** What the panel says of goods at a place. */
const lineOf = (page: Page, goods: Goods, place: string) =>
  page
    .getByRole("list", { name: `Watched stock of ${goods.sku}` })
    .getByRole("listitem")
    .filter({
      hasText: place,
    })

const threshold = (
  page: Page,
  { sku }: Goods,
  place: string,
  title: "Edit rule" | "Set its own threshold"
) => page.getByRole("button", { name: `${title}: ${sku}, ${place}` })

async function save(page: Page, title: string, low: string): Promise<void> {
  const drawer = page.getByRole("dialog", { name: title })
  await drawer.getByLabel("Low at or below").fill(low)
  await drawer.getByRole("button", { name: "Save" }).click()
  await page.getByText("The rule is saved.").first().waitFor()
  await drawer.waitFor({ state: "hidden" })
}

async function alertsOf({ item }: Goods) {
  const { admin } = await openWarehouse()
  return (await admin.get(`/stockroom/low-stock/alerts?inventory_item_id=${item}`)).alerts
}

walk(
  "a threshold set on an item's page makes it low, and its alert is one click away",
  async (page) => {
    const { stockProduct } = await openWarehouse()
    const mug = await stockProduct("Zest mug", { [HAMBURG]: 10, [LYON]: 4 })
    const hamburg = lineOf(page, mug, HAMBURG)

    // Until then the store's default decides: two at each location (demo/seed/world/low-stock.mjs).
    await page.goto(`/app/inventory/${mug.item}`)
    await hamburg.getByText("10 available, low at 2").waitFor()
    await hamburg.getByText("By the store’s default").waitFor()
    await hamburg.getByText("Enough", { exact: true }).waitFor()

    await threshold(page, mug, HAMBURG, "Set its own threshold").click()
    await save(page, "New low-stock rule", "12")
    await hamburg.getByText("10 available, low at 12").waitFor()
    await hamburg.getByText("A rule of its own").waitFor()
    await hamburg.getByText("Low", { exact: true }).waitFor()
    await lineOf(page, mug, LYON).getByText("4 available, low at 2").waitFor()
    const [alert, ...others] = await alertsOf(mug)
    expect(alert).toMatchObject({ place: "location", threshold: "12", current: "10", low: true })
    expect(others).toEqual([])

    // Nothing is sold of it: what is missing up to the threshold is ordered.
    await hamburg.getByText("Nothing is sold of it").waitFor()
    await hamburg.getByText("To order: 2").waitFor()
    await hamburg.getByRole("button", { name: `Why: ${mug.sku}, ${HAMBURG}` }).click()
    const why = page.getByRole("dialog", { name: `Why: ${mug.sku}, ${HAMBURG}` })
    await why.getByText("10 available ≤ 12, from which it is low").waitFor()
    await page.keyboard.press("Escape")
    await why.waitFor({ state: "hidden" })

    await hamburg.getByRole("link", { name: /^Open alert, since / }).click()
    await page.waitForURL("**/inventory/low-stock?*")
    await page
      .getByRole("dialog", { name: mug.sku })
      .getByText("A rule was set: 10 left, low at 12")
      .waitFor()

    // The rule is changed where it was made: the alert ends.
    await page.goto(`/app/inventory/${mug.item}`)
    await threshold(page, mug, HAMBURG, "Edit rule").click()
    await save(page, "Edit the low-stock rule", "3")
    await hamburg.getByText("10 available, low at 3").waitFor()
    await hamburg.getByText("Enough", { exact: true }).waitFor()
    expect(await hamburg.getByRole("link").count()).toBe(0)
    expect(await alertsOf(mug)).toMatchObject([{ status: "resolved", resolution: "rule" }])
  }
)

walk(
  "a variant's card tells what is watched of each of its items, as stock moves",
  async (page) => {
    const { admin, stockProduct, location } = await openWarehouse()
    const tea = await stockProduct("Tea tin", { [HAMBURG]: 10 })
    const cup = await stockProduct("Tea cup", { [HAMBURG]: 8 })
    const { product } = await admin.post("/products", {
      title: "Tea for one",
      handle: `for-one-${tea.sku.toLowerCase()}`,
      options: [{ title: "Size", values: ["One"] }],
      variants: [
        {
          title: "One",
          sku: `SET-${tea.sku}`,
          manage_inventory: true,
          options: { Size: "One" },
          prices: [{ currency_code: "eur", amount: 20 }],
          inventory_items: [tea, cup].map(({ item }) => ({
            inventory_item_id: item,
            required_quantity: 1,
          })),
        },
      ],
    })
    await page.goto(`/app/products/${product.id}/variants/${product.variants[0].id}`)
    await lineOf(page, tea, HAMBURG).getByText("10 available, low at 2").waitFor()
    await lineOf(page, cup, HAMBURG).getByText("8 available, low at 2").waitFor()

    await threshold(page, cup, HAMBURG, "Set its own threshold").click()
    await save(page, "New low-stock rule", "5")
    await lineOf(page, cup, HAMBURG).getByText("8 available, low at 5").waitFor()

    // Stock is changed on the same card, and the panel follows.
    await page.getByRole("button", { name: "Show all" }).click()
    await page.getByRole("button", { name: `Available at ${HAMBURG}: 8` }).click()
    await page.getByRole("menuitem", { name: "Adjust…" }).click()
    const drawer = page.getByRole("dialog", { name: "Change stock" })
    await drawer.getByLabel("By how many").fill("-3")
    await drawer.getByRole("button", { name: "Save" }).click()
    await page.getByRole("button", { name: `Available at ${HAMBURG}: 5` }).waitFor()
    await page.keyboard.press("Escape")
    await lineOf(page, cup, HAMBURG).getByText("5 available, low at 5").waitFor()
    await lineOf(page, cup, HAMBURG).getByText("Low", { exact: true }).waitFor()
    await lineOf(page, cup, HAMBURG)
      .getByRole("link", { name: /^Open alert, since / })
      .waitFor()
    await lineOf(page, tea, HAMBURG).getByText("Enough", { exact: true }).waitFor()
    expect(await alertsOf(cup)).toMatchObject([
      { status: "open", location_id: await location(HAMBURG), available: "5" },
    ])
  }
)

walk("an item without stock is watched from its page, before any comes", async (page) => {
  const { admin, stockProduct, location } = await openWarehouse()
  const mug = await stockProduct("Bare mug", {})
  await page.goto(`/app/inventory/${mug.item}`)
  await page.getByText("There is no stock of it yet that could run low.").waitFor()
  await page.getByRole("button", { name: "Watch this item" }).click()
  await save(page, "New low-stock rule", "6")

  await admin.post(`/inventory-items/${mug.item}/location-levels`, {
    location_id: await location(HAMBURG),
    stocked_quantity: 5,
  })
  await page.reload()
  await lineOf(page, mug, HAMBURG).getByText("5 available, low at 6").waitFor()
  await lineOf(page, mug, HAMBURG).getByText("Its own rule for each location").waitFor()
  await lineOf(page, mug, HAMBURG).getByText("Low", { exact: true }).waitFor()
})

walk("of many locations those that are low come first, and one is left alone", async (page) => {
  const { admin, openLocation, stockProduct, location } = await openWarehouse()
  const far = `Zagreb ${Date.now()}`
  const farther = `Zurich ${Date.now()}`
  await openLocation(far)
  await openLocation(farther)
  const mug = await stockProduct("Zest mug", {
    ...{ [HAMBURG]: 9, [LYON]: 9, [COPENHAGEN]: 9, "Amsterdam Store": 9, [far]: 9, [farther]: 1 },
  })
  await admin.post("/stockroom/low-stock/rules", {
    inventory_item_id: mug.item,
    place: "location",
    location_id: await location(LYON),
    threshold: 9,
    enabled: false,
  })
  const lines = page
    .getByRole("list", { name: `Watched stock of ${mug.sku}` })
    .getByRole("listitem")

  await page.goto(`/app/inventory/${mug.item}`)
  await lines.first().getByText(farther).waitFor()
  expect(await lines.count()).toBe(5)
  await page.getByRole("button", { name: "Show more (1)" }).click()
  await lines.nth(5).waitFor()
  await lineOf(page, mug, LYON).getByText("Off", { exact: true }).waitFor()
  expect(await lineOf(page, mug, LYON).getByText("Low", { exact: true }).count()).toBe(0)
})

walk("a store's default is made and changed in the settings", async (page) => {
  const { admin, openLocation, stockProduct } = await openWarehouse()
  // A default for a location of its own leaves all other goods of the store alone.
  const name = `Popup ${Date.now()}`
  const popup = await openLocation(name)
  const mug = await stockProduct("Zest mug", { [name]: 4 })
  const row = page.getByRole("row").filter({ hasText: name })

  await page.goto("/app/settings/low-stock")
  await page.getByRole("row").filter({ hasText: "Each location by itself" }).waitFor()
  await page.getByRole("button", { name: "Add a default" }).click()
  const drawer = page.getByRole("dialog", { name: "New low-stock rule" })
  await drawer.getByRole("combobox", { name: "Where" }).click()
  await page.getByRole("option", { name: "One location" }).click()
  await drawer.getByRole("combobox", { name: "Location" }).click()
  await page.getByRole("option", { name }).click()
  await save(page, "New low-stock rule", "5")
  await row.getByRole("cell", { name: "5", exact: true }).waitFor()
  await row.getByText("Alert only").waitFor()
  expect(await alertsOf(mug)).toMatchObject([{ location_id: popup, threshold: "5", low: true }])

  await row.getByRole("button", { name: `Edit the default: ${name}` }).click()
  await save(page, "Edit the low-stock rule", "3")
  await row.getByRole("cell", { name: "3", exact: true }).waitFor()
  expect(await alertsOf(mug)).toMatchObject([{ resolution: "rule", low: false }])

  await page.goto(`/app/inventory/${mug.item}`)
  await lineOf(page, mug, name).getByText("4 available, low at 3").waitFor()
  await lineOf(page, mug, name).getByText("By the store’s default").waitFor()

  const { rules } = await admin.get(`/stockroom/low-stock/rules?location_id=${popup}`)
  await admin.post("/stockroom/low-stock/rules/batch", {
    delete: rules.map(({ id }: { id: string }) => id),
  })
})

walk(
  "who may change one location's stock sets thresholds there, and nowhere else",
  async (page) => {
    const { stockProduct } = await openWarehouse()
    const mug = await stockProduct("Zest mug", { [COPENHAGEN]: 20, [HAMBURG]: 20 })
    await page.goto(`/app/inventory/${mug.item}`)
    await lineOf(page, mug, HAMBURG).getByText("20 available, low at 2").waitFor()
    await threshold(page, mug, COPENHAGEN, "Set its own threshold").waitFor()
    await threshold(page, mug, HAMBURG, "Set its own threshold").waitFor({ state: "hidden" })

    await page.goto("/app/settings/low-stock")
    await page.getByRole("row").filter({ hasText: "Each location by itself" }).waitFor()
    await page
      .getByRole("button", { name: "Edit the default: Each location by itself" })
      .waitFor({ state: "hidden" })
  },
  { as: { email: "clerk@stockroom.test", password: "stockroom" } }
)
