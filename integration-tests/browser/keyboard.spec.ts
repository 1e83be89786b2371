import type { Page } from "playwright-core"

import { walk } from "./support/browser"
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
  await keyboard.type("Dam")
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

const MOST_TABS = 150

/** Presses Tab until what is named has the focus, and sees to it that the focus can be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press("Tab")
    if ((await nameOfFocus(page)) === name) {
      expect(await focusIsVisible(page)).toBe(true)
      return
    }
  }
  throw new Error(`${MOST_TABS} times Tab do not lead to ${name}`)
}

/** Waits until what is named has the focus. */
async function focused(page: Page, name: string): Promise<void> {
  await page.waitForFunction(`${NAME_OF_FOCUS} === ${JSON.stringify(name)}`)
}

async function nameOfFocus(page: Page): Promise<string> {
  return await page.evaluate(NAME_OF_FOCUS)
}

/** The label of what has the focus, as a screen reader tells it. */
const NAME_OF_FOCUS = `(() => {
  const { activeElement: element } = document
  const text = element?.getAttribute("aria-label") ?? element?.labels?.[0]?.textContent
  return (text ?? element?.textContent ?? "").trim()
})()`

async function focusIsVisible(page: Page): Promise<boolean> {
  return await page.evaluate(`(() => {
    const { boxShadow, outlineStyle } = getComputedStyle(document.activeElement)
    return boxShadow !== "none" || outlineStyle !== "none"
  })()`)
}
