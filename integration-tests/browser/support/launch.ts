import { type Browser, chromium } from "playwright-core"

/** Starts the Chromium that CHROMIUM_PATH names, without the calls home that a browser makes by itself. */
export async function launch(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--disable-sync",
      "--no-first-run",
    ],
  })
}
