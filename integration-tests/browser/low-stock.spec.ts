import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { focused, tabTo } from "./support/keyboard"
import { type Goods, openWarehouse } from "./support/warehouse"

const ALERTS = "/app/inventory/low-stock"
const HAMBURG = "Hamburg Warehouse"

interface Rule {
  threshold: number
  actions?: object[]
  lead_time_days?: number
}

/** Goods for each walk anew, with a rule of their own in Hamburg, and what moves them. */
async function shelves() {
  const warehouse = await openWarehouse()
  const { admin } = warehouse
  const hamburg = await warehouse.location(HAMBURG)
  return {
    warehouse,
    hamburg,
    async watched(title: string, stock: Record<string, number>, rule: Rule): Promise<Goods> {
      const goods = await warehouse.stockProduct(title, stock)
      await admin.post("/stockroom/low-stock/rules", {
        inventory_item_id: goods.item,
        place: "location",
        location_id: hamburg,
        ...rule,
      })
      return goods
    },
    async adjust({ item }: Goods, quantity: number): Promise<void> {
      await admin.post("/stockroom/stock", {
        changes: [
          {
            op: "adjust",
            inventory_item_id: item,
            location_id: hamburg,
            state: "available",
            quantity,
          },
        ],
      })
    },
    /** The alert of goods in Hamburg. */
    async alertOf({ item }: Goods) {
      const query = `inventory_item_id=${item}&location_id=${hamburg}`
      const { alerts } = await admin.get(`/stockroom/low-stock/alerts?${query}`)
      expect(alerts).toHaveLength(1)
      return alerts[0]
    },
  }
}

const rowOf = (page: Page, { sku }: Goods) => page.getByRole("row").filter({ hasText: sku })

