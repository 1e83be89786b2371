import { randomBytes } from "node:crypto"

import { walk } from "./support/browser"
import { openWarehouse } from "./support/warehouse"

walk("a location is taken out of use, its stock moved out, and used again", async (page) => {
  const warehouse = await openWarehouse()
  const name = `Zest depot ${randomBytes(3).toString("hex")}`
  const depot = await warehouse.openLocation(name)
  const mug = await warehouse.stockProduct("Zest mug", { [name]: 7, "Lyon Warehouse": 4 })
  const lyon = await warehouse.location("Lyon Warehouse")

  await page.goto(`/app/settings/locations/${depot}`)
  await page.getByRole("button", { name: "Deactivate…" }).click()
  const drawer = page.getByRole("dialog", { name: `Deactivate ${name}` })
  await drawer.getByText("1 item is still in stock here.").waitFor()

  // It has to be said where the stock goes.
  await drawer.getByRole("button", { name: "Deactivate" }).click()
  await drawer.getByText("Choose where the stock goes.").waitFor()
  await drawer.getByRole("combobox", { name: "Move its stock to" }).click()
  await page.getByRole("option", { name: "Lyon Warehouse" }).click()
  await drawer.getByRole("button", { name: "Deactivate" }).click()
  await page
    .getByRole("alertdialog", { name: `Deactivate ${name}?` })
    .getByRole("button", { name: "Deactivate" })
    .click()
  await page.getByText(`${name} is out of use.`).first().waitFor()
  await page.getByText("This location is out of use").waitFor()
  expect(await warehouse.level(mug.item, lyon)).toMatchObject({ on_hand: "11" })
  expect(await warehouse.level(mug.item, depot)).toMatchObject({ on_hand: "0", active: false })

  await page.getByRole("button", { name: "Activate" }).click()
  await page.getByText("The location is in use again.").first().waitFor()
  await page.getByRole("button", { name: "Deactivate…" }).waitFor()
  expect(await warehouse.level(mug.item, depot)).toMatchObject({ active: true })
})

walk("a location with open orders says what stands against taking it out of use", async (page) => {
  const warehouse = await openWarehouse()
  const hamburg = await warehouse.location("Hamburg Warehouse")
  const mug = await warehouse.stockProduct("Zest mug", { "Hamburg Warehouse": 10 })
  await warehouse.order(mug, 3)

  await page.goto(`/app/settings/locations/${hamburg}`)
  await page.getByRole("button", { name: "Deactivate…" }).click()
  const drawer = page.getByRole("dialog", { name: "Deactivate Hamburg Warehouse" })
  await drawer.getByText("Committed to orders").waitFor()
  await drawer.getByText(mug.sku).waitFor()
  await drawer.getByRole("button", { name: "Close" }).last().click()
  await drawer.waitFor({ state: "hidden" })
})
