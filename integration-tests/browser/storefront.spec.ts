import type { Page } from "playwright-core"

import { screenshot, walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { openWarehouse } from "./support/warehouse"

/** The shop of the demo is served beside its store, a thousand ports below. */
function shop(handle: string): string {
  const url = new URL(process.env.BROWSER_STORE_URL ?? "")
  return `http://localhost:${Number(url.port) - 1000}/#/${handle}`
}

/** A cup in blue and red. Hamburg has 12 of the blue one and Amsterdam 3; nobody has a red one. */
async function newCup() {
  const warehouse = await openWarehouse()
  const cup = await warehouse.stockProduct(
    "Harbour cup",
    { "Hamburg Warehouse": 12, "Amsterdam Store": 3 },
    ["Blue", "Red"]
  )
  return { warehouse, ...cup, handle: cup.sku.toLowerCase() }
}

const colour = (page: Page, name: string) => page.getByRole("radio", { name, exact: true })

walk("what is sold out cannot be chosen, and says when it is expected", async (page) => {
  const { warehouse, product, handle } = await newCup()
  const { estimate } = await warehouse.admin.post("/stockroom/estimates", {
    title: "Fired again in two weeks",
    translations: { de: "In zwei Wochen neu gebrannt" },
  })
  await warehouse.admin.post(`/stockroom/products/${product}/availability`, {
    estimate_id: estimate.id,
    display: "always",
  })

  await page.goto(shop(handle))
  await page.getByRole("heading", { name: "Harbour cup" }).waitFor()
  expect(await colour(page, "Blue").isChecked()).toBe(true)
  expect(await colour(page, "Red").isDisabled()).toBe(true)
  await page.getByText("In stock: 15").waitFor()
  await page.getByText("Fired again in two weeks").waitFor()

  await page.getByLabel("Language").selectOption("de")
  await page.getByText("In zwei Wochen neu gebrannt").waitFor()
  await page.getByText("Vorrätig: 15").waitFor()
})

walk("a transfer that is on its way says the day", async (page) => {
  const { warehouse, product, items, handle } = await newCup()
  const origin = await warehouse.location("Trieste Roastery (supplier)")
  const destination = await warehouse.location("Amsterdam Store")
  const { transfer } = await warehouse.admin.post("/stockroom/transfers", {
    origin_id: origin,
    destination_id: destination,
    lines: [{ inventory_item_id: items[1], quantity: 8 }],
    expected_at: "2035-03-09T12:00:00Z",
  })
  await warehouse.admin.post(`/stockroom/transfers/${transfer.id}/pending`, {
    allow_negative: true,
  })
  await warehouse.admin.post(`/stockroom/products/${product}/availability`, { display: "always" })

  await page.goto(shop(handle))
  await page.getByText("Expected on March 9: 8 can still be had of it").waitFor()
})

walk("the nearest location comes first for who says where she is", async (page) => {
  const { handle } = await newCup()
  await page.context().grantPermissions(["geolocation"])
  await page.context().setGeolocation({ latitude: 52.37, longitude: 4.9 })
  await page.goto(shop(handle))
  const where = page.getByRole("region", { name: "Where it is" }).getByRole("listitem")
  await where.filter({ hasText: "Hamburg Warehouse" }).waitFor()

  await page.getByRole("button", { name: "Nearest to me first" }).click()
  await where.filter({ hasText: "km away" }).first().waitFor()

  const [first, second] = await where.allInnerTexts()
  expect(first).toContain("Amsterdam Store")
  expect(first).toContain("Pick up here")
  expect(second).toContain("Hamburg Warehouse")
  await screenshot(page, "storefront")
})

walk(
  "what may not be ordered is not taken, and what is there lands in the basket",
  async (page) => {
    const { warehouse, product, handle } = await newCup()
    await warehouse.admin.post(`/stockroom/products/${product}/availability`, {
      order_quantities: { minimum: 4, multiple: 6 },
    })
    await page.goto(shop(handle))
    const quantity = page.getByLabel("How many")
    const add = page.getByRole("button", { name: "Add to basket" })
    await page.getByText("4 at least, in steps of 6").waitFor()
    expect(await quantity.inputValue()).toBe("6")

    // The browser itself keeps to the steps.
    await quantity.fill("7")
    await add.click()
    expect(await page.evaluate("document.querySelector('#quantity').validity.stepMismatch")).toBe(
      true
    )

    await quantity.fill("18")
    await add.click()
    await page.getByRole("alert").waitFor()

    await quantity.fill("12")
    await add.click()
    await page.getByText("It is in your basket.").waitFor()
    await page.getByText("Basket: 12").waitFor()
  },
  // More than there is: Medusa's cart refuses it.
  { expected: [/status of 400/] }
)

walk("all products are listed, with whether they can be had", async (page) => {
  const { title } = await newCup()
  await page.goto(shop(""))
  const card = page.getByRole("link").filter({ hasText: title }).first()
  await card.getByText(/In stock|Only a few left/).waitFor()
  await card.click()
  await page.getByRole("heading", { name: title }).waitFor()
  await page.getByRole("link", { name: "All products" }).click()
  await card.waitFor()

  for (const handle of ["no-such-product", "100%"]) {
    await page.goto(shop(handle))
    await page.getByText("There is no such product.").waitFor()
    await page.getByRole("link", { name: "All products" }).click()
    await card.waitFor()
  }
})

walk("who leaves an address waits, is seen in the dashboard, and is told once", async (page) => {
  const { warehouse, handle, items } = await newCup()
  const email = `${handle}@example.com`
  await page.goto(shop(handle))
  const red = page.getByRole("listitem").filter({ hasText: "Red" })
  await red.getByLabel("Your e-mail, for Red").fill(email)
  await red.getByRole("button", { name: "Tell me when it is back" }).click()
  await red.getByText("We tell you once, as soon as it is back.").waitFor()

  await page.goto("/app/inventory/back-in-stock")
  const demand = page.getByRole("row").filter({ hasText: `${handle.toUpperCase()}-1` })
  await demand.getByRole("link", { name: "1 waiting: show who" }).click()
  const person = page.getByRole("row").filter({ hasText: email })
  await person.getByText("Waiting", { exact: true }).waitFor()

  await warehouse.admin.post(`/inventory-items/${items[1]}/location-levels`, {
    location_id: await warehouse.location("Hamburg Warehouse"),
    stocked_quantity: 2,
  })
  // The job comes every minute.
  await eventually(async () => {
    const { back_in_stock } = await warehouse.admin.get(`/stockroom/back-in-stock?q=${email}`)
    expect(back_in_stock[0]).toMatchObject({ status: "told" })
  }, 90_000)
  await page.reload()
  await person.getByText("Told", { exact: true }).waitFor()

  await person.getByRole("button", { name: `Forget ${email}` }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget" }).click()
  await person.waitFor({ state: "detached" })
})
