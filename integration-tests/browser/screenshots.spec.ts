import { copyFileSync, mkdirSync } from "node:fs"
import { join } from "node:path"

import { type Language, type Look, screenshot, walk } from "./support/browser"
import { PAGES } from "./support/pages"

/**
 * The pictures of the docs: each page shows what it should, and is kept in SCREENSHOTS_FOLDER, which lies
 * in the system's temp folder if nothing else is said. `npm run screenshots` also puts them into
 * docs/images, and takes every page in the dark, in a narrow window and in each language, to be
 * looked at.
 */
const IMAGES = join(__dirname, "..", "..", "docs", "images")
const ALL = process.env.SCREENSHOTS === "all"

const LANGUAGES: Language[] = ["de", "fr", "es"]
const LOOKS: Record<string, Look> = {
  dark: { theme: "dark" },
  narrow: { width: 900 },
  ...Object.fromEntries(LANGUAGES.map((language) => [language, { language }])),
}

walk("the pictures of the docs", async (page) => {
  for (const { name, path, parts } of PAGES) {
    await page.goto(await path())
    const [first] = await parts(page)
    await first.scrollIntoViewIfNeeded()
    const picture = await screenshot(page, name)
    if (ALL) {
      mkdirSync(IMAGES, { recursive: true })
      copyFileSync(picture, join(IMAGES, `${name}.png`))
    }
  }
})

if (ALL) {
  for (const [look, how] of Object.entries(LOOKS)) {
    walk(
      `every page, looked at: ${look}`,
      async (page) => {
        for (const { name, path, parts } of PAGES) {
          await page.goto(await path())
          const [first] = await parts(page)
          await first.scrollIntoViewIfNeeded()
          await screenshot(page, `${look}/${name}`)
        }
      },
      how
    )
  }
}
