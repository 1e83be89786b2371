import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, BrowserContext, Page } from "playwright-core"

import { launch } from "./launch"
import { openWarehouse } from "./warehouse"

export type Theme = "light" | "dark"
export type Language = "en" | "de" | "fr" | "es"

/** How the dashboard is looked at. */
export interface Look {
  theme?: Theme
  language?: Language
  width?: number
  height?: number
  /** Errors that the browser logs and the test means to provoke, such as the status of a refusal. */
  expected?: RegExp[]
}

const PATIENCE_MS = 15_000

/**
 * What the console says of Medusa's own dashboard, whatever Stockroom does. The demo's dashboard is
 * built with React's checks for developers, as `medusa build` does unless NODE_ENV says otherwise.
 */
const NOISE = [
  // The order page's summary has a block inside a paragraph.
  /^Warning: validateDOMNesting.*<div> p\s+at div\s+at p\s+at \S+\s+at div\s+at \w+ \(\S+\/order-detail-/,
]

let browser: Browser

/**
 * A test in the real dashboard, as the admin who has logged in. It fails on any error in the
 * browser's console, any error that a page throws and any answer of 500 or more, and unless the stock
 * verifies afterwards. Of a test that failed, a picture of the page is kept.
 */
export function walk(title: string, steps: (page: Page) => Promise<void>, look: Look = {}): void {
  test(title, async () => {
    browser ??= await launch()
    const context = await newContext(look)
    const complaints = watch(context, [...NOISE, ...(look.expected ?? [])])
    const page = await context.newPage()
    try {
      await steps(page)
    } catch (error) {
      throw await withPicture(error as Error, page, title)
    } finally {
      await context.close()
    }
    expect(complaints).toEqual([])
    const warehouse = await openWarehouse()
    expect(await warehouse.verify()).toMatchObject({ consistent: true, drifts: [] })
  })
}

afterAll(async () => {
  await browser?.close()
})

/** Keeps a picture of what the window shows, in the folder of screenshots. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(process.env.SCREENSHOTS_FOLDER ?? "", `${name}.png`)
  mkdirSync(join(path, ".."), { recursive: true })
  await page.screenshot({ path, animations: "disabled", caret: "hide" })
  return path
}

async function newContext({
  theme = "light",
  language = "en",
  width = 1280,
  height = 800,
}: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: process.env.BROWSER_STORE_URL,
    storageState: process.env.BROWSER_LOGIN,
    viewport: { width, height },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    colorScheme: theme,
    // Drawers and menus come without sliding, so that nothing is clicked while it moves.
    reducedMotion: "reduce",
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const kept = { medusa_admin_theme: theme, lng: language }
  // Frames that are no pages of the store have no storage.
  await context.addInitScript(
    `if (location.protocol !== "about:") Object.assign(localStorage, ${JSON.stringify(kept)})`
  )
  return context
}

function watch(context: BrowserContext, ignored: RegExp[]): string[] {
  const complaints: string[] = []
  const complain = (text: string) => {
    if (!ignored.some((known) => known.test(text))) complaints.push(text)
  }
  context.on("console", (message) => {
    if (message.type() === "error") complain(`${message.text()} (${message.location().url})`)
  })
  context.on("weberror", (error) => complain(error.error().stack ?? error.error().message))
  context.on("response", (response) => {
    if (response.status() >= 500) complain(`${response.status()} from ${response.url()}`)
  })
  return complaints
}

async function withPicture(error: Error, page: Page, title: string): Promise<Error> {
  const name = `failed/${title.replace(/\W+/g, "-").toLowerCase()}`
  const path = await screenshot(page, name).catch(() => undefined)
  // Jest prints the stack, which carries the message of old.
  if (path) error.stack = `${error.stack}\n\nThe page as it was: ${path}`
  return error
}
