import type { Page } from "playwright-core"

import type { Answer } from "../http/shop"
import { client } from "../http/client"
import { walk } from "./support/browser"
import { type Goods, openWarehouse } from "./support/warehouse"

const SETTINGS = "/app/settings/availability"
const HAMBURG = "Hamburg Warehouse"
const SUPPLIER = "Trieste Roastery (supplier)"
/** She may change stock in Copenhagen only, so not what the whole store tells (demo/seed/world/people.mjs). */
const CLERK = { email: "clerk@stockroom.test", password: "stockroom" }

/** What the web shop's shoppers are told of a variant. */
async function told({ variant }: Pick<Goods, "variant">, locale = "en"): Promise<Answer> {
  const { admin } = await openWarehouse()
  const { api_keys } = await admin.get("/api-keys?type=publishable")
  const key = api_keys.find(({ title }: Answer) => title === "Web shop")
  const { data } = await client(process.env.BROWSER_STORE_URL ?? "").get(
    `/store/stockroom/availability?variant_id=${variant}&locale=${locale}`,
    { headers: { "x-publishable-api-key": key.token } }
  )
  return data.availability[0]
}

const card = (page: Page) =>
  page
    .getByRole("heading", { name: "Availability to shoppers" })
    .locator("xpath=ancestor::div[contains(@class, 'shadow-elevation-card-rest')][1]")

const choose = async (page: Page, field: string, option: string | RegExp) => {
  await page.getByRole("dialog").getByRole("combobox", { name: field }).click()
  await page.getByRole("option", { name: option }).click()
}

const save = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Save" }).click()

/** What the whole store tells is put back: other walks read it, too. */
async function keepingTheStore(steps: () => Promise<void>): Promise<void> {
  const { admin } = await openWarehouse()
  const before = await admin.get("/stockroom/estimates?limit=1000")
  try {
    await steps()
  } finally {
    await admin.post("/stockroom/availability", { display: null, locations: null })
    const { estimates } = await admin.get("/stockroom/estimates?limit=1000")
    const known = new Map<string, Answer>(before.estimates.map((one: Answer) => [one.id, one]))
    for (const { id } of estimates.filter((one: Answer) => !known.has(one.id))) {
      await admin.delete(`/stockroom/estimates/${id}`)
    }
    for (const { id, is_default, priority } of known.values()) {
      await admin.post(`/stockroom/estimates/${id}`, { is_default, priority })
    }
  }
}

walk("the store shows quantities only below five, and shoppers are told so", async (page) => {
  const { stockProduct } = await openWarehouse()
  const [few, many] = [
    await stockProduct("Zest mug", { [HAMBURG]: 4 }),
    await stockProduct("Zest mug", { [HAMBURG]: 5 }),
  ]
  expect(await told(few)).toMatchObject({ quantity: null })
  await keepingTheStore(async () => {
    await page.goto(SETTINGS)
    await page.getByText("Never shown").waitFor()
    await page.getByRole("button", { name: "Edit", exact: true }).first().click()
    await choose(page, "Show the quantity", "While it is below a number")
    const below = page.getByRole("dialog").getByLabel("Below", { exact: true })
    await save(page)
    await page.getByText("This is not a number.").waitFor()
    await below.fill("0")
    await page.getByText("Type more than 0.").waitFor()
    expect(await told(few)).toMatchObject({ quantity: null })

    await below.fill("5")
    await choose(page, "Show stock by location", "Of all locations")
    await save(page)
    await page.getByText("Shown below 5").waitFor()
    // The drawer, which has these words too, is still closing.
    await page.getByRole("dialog").waitFor({ state: "hidden" })
    await page.getByText("Of all locations").waitFor()
    expect(await told(few)).toMatchObject({ quantity: "4" })
    expect(await told(many)).toMatchObject({ quantity: null })
  })
})

