import { walk } from "./support/browser"
import { openWarehouse } from "./support/warehouse"

/** She may change stock in Copenhagen, ten at a time, and carry transfers there (demo/seed/world/people.mjs). */
const CLERK = { email: "clerk@stockroom.test", password: "stockroom" }

walk(
  "the owner grants a right at one location up to a limit, and the list of changes has it",
  async (page) => {
    const warehouse = await openWarehouse()
    const pia = await warehouse.invite("Pia")
    const hers = page.getByRole("row").filter({ hasText: pia.email })

    await page.goto("/app/settings/stock-rights")
    await page.getByRole("searchbox", { name: "Search people" }).fill(pia.email)
    await hers.getByText("Nothing yet").waitFor()
    await page.getByRole("button", { name: `Edit the rights of ${pia.name}` }).click()
    const drawer = page.getByRole("dialog", { name: `Rights of ${pia.name}` })
    await drawer.getByRole("button", { name: "Add a right" }).click()
    await drawer.getByRole("checkbox", { name: "All locations, also new ones" }).click()

    // Somewhere it has to be.
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.getByText("Choose a location, or all of them.").waitFor()
    await drawer.getByRole("checkbox", { name: "Copenhagen Store" }).click()
    await drawer.getByLabel("At most, at a time (optional)").fill("2.5")
    await drawer.getByRole("button", { name: "Save" }).click()

    const granted = "Stock levels: Copenhagen Store, up to 2.5 at a time"
    await page.getByText(`The rights of ${pia.name} are saved.`).first().waitFor()
    await hers.getByText(granted).waitFor()
    const { changes } = await warehouse.admin.get(`/stockroom/grants/changes?user_id=${pia.id}`)
    const given = {
      right: "levels",
      location_ids: [await warehouse.location("Copenhagen Store")],
      max_quantity: "2.5",
    }
    expect(changes).toMatchObject([{ user_id: pia.id, before: [], after: [given] }])
    await page.getByText(`Rights of ${pia.name}`).first().waitFor()
    await page.getByText(granted).nth(1).waitFor()
  }
)

walk(
  "a clerk sees what she may do, and is told where it ends",
  async (page) => {
    const warehouse = await openWarehouse()
    const mug = await warehouse.stockProduct("Zest mug", {
      "Copenhagen Store": 20,
      "Hamburg Warehouse": 20,
    })
    const copenhagen = await warehouse.location("Copenhagen Store")
    const hamburg = await warehouse.location("Hamburg Warehouse")
    const items = page.getByRole("menuitem")
    const menu = async (number: string, first: string) => {
      await page.getByRole("button", { name: number }).click()
      // What she may do is asked for after the page is there; until then nobody may change anything.
      await page.getByRole("menuitem", { name: first }).waitFor()
      const texts = await items.allTextContents()
      await page.keyboard.press("Escape")
      await items.first().waitFor({ state: "detached" })
      return texts
    }

    // Elsewhere a number leads to its history only.
    await page.goto(`/app/inventory/${mug.item}`)
    expect(await menu("Available at Copenhagen Store: 20", "Set…")).toEqual([
      ...["Set…", "Adjust…", "Move to another state…", "History of this number"],
    ])
    expect(await menu("Available at Hamburg Warehouse: 20", "History of this number")).toEqual([
      "History of this number",
    ])

    // More than ten at a time is told before the store is asked.
    await page.getByRole("button", { name: "Available at Copenhagen Store: 20" }).click()
    await page.getByRole("menuitem", { name: "Adjust…" }).click()
    const drawer = page.getByRole("dialog", { name: "Change stock" })
    await drawer.getByLabel("By how many").fill("-11")
    await drawer.getByText("This changes 11. You may change 10 at a time here.").waitFor()
    await drawer.getByRole("button", { name: "Save" }).click()
    expect(await warehouse.level(mug.item, copenhagen)).toMatchObject({ available: "20" })
    await drawer.getByLabel("By how many").fill("-4")
    await drawer.getByRole("button", { name: "Save" }).click()
    await page.getByRole("button", { name: "Available at Copenhagen Store: 16" }).waitFor()
    expect(await warehouse.level(mug.item, copenhagen)).toMatchObject({ available: "16" })

    // Of many levels, hers can be chosen.
    await page.goto(`/app/inventory/levels?q=${mug.sku}`)
    const choice = (place: string) =>
      page.getByRole("checkbox", { name: `Select ${mug.sku} at ${place}` })
    await choice("Copenhagen Store").waitFor()
    expect(await choice("Hamburg Warehouse").isDisabled()).toBe(true)
    await page.getByRole("checkbox", { name: "Select all levels on this page" }).click()
    await page.getByText("1 level selected").waitFor()
    await page.getByRole("button", { name: "Change stock" }).click()
    const many = page.getByRole("dialog", { name: "Change 1 level" })
    await many.getByLabel("By how much (− takes away)").fill("12")
    await many.getByText("More than you may change at a time: 1").waitFor()
    await many.getByText(`${mug.sku}, Copenhagen Store: 12, you may 10`).waitFor()
    await many.getByRole("button", { name: "Cancel" }).click()

    // Locations and rights are others' work.
    await page.goto(`/app/settings/locations/${hamburg}`)
    await page.getByText("Changing it needs the right “Stock locations”").waitFor()
    expect(await page.getByRole("button", { name: "Deactivate…" }).count()).toBe(0)
    await page.goto("/app/settings/stock-rights")
    await page.getByText("You can only read here").waitFor()
    await page.getByRole("row").filter({ hasText: CLERK.email }).waitFor()
    expect(await page.getByRole("button", { name: /^Edit the rights of/ }).count()).toBe(0)
  },
  { as: CLERK }
)

walk(
  "a clerk hears that a transfer is more than she may move, before the store refuses it",
  async (page) => {
    const { admin, location, stockProduct } = await openWarehouse()
    const copenhagen = await location("Copenhagen Store")
    const mug = await stockProduct("Zest mug", { "Copenhagen Store": 20, "Hamburg Warehouse": 20 })
    const { transfer } = await admin.post("/stockroom/transfers", {
      origin_id: copenhagen,
      destination_id: await location("Hamburg Warehouse"),
      lines: [{ inventory_item_id: mug.item, quantity: 5 }],
    })
    const { users } = await admin.get(`/users?email=${CLERK.email}`)
    const [{ id }] = users
    const people = (await admin.get("/stockroom/grants")).grants
    const hers = people.find((one: { user_id: string }) => one.user_id === id).grants
    const few = { right: "transfers", location_ids: [copenhagen], max_quantity: 3 }
    const others = hers.filter((one: { right: string }) => one.right !== "transfers")
    await admin.post(`/stockroom/grants/${id}`, { grants: [...others, few] })
    try {
      await page.goto(`/app/inventory/transfers/${transfer.id}`)
      await page.getByRole("button", { name: "Send", exact: true }).click()
      const drawer = page.getByRole("dialog", { name: `Send ${transfer.number}` })
      await drawer.getByText("More than you may change at a time: 1").waitFor()
      await drawer.getByText(/, Copenhagen Store: 5, you may 3$/).waitFor()
    } finally {
      await admin.post(`/stockroom/grants/${id}`, { grants: hers })
    }
  },
  { as: CLERK }
)
