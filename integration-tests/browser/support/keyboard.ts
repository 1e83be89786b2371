import type { Page } from "playwright-core"

const MOST_TABS = 150

/** Presses Tab until what is named has the focus, and sees to it that the focus can be seen. */
export async function tabTo(page: Page, name: string): Promise<void> {
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
export async function focused(page: Page, name: string): Promise<void> {
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
