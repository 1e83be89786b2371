import { walk } from "./support/browser"
import { focused, tabTo } from "./support/keyboard"
import { openWarehouse } from "./support/warehouse"

walk("two are moved to damaged with the keyboard only", async (page) => {
  const warehouse = await openWarehouse()
  const mug = await warehouse.stockProduct("Zest mug", {
    "Hamburg Warehouse": 10,
    "Lyon Warehouse": 4,
  })
  await page.goto(`/app/products/${mug.product}/variants/${mug.variant}`)
  await page.getByRole("button", { name: "Show all" }).waitFor()
  const { keyboard } = page

  // The page, then all of the variant's figures.
  await tabTo(page, "Show all")
  await keyboard.press("Enter")
  await tabTo(page, "Available at Hamburg Warehouse: 10")

  // The number's menu: set, adjust, move.
  await keyboard.press("Enter")
  await focused(page, "Set…")
  await keyboard.press("ArrowDown")
  await focused(page, "Adjust…")
  await keyboard.press("ArrowDown")
  await focused(page, "Move to another state…")
  await keyboard.press("Enter")

  // The form begins at the quantity; before it is where the units go.
  await focused(page, "How many")
  await keyboard.type("2")
  await keyboard.press("Shift+Tab")
  await focused(page, "To")
  await keyboard.press("Enter")
  await page.waitForFunction(`document.activeElement?.getAttribute("role") === "option"`)
  await keyboard.type("d")
  await focused(page, "Damaged")
  await keyboard.press("Enter")
  await focused(page, "To")
  await keyboard.press("Tab")
  await focused(page, "How many")
  await page.getByText("0 → 2").first().waitFor()
  await keyboard.press("Enter")

  // Back at the number that it began with, which tells the new figure.
  await focused(page, "Available at Hamburg Warehouse: 8")
  await keyboard.press("Escape")
  await focused(page, "Show all")
  const level = await warehouse.level(mug.item, await warehouse.location("Hamburg Warehouse"))
  expect(level).toMatchObject({ on_hand: "10", available: "8", damaged: "2" })
})