walk(
  "an estimate with a German translation becomes the default, changes its place, and is deleted",
  async (page) => {
    const { stockProduct } = await openWarehouse()
    const mug = await stockProduct("Zest mug", {})
    await keepingTheStore(async () => {
      await page.goto(SETTINGS)
      await page.getByRole("button", { name: "Add an estimate" }).click()
      const drawer = page.getByRole("dialog", { name: "New estimate" })
      await save(page)
      await drawer.getByText("Say what shoppers read.").waitFor()
      await drawer
        .getByLabel("What shoppers read", { exact: true })
        .fill("Baked on Friday & Monday")
      await drawer.getByRole("button", { name: "Add a language" }).click()
      await drawer.getByLabel("Language", { exact: true }).fill("German!")
      await drawer.getByLabel("What shoppers read in it").fill("Freitags und montags gebacken")
      await save(page)
      await drawer.getByText("Type a language tag, as de or pt-BR.").waitFor()
      await drawer.getByLabel("Language", { exact: true }).fill("de")
      await drawer.getByLabel("Lead time in days (optional)").fill("3")
      await save(page)
      await page.getByText("The estimate is saved.").first().waitFor()
      const row = page.getByRole("row").filter({ hasText: "Baked on Friday & Monday" })
      await row.getByText("German:").waitFor()
      await row.getByText("3 days").waitFor()

      const menu = page.getByRole("button", {
        name: "Actions for the estimate Baked on Friday & Monday",
      })
      const act = async (what: string) => {
        await menu.click()
        await page.getByRole("menuitem", { name: what }).click()
      }
      await act("Make it the default")
      await row.getByText("Default", { exact: true }).waitFor()
      expect(await page.getByRole("row").getByText("Default", { exact: true }).count()).toBe(1)
      expect(await told(mug, "de-AT")).toMatchObject({
        ...{ status: "out_of_stock", quantity: null },
        estimate: { source: "title", title: "Freitags und montags gebacken" },
      })
      expect(await told(mug, "fr")).toMatchObject({
        estimate: { title: "Baked on Friday & Monday" },
      })

      // It is the last one, and goes up by one place.
      const rows = page.getByRole("row")
      const count = await rows.count()
      await rows
        .nth(count - 1)
        .getByText("Baked on Friday & Monday")
        .waitFor()
      await act("Move up")
      await rows
        .nth(count - 2)
        .getByText("Baked on Friday & Monday")
        .waitFor()

      await act("Edit")
      const edit = page.getByRole("dialog", { name: "Edit the estimate" })
      await edit.getByLabel("In German").fill("Zweimal die Woche gebacken")
      await save(page)
      await row.getByText("Zweimal die Woche gebacken").waitFor()

      await act("Delete")
      const question = page.getByRole("alertdialog", { name: "Delete the estimate?" })
      await question.getByText("“Baked on Friday & Monday” is the store’s default.").waitFor()
      await question.getByRole("button", { name: "Cancel" }).click()
      await row.waitFor()
      await act("Delete")
      await question.getByRole("button", { name: "Delete" }).click()
      await row.waitFor({ state: "detached" })
      expect(await told(mug)).toMatchObject({ estimate: null })
    })
  }
)

walk("a product has its own estimate, display and order quantities", async (page) => {
  const { admin, stockProduct } = await openWarehouse()
  const mug = await stockProduct("Zest mug", { [HAMBURG]: 30 }, ["Small", "Large"])
  const path = `/stockroom/products/${mug.product}/availability`
  await keepingTheStore(async () => {
    await admin.post("/stockroom/estimates", { title: "Thrown by hand, a month" })
    await page.goto(`/app/products/${mug.product}`)
    await card(page).getByText("Any quantity").waitFor()
    await card(page).getByText("Never shown (as the store)").waitFor()
    await card(page).getByRole("button", { name: "Edit" }).click()
    const drawer = page.getByRole("dialog", { name: "Availability of this product" })
    await choose(page, "Estimate while it is sold out", "Thrown by hand, a month")
    await choose(page, "Show the quantity", "Always")
    await drawer.getByLabel("Minimum").fill("7")
    await drawer.getByLabel("Maximum").fill("11")
    await drawer.getByLabel("Only multiples of").fill("6")
    await save(page)
    const problem = drawer.getByText("No multiple of it lies between the minimum and the maximum.")
    await problem.waitFor()
    expect(await drawer.getByLabel("Only multiples of").getAttribute("aria-invalid")).toBe("true")
    expect((await admin.get(path)).product_availability).toMatchObject({
      ...{ display: null, order_quantities: { multiple: null } },
    })

    await drawer.getByLabel("Maximum").fill("36")
    await problem.waitFor({ state: "detached" })
    await drawer.getByLabel("Only these quantities").fill("12 18 25")
    await save(page)
    await page.getByText("The product’s availability is saved.").first().waitFor()
    await card(page).getByText("Thrown by hand, a month", { exact: true }).waitFor()
    await card(page).getByText("Always shown", { exact: true }).waitFor()
    await card(page).getByText("at least 7, at most 36, multiples of 6, only 12, 18, 25").waitFor()
    const order_quantities = {
      ...{ minimum: "7", maximum: "36", multiple: "6", allowed: ["12", "18", "25"] },
    }
    expect(await told(mug)).toMatchObject({ quantity: "30", order_quantities })

    const list = card(page).getByRole("list", { name: "What shoppers are told of each variant" })
    const [small, large] = ["Small", "Large"].map((size) =>
      list.getByRole("listitem").filter({ has: page.getByText(size, { exact: true }) })
    )
    await small.getByText("In stock").waitFor()
    await small.getByText("Quantity: 30").waitFor()
    await large.getByText("Sold out").waitFor()
    await large.getByText("“Thrown by hand, a month”, the product’s estimate").waitFor()
  })
})

