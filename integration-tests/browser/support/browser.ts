import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, BrowserContext, Page } from "playwright-core"

import { launch } from "./launch"
import { logIn } from "./log-in"
import { openWarehouse } from "./warehouse"

export type Theme = "light" | "dark"
export type Language = "en" | "de" | "fr" | "es"

/** How the dashboard is looked at. */
export interface Look {
  theme?: Theme
  language?: Language
  width?: number
  height?: number
  /** Who looks; the owner where nobody is named. */
  as?: { email: string; password: string }
  /** Errors that the browser logs and the test means to provoke, such as the status of a refusal. */
  expected?: RegExp[]
}

/** For a step, and for a walk of many, on a machine that has other work. */
const PATIENCE_MS = 30_000
const WALK_MS = 180_000

/**
 * What the console says of Medusa's own dashboard, whatever Stockroom does. The demo's dashboard is
 * built with React's checks for developers, as `medusa build` does unless NODE_ENV says otherwise.
 */
const NOISE = [
  // The order page's summary has a block inside a paragraph.
  /^Warning: validateDOMNesting.*<div> p\s+at div\s+at p\s+at \S+\s+at div\s+at \w+ \(\S+\/order-detail-/,
]

let browser: Browser
/** One for each look in a file, so that the dashboard's scripts are loaded and compiled once. */
const contexts = new Map<string, BrowserContext>()

/**
 * A test in the real dashboard, as the owner, who has logged in, or as who is named. It fails on any error in the
 * browser's console, any error that a page throws and any answer of 500 or more, and unless the stock
 * verifies afterwards. Of a test that failed, a picture of the page is kept.
 */
export function walk(title: string, steps: (page: Page) => Promise<void>, look: Look = {}): void {
  const { expected = [], ...how } = look
  test(
    title,
    async () => {
      const page = await (await contextFor(how)).newPage()
      const complaints = watch(page, [...NOISE, ...expected])
      try {
        await steps(page)
        // Nothing that the dashboard keeps in the browser may lead the next test.
        await page.evaluate("localStorage.clear()")
      } catch (error) {
        throw await withPicture(error as Error, page, title)
      } finally {
        await page.close()
      }
      expect(complaints).toEqual([])
      const warehouse = await openWarehouse()
      expect(await warehouse.verify()).toMatchObject({ consistent: true, drifts: [] })
    },
    WALK_MS
  )
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

async function contextFor(look: Look): Promise<BrowserContext> {
  const key = JSON.stringify(look)
  const context = contexts.get(key) ?? (await newContext(look))
  contexts.set(key, context)
  return context
}

async function newContext({
  theme = "light",
  language = "en",
  width = 1280,
  height = 800,
  as,
}: Look): Promise<BrowserContext> {
  browser ??= await launch()
  const context = await browser.newContext({
    baseURL: process.env.BROWSER_STORE_URL,
    storageState: as ? undefined : process.env.BROWSER_LOGIN,
    viewport: { width, height },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    colorScheme: theme,
    // Drawers and menus come without sliding, so that nothing is clicked while it moves.
    reducedMotion: "reduce",
  })
  context.setDefaultTimeout(PATIENCE_MS)
  // The dashboard asks the cookie first, and logging in has left one.
  const url = process.env.BROWSER_STORE_URL
  await context.addCookies([{ name: "lng", value: language, url }])
  const kept = { medusa_admin_theme: theme, lng: language }
  // Frames that are no pages of the store have no storage.
  await context.addInitScript(
    `if (location.protocol !== "about:") Object.assign(localStorage, ${JSON.stringify(kept)})`
  )
  if (as) {
    const page = await context.newPage()
    await logIn(page, as)
    await page.close()
  }
  return context
}

function watch(page: Page, ignored: RegExp[]): string[] {
  const complaints: string[] = []
  const complain = (text: string) => {
    if (!ignored.some((known) => known.test(text))) complaints.push(text)
  }
  page.on("console", (message) => {
    if (message.type() === "error") complain(`${message.text()} (${message.location().url})`)
  })
  page.on("pageerror", (error) => complain(error.stack ?? error.message))
  page.on("response", (response) => {
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