async function menu(page: Page, { sku }: Goods, entry: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${sku}, ${HAMBURG}` }).click()
  await page.getByRole("menuitem", { name: entry, exact: true }).click()
}

walk("an alert is opened, seen, muted and resolved, and ends when stock comes", async (page) => {
  const { watched, adjust, alertOf } = await shelves()
  const mug = await watched(
    "Zest mug",
    { [HAMBURG]: 10, "Lyon Warehouse": 40 },
    {
      threshold: 5,
      // The store has no provider for e-mails.
      actions: [
        { identifier: "notify", options: { to: ["buyers@example.com"] } },
        { identifier: "draft_transfer" },
      ],
    }
  )
  await adjust(mug, -6)
  await page.goto(`${ALERTS}?q=${mug.sku}`)
  const row = rowOf(page, mug)
  await row.getByText("4", { exact: true }).waitFor()
  await row.getByText("low at 5").waitFor()
  await row.getByText(HAMBURG).waitFor()
  await row.getByText("Open", { exact: true }).waitFor()

  // What was done about it: one action has failed, and fails again.
  await row.getByText("Draft a transfer").waitFor()
  await row.getByText(/notification provider for channel: email/).waitFor()
  await row.getByText("Failed, tried again").waitFor()
  await row.getByRole("button", { name: `Retry: Notify, ${mug.sku}, ${HAMBURG}` }).click()
  await page.getByText("It is tried again.").first().waitFor()
  await row.getByRole("button", { name: `Details: ${mug.sku}, ${HAMBURG}` }).click()
  const drawer = page.getByRole("dialog", { name: mug.sku })
  await drawer.getByText("Ran low: 4 left, low at 5").waitFor()
  await drawer.getByText("2 attempts").waitFor()
  await drawer.getByText(/^Next attempt /).waitFor()
  const drafted = drawer.getByRole("link", {
    name: "Drafted a transfer of 6 from Lyon Warehouse",
  })
  await drafted.waitFor()

  await drawer.getByRole("button", { name: "Acknowledge" }).click()
  await page.getByText("The alert is acknowledged.").first().waitFor()
  await drawer.getByText("Acknowledged", { exact: true }).nth(1).waitFor()
  await drawer.getByText(/ · admin@stockroom\.test/).waitFor()
  await page.keyboard.press("Escape")
  await drawer.waitFor({ state: "hidden" })

  // It is among the acknowledged ones now.
  await page.getByText("No alert matches").waitFor()
  await page.getByRole("tab", { name: "Acknowledged" }).click()
  await menu(page, mug, "Mute…")
  const mute = page.getByRole("dialog", { name: `Mute: ${mug.sku}` })
  await mute.getByRole("button", { name: "Mute", exact: true }).click()
  await mute.getByText("Choose a day.").waitFor()
  await mute.getByRole("button", { name: "1 week" }).click()
  await mute.getByRole("button", { name: "Mute", exact: true }).click()
  await page.getByText("The alert is muted.").first().waitFor()
  await row.getByText(/^Muted until /).waitFor()
  const days = (Date.parse((await alertOf(mug)).muted_until) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(5)
  expect(days).toBeLessThan(8)
  await menu(page, mug, "Unmute")
  await page.getByText("The alert is not muted any more.").first().waitFor()
  await row.getByText(/^Muted until /).waitFor({ state: "hidden" })
  expect(await alertOf(mug)).toMatchObject({ muted_until: null, status: "acknowledged" })

  await menu(page, mug, "Resolve…")
  const resolve = page.getByRole("dialog", { name: `Resolve: ${mug.sku}` })
  await resolve.getByLabel("Note (optional)").fill("Sold out for good")
  await resolve.getByRole("button", { name: "Resolve" }).click()
  await page.getByText("The alert is resolved.").first().waitFor()
  await page.getByRole("tab", { name: "Resolved" }).click()
  await row.getByText("By hand, still low").waitFor()
  expect(await alertOf(mug)).toMatchObject({ note: "Sold out for good", resolution: "by_hand" })

  // Stock comes: the story goes on, and leads to both movements.
  await adjust(mug, 20)
  await page.reload()
  await row.getByRole("button", { name: /^Details/ }).click()
  await drawer.getByText("Resolved by hand").waitFor()
  await drawer.getByText("Recovered: 24 left, low at 5").waitFor()
  await drawer.getByText("Sold out for good").waitFor()
  expect(await drawer.getByRole("link", { name: "Movement" }).count()).toBe(2)
  await drawer.getByRole("link", { name: "Movement" }).first().click()
  await page.waitForURL("**/inventory/history?movement_id=*")
  const history = page.getByRole("region", { name: "Stock history" })
  await history.getByText(mug.sku).first().waitFor()
  await history.getByText("−6").first().waitFor()
})

walk(
  "many are answered at once, and somebody who was faster is told of",
  async (page) => {
    const { watched, adjust, alertOf, warehouse } = await shelves()
    // Both have `title` in their SKU, and nothing else in the store has.
    const title = `Pair ${Date.now()}`
    const pair = [
      await watched(title, { [HAMBURG]: 10 }, { threshold: 5 }),
      await watched(title, { [HAMBURG]: 10 }, { threshold: 5 }),
    ]
    for (const goods of pair) await adjust(goods, -7)
    const [first, second] = pair
    await page.goto(`${ALERTS}?q=${encodeURIComponent(title.replace(" ", "-").toUpperCase())}`)
    await rowOf(page, first).getByText("The rule names no action").waitFor()
    await page.getByRole("checkbox", { name: "Select all alerts on this page" }).click()
    await page.getByText("2 alerts selected").waitFor()

    // A colleague has acknowledged one of them meanwhile.
    const path = async (goods: Goods) => `/stockroom/low-stock/alerts/${(await alertOf(goods)).id}`
    await warehouse.admin.post(`${await path(first)}/acknowledge`, {})
    await page.getByRole("button", { name: "Acknowledge", exact: true }).click()
    await page.getByText("1 of 2 were changed.").first().waitFor()
    await page.getByText("No alert matches").waitFor()
    expect(await alertOf(second)).toMatchObject({ status: "acknowledged" })

    await page.getByRole("tab", { name: "Acknowledged" }).click()
    await page.getByRole("checkbox", { name: "Select all alerts on this page" }).click()
    await page.getByRole("button", { name: "Mute…" }).click()
    const mute = page.getByRole("dialog", { name: "Mute 2 alerts" })
    await mute.getByRole("button", { name: "30 days" }).click()
    await mute.getByRole("button", { name: "Mute", exact: true }).click()
    await page.getByText("2 alerts are muted.").first().waitFor()
    await page
      .getByText(/^Muted until /)
      .nth(1)
      .waitFor()

    // One that is resolved already cannot be resolved: in words.
    await warehouse.admin.post(`${await path(first)}/resolve`, {})
    await menu(page, first, "Resolve…")
    const drawer = page.getByRole("dialog", { name: `Resolve: ${first.sku}` })
    await drawer.getByRole("button", { name: "Resolve" }).click()
    await drawer.getByText("Its status does not allow it any more").waitFor()
    await drawer.getByRole("button", { name: "Cancel" }).click()
    await rowOf(page, first).waitFor({ state: "hidden" })
  },
  { expected: [/status of 409/] }
)

walk("the report shows how much to order, and how that comes about", async (page) => {
  const { watched, warehouse, hamburg } = await shelves()
  const mug = await watched("Mint mug", { [HAMBURG]: 10 }, { threshold: 5, lead_time_days: 1 })
  await warehouse.order(mug, 3)
  const at = `inventory_item_id=${mug.item}&location_id=${hamburg}`
  await page.goto(`/app/inventory/low-stock/report?${at}`)
  const row = rowOf(page, mug).first()
  await row.getByText("Low soon").waitFor()
  await row.getByText("2.3 days").waitFor()
  await row.getByText("91", { exact: true }).waitFor()
  await row.getByRole("button", { name: `Why: ${mug.sku}, ${HAMBURG}` }).click()
  for (const step of [
    "3 sold ÷ 1 day = 3 a day",
    "7 available ÷ (3 sold ÷ 1 day) = 2.3 days",
    "3 sold ÷ 1 day × 1 day of lead time = 3",
    "7 available − 3 ≤ 5, from which it is low",
    "5 + 3 sold ÷ 1 day × 30 days = 95",
    "95 − (7 available + 0 incoming − 3) = 91",
  ]) {
    await page.getByRole("definition").getByText(step, { exact: true }).waitFor()
  }

  // For ten days, less is enough; a wrong number of days is refused.
  await page.getByLabel("Order for days").fill("0")
  await page.getByText("Between 1 and 730.").waitFor()
  await page.getByLabel("Order for days").fill("10")
  await page.keyboard.press("Enter")
  await page.getByText("35 − (7 available + 0 incoming − 3) = 31").waitFor()
  expect(new URL(page.url()).searchParams.get("cover_days")).toBe("10")

  // As a file: the same figures.
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export CSV" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^low-stock-\d{4}-\d\d-\d\d\.csv$/)
  const [head, line, end] = (await readFile(await download.path(), "utf8")).split("\n")
  const file = Object.fromEntries(head.split(",").map((name, at) => [name, line.split(",")[at]]))
  expect(file).toMatchObject({ sku: mug.sku, location: HAMBURG, status: "soon", order: "31" })
  expect(end).toBe("")

  // What is missing here is moved from elsewhere: the form begins with it.
  await row.getByRole("link", { name: `Draft a transfer: ${mug.sku}, ${HAMBURG}` }).click()
  await page.getByRole("row").filter({ hasText: mug.sku }).waitFor()
  expect(
    await page.getByRole("row").filter({ hasText: mug.sku }).getByRole("textbox").inputValue()
  ).toBe("31")
  const to = page.getByRole("combobox", { name: "To", exact: true })
  expect(await to.inputValue()).toBe(HAMBURG)
})

walk("the log leads from what has failed to its alert", async (page) => {
  const { watched, adjust, alertOf } = await shelves()
  const mug = await watched(
    "Lime mug",
    { [HAMBURG]: 10 },
    {
      threshold: 5,
      actions: [
        { identifier: "notify", options: { to: ["buyers@example.com"] } },
        { identifier: "emit_event", options: { name: "mugs.low" } },
      ],
    }
  )
  await adjust(mug, -8)
  await page.goto(`/app/inventory/low-stock/runs?inventory_item_id=${mug.item}`)
  const notify = rowOf(page, mug).filter({ hasText: "Notify" })
  await notify.getByText(/notification provider for channel: email/).waitFor()
  await notify.getByText(/^Next attempt /).waitFor()
  const emit = rowOf(page, mug).filter({ hasText: "Emit an event" })
  await emit.getByText("Emitted the event mugs.low").waitFor()
  expect(await emit.getByRole("button").count()).toBe(0)

  // Filters are in the address, and go with their chip.
  await page.getByRole("button", { name: "Filters" }).click()
  await page.getByRole("combobox", { name: "Action", exact: true }).click()
  await page.getByRole("option", { name: "Emit an event" }).click()
  await notify.waitFor({ state: "hidden" })
  await emit.waitFor()
  expect(new URL(page.url()).searchParams.get("identifier")).toBe("emit_event")
  await page.getByRole("button", { name: /Action: Emit an event$/ }).click()
  await notify.waitFor()
  await page.getByRole("button", { name: "Filters" }).click()

  await page.getByRole("tab", { name: "Done" }).click()
  await notify.waitFor({ state: "hidden" })
  await emit.waitFor()
  await page.getByRole("tab", { name: "Under way" }).click()
  await emit.waitFor({ state: "hidden" })
  await notify.getByRole("button", { name: `Retry: Notify, ${mug.sku}, ${HAMBURG}` }).click()
  await eventually(async () => await notify.getByText("2 attempts").waitFor({ timeout: 1_000 }))

  await notify.getByRole("link", { name: `Alert: ${mug.sku}, ${HAMBURG}` }).click()
  await page.getByRole("dialog", { name: mug.sku }).getByText("Ran low: 2 left, low at 5").waitFor()
  expect(page.url()).toContain((await alertOf(mug)).id)
})

walk("an alert is acknowledged and muted with the keyboard only", async (page) => {
  const { watched, adjust, alertOf } = await shelves()
  const mug = await watched("Plum mug", { [HAMBURG]: 10 }, { threshold: 5 })
  await adjust(mug, -6)
  await page.goto(`${ALERTS}?status=all&q=${mug.sku}`)
  await rowOf(page, mug).waitFor()
  const { keyboard } = page
  const name = `${mug.sku}, ${HAMBURG}`

  await tabTo(page, `Select ${name}`)
  await tabTo(page, `Details: ${name}`)
  await keyboard.press("Enter")
  await page.getByText("Ran low: 4 left, low at 5").waitFor()
  await tabTo(page, "Acknowledge")
  await keyboard.press("Enter")
  await page.getByText("The alert is acknowledged.").first().waitFor()
  await keyboard.press("Escape")
  await focused(page, `Details: ${name}`)

  await tabTo(page, `Actions for ${name}`)
  await keyboard.press("Enter")
  await focused(page, "Resolve…")
  await keyboard.press("ArrowDown")
  await focused(page, "Mute…")
  await keyboard.press("Enter")
  await page.getByRole("dialog", { name: `Mute: ${mug.sku}` }).waitFor()
  await tabTo(page, "1 week")
  await keyboard.press("Enter")
  await tabTo(page, "Mute")
  await keyboard.press("Enter")
  await focused(page, `Actions for ${name}`)
  expect(await alertOf(mug)).toMatchObject({
    status: "acknowledged",
    muted_until: expect.any(String),
  })
})

walk(
  "a clerk answers for her own location only",
  async (page) => {
    const { watched, adjust } = await shelves()
    const mug = await watched("Fig mug", { [HAMBURG]: 10 }, { threshold: 5 })
    await adjust(mug, -6)
    await page.goto(`${ALERTS}?q=${mug.sku}`)
    const choice = page.getByRole("checkbox", { name: `Select ${mug.sku}, ${HAMBURG}` })
    await choice.waitFor()
    expect(await choice.isDisabled()).toBe(true)
    await page.getByRole("button", { name: `Actions for ${mug.sku}, ${HAMBURG}` }).click()
    await page.getByRole("menuitem", { name: "Stock history" }).waitFor()
    expect(await page.getByRole("menuitem").count()).toBe(1)
    await page.keyboard.press("Escape")
    await rowOf(page, mug)
      .getByRole("button", { name: /^Details/ })
      .click()
    const drawer = page.getByRole("dialog", { name: mug.sku })
    await drawer.getByText("Ran low: 4 left, low at 5").waitFor()
    expect(await drawer.getByRole("button", { name: "Acknowledge" }).count()).toBe(0)
  },
  { as: { email: "clerk@stockroom.test", password: "stockroom" } }
)