walk("what shoppers are told of a date names the transfer, and how many are free", async (page) => {
  const { admin, location, stockProduct } = await openWarehouse()
  const mug = await stockProduct("Zest mug", { [HAMBURG]: 0 })
  const hamburg = await location(HAMBURG)
  await admin.post("/stockroom/stock", {
    allow_negative: true,
    changes: [
      {
        ...{ op: "set", state: "available", inventory_item_id: mug.item },
        ...{ location_id: hamburg, quantity: -5 },
      },
    ],
  })
  const { transfer } = await admin.post("/stockroom/transfers", {
    ...{ origin_id: await location(SUPPLIER), destination_id: hamburg },
    lines: [{ inventory_item_id: mug.item, quantity: 15 }],
    expected_at: "2035-12-12T12:00:00Z",
  })
  await admin.post(`/stockroom/transfers/${transfer.id}/pending`, { allow_negative: true })

  await page.goto(`/app/products/${mug.product}`)
  await card(page).getByText("Quantity not shown (0 can be had)").waitFor()
  await card(page)
    .getByText(/There again on Dec 1\d, 2035: 10 of 15 still free/)
    .waitFor()
  await card(page).getByText("Shoppers are told the day, not the quantity.").waitFor()
  expect(await told(mug)).toMatchObject({ estimate: { source: "transfer", quantity: null } })

  // Where nobody sells it, nobody is told.
  await card(page).getByRole("combobox", { name: "Sales channel" }).click()
  await page.getByRole("option", { name: "Stores" }).click()
  await card(page)
    .getByText("No shopper sees this product here: it is not in this sales channel.")
    .waitFor()

  await card(page).getByRole("combobox", { name: "Sales channel" }).click()
  await page.getByRole("option", { name: "Web shop" }).click()
  await card(page).getByRole("link", { name: transfer.number }).click()
  await page.waitForURL(`**/inventory/transfers/${transfer.id}`)
})

walk(
  "who may not change it only looks",
  async (page) => {
    const { stockProduct } = await openWarehouse()
    const mug = await stockProduct("Zest mug", { [HAMBURG]: 2 })
    await page.goto(SETTINGS)
    await page.getByText("You may look at this").waitFor()
    await page.getByRole("row").nth(1).waitFor()
    for (const name of ["Edit", "Add an estimate", /^Actions for the estimate/]) {
      expect(await page.getByRole("main").getByRole("button", { name }).count()).toBe(0)
    }
    await page.goto(`/app/products/${mug.product}`)
    await card(page).getByText("You may look at this").waitFor()
    await card(page).getByText("In stock", { exact: true }).waitFor()
    expect(await card(page).getByRole("button", { name: "Edit" }).count()).toBe(0)
  },
  { as: CLERK }
)

walk(
  "what could not be loaded is told, and can be tried again",
  async (page) => {
    const { stockProduct } = await openWarehouse()
    const mug = await stockProduct("Zest mug", { [HAMBURG]: 2 })
    const routes = "**/admin/stockroom/products/*/availability/told*"
    await page.route(routes, (route) => route.abort())
    await page.goto(`/app/products/${mug.product}`)
    const problem = card(page).getByText("What shoppers are told now could not be loaded.")
    await problem.waitFor()
    // What else the card has is there all the same.
    await card(page).getByText("Any quantity").waitFor()
    await page.unroute(routes)
    await card(page).getByRole("button", { name: "Try again" }).click()
    await card(page).getByText("In stock", { exact: true }).waitFor()
    expect(await problem.count()).toBe(0)
  },
  { expected: [/net::ERR_FAILED/] }
)
