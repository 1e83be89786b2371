import type { Page } from "playwright-core"

import { walk } from "./support/browser"
import { eventually } from "./support/eventually"
import { type Goods, openWarehouse } from "./support/warehouse"

/**
 * On the shelves, for each walk anew, and a transfer of both from Hamburg to Lyon:
 *
 *              Hamburg  Lyon  transferred
 *     Zest mug      10     4            6
 *     Mint mug       5     -            3    labelled with an EAN
 */
async function shelves() {
  const warehouse = await openWarehouse()
  const zest = await warehouse.stockProduct("Zest mug", {
    "Hamburg Warehouse": 10,
    "Lyon Warehouse": 4,
  })
  const mint = await warehouse.stockProduct("Mint mug", { "Hamburg Warehouse": 5 })
  const ean = String(Date.now())
  await warehouse.admin.post(`/products/${mint.product}/variants/${mint.variant}`, { ean })
  const hamburg = await warehouse.location("Hamburg Warehouse")
  const lyon = await warehouse.location("Lyon Warehouse")
  const { transfer } = await warehouse.admin.post("/stockroom/transfers", {
    origin_id: hamburg,
    destination_id: lyon,
    reference: "PO-7",
    lines: [
      { inventory_item_id: zest.item, quantity: 6 },
      { inventory_item_id: mint.item, quantity: 3 },
    ],
  })
  const at = (goods: Goods, place: string) => warehouse.level(goods.item, place)
  return { warehouse, zest, mint, ean, hamburg, lyon, transfer, at, page: pageOf(transfer.id) }
}

const pageOf = (id: string) => `/app/inventory/transfers/${id}`

/** As a scanner does it: the code in one go, and Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.getByLabel("Scan or type SKU, EAN, UPC or barcode").pressSequentially(code)
  await page.keyboard.press("Enter")
}

async function menu(page: Page, entry: string): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).click()
  await page.getByRole("menuitem", { name: entry }).click()
}

walk("a draft is sent, received by scanner and with a reject, and ends received", async (page) => {
  const world = await shelves()
  const { zest, mint, ean, hamburg, lyon, transfer, at } = world
  await page.goto(world.page)

  // Sent, with what Hamburg has and would have.
  await page.getByRole("button", { name: "Send", exact: true }).click()
  const drawer = page.getByRole("dialog", { name: `Send ${transfer.number}` })
  await drawer.getByRole("row").filter({ hasText: zest.sku }).getByText("10 → 4").waitFor()
  await drawer.getByRole("row").filter({ hasText: mint.sku }).getByText("5 → 2").waitFor()
  await drawer.getByRole("button", { name: "Send" }).click()
  await page.getByText(`${transfer.number} is on its way.`).first().waitFor()
  await page.getByText("On its way").first().waitFor()
  expect(await at(zest, lyon)).toMatchObject({ available: "4", incoming: "6" })

  // A part of it arrives, and is scanned.
  await page.getByRole("link", { name: "Receive", exact: true }).click()
  await page.getByRole("heading", { name: `Receive ${transfer.number}` }).waitFor()
  const accepted = page.getByLabel(`Accepted of ${zest.sku}`)
  await scan(page, zest.sku)
  await page.getByText(`${zest.sku}: 1 of 6 accepted`).waitFor()
  await scan(page, `3*${zest.sku}`)
  await page.getByText(`${zest.sku}: 4 of 6 accepted`).waitFor()
  expect(await accepted.inputValue()).toBe("4")
  await page.getByText("incoming 6 → 2, available 4 → 8").waitFor()
  // By the EAN of its variant.
  await scan(page, ean)
  await page.getByText(`${mint.sku}: 1 of 3 accepted`).waitFor()

  // What is not in it, or too many, changes nothing, and the field is ready for the next.
  await scan(page, "NO-SUCH-MUG")
  await page.getByText("NO-SUCH-MUG is not in this transfer. Nothing was changed.").waitFor()
  await scan(page, `3*${zest.sku}`)
  await page.getByText(`${zest.sku}: only 6 outstanding. Nothing was changed.`).waitFor()
  expect(await accepted.inputValue()).toBe("4")

  // What was scanned is not lost by a wrong click.
  await page.getByRole("link", { name: "Back to the transfer" }).click()
  const leave = page.getByRole("alertdialog", { name: "Leave without saving?" })
  await leave.getByRole("button", { name: "Stay" }).click()
  expect(await accepted.inputValue()).toBe("4")

  // One is broken.
  await page.getByRole("button", { name: `Reject units of ${zest.sku}` }).click()
  const rejected = page.getByRole("group", { name: `Rejected units of ${zest.sku}` })
  await rejected.getByLabel("Rejected", { exact: true }).fill("1")
  await page.getByRole("button", { name: "Receive", exact: true }).click()
  await rejected.getByText("Say why.").waitFor()
  await rejected.getByLabel("What becomes of them").click()
  await page.getByRole("option", { name: "Keep as damaged" }).click()
  await rejected.getByLabel("Reason").fill("handle broken")
  await page.getByText("incoming 6 → 1, available 4 → 8, damaged 0 → 1").waitFor()
  await page.getByRole("button", { name: "Receive", exact: true }).click()
  await page.getByText(`Received a part of ${transfer.number}.`).first().waitFor()
  await page.getByText("Partly received").first().waitFor()
  await page.getByText(`1 × ${zest.sku} rejected: Keep as damaged`).waitFor()
  await page.getByText("Reason: handle broken").waitFor()
  expect(await at(zest, lyon)).toMatchObject({ available: "8", damaged: "1", incoming: "1" })

  // The rest arrives.
  await page.getByRole("link", { name: "Receive", exact: true }).click()
  await page.getByRole("button", { name: "Accept all", exact: true }).click()
  await page.getByText("3 accepted, 0 rejected; 0 left outstanding.").waitFor()
  await page.getByRole("button", { name: "Receive", exact: true }).click()
  await page.getByText(`${transfer.number} is received.`).first().waitFor()
  await page.getByText("Received", { exact: true }).first().waitFor()
  expect(await at(zest, lyon)).toMatchObject({ available: "9", damaged: "1", incoming: "0" })
  expect(await at(mint, lyon)).toMatchObject({ available: "3", incoming: "0" })
  expect(await at(zest, hamburg)).toMatchObject({ available: "4", on_hand: "4" })

  // The history has it, at both ends.
  await menu(page, "Stock history")
  await page.waitForURL(`**/inventory/history?transfer_id=${transfer.id}`)
  const history = page.getByRole("region", { name: "Stock history" })
  await history.getByText("Transfer sent").first().waitFor()
  expect(await history.getByText("Transfer received").count()).toBe(2)
  expect(await history.getByText("Hamburg Warehouse").count()).toBeGreaterThan(0)
  expect(await history.getByText("Lyon Warehouse").count()).toBeGreaterThan(0)
  await history
    .getByRole("link", { name: /^Transfer #/ })
    .first()
    .click()
  await page.getByRole("heading", { name: transfer.number }).waitFor()
})

walk("a transfer is cancelled in transit, and its units are back", async (page) => {
  const world = await shelves()
  const { warehouse, zest, hamburg, lyon, transfer, at } = world
  await warehouse.admin.post(`/stockroom/transfers/${transfer.id}/pending`, {})
  expect(await at(zest, hamburg)).toMatchObject({ available: "4" })

  // The number of what is incoming leads to it.
  await page.goto(`/app/inventory/${zest.item}`)
  await page.getByRole("button", { name: "Incoming at Lyon Warehouse: 6" }).click()
  await page.getByRole("menuitem", { name: "See transfers" }).click()
  await page.getByRole("tab", { name: "Open", selected: true }).waitFor()
  const row = page.getByRole("row").filter({ hasText: transfer.number })
  await row.getByText("Hamburg Warehouse → Lyon Warehouse").waitFor()
  await row.getByRole("img", { name: "Of 9: 0 accepted, 0 rejected, 9 outstanding" }).waitFor()
  await row.getByRole("link", { name: transfer.number }).click()

  await menu(page, "Cancel transfer…")
  const drawer = page.getByRole("dialog", { name: `Cancel ${transfer.number}` })
  await drawer.getByText("Outstanding: 9, of 2 items.").waitFor()
  await drawer.getByLabel("Reason (optional)").fill("truck broke down")
  await drawer.getByRole("button", { name: "Cancel transfer" }).click()
  await page.getByText(`${transfer.number} is cancelled.`).first().waitFor()
  await page.getByText("What was outstanding went back to the origin.").waitFor()
  await page.getByText("Reason: truck broke down").waitFor()
  expect(await at(zest, hamburg)).toMatchObject({ available: "10", on_hand: "10" })
  expect(await at(zest, lyon)).toMatchObject({ available: "4", incoming: "0" })

  await page.goto(`${world.page}/receive`)
  await page.getByText("It was cancelled.").waitFor()
})

walk(
  "somebody who was faster is told of, and nothing is received twice",
  async (page) => {
    const world = await shelves()
    const { warehouse, zest, mint, lyon, transfer, at } = world
    await warehouse.admin.post(`/stockroom/transfers/${transfer.id}/pending`, {})
    await page.goto(`${world.page}/receive`)
    await page.getByRole("button", { name: "Accept all", exact: true }).click()
    await page.getByText("9 accepted, 0 rejected").waitFor()
    await warehouse.admin.post(`/stockroom/transfers/${transfer.id}/receive`, {
      lines: [{ inventory_item_id: zest.item, accepted: 5 }],
    })
    await page.getByRole("button", { name: "Receive", exact: true }).click()
    await page.getByText("The transfer has changed meanwhile").waitFor()
    await page.getByText("Only 1 outstanding.").waitFor()
    await page.getByRole("button", { name: "Accept all", exact: true }).click()
    await page.getByText("4 accepted, 0 rejected").waitFor()
    await page.getByRole("button", { name: "Receive", exact: true }).click()
    await page.getByText(`${transfer.number} is received.`).first().waitFor()
    expect(await at(zest, lyon)).toMatchObject({ available: "10", incoming: "0" })
    expect(await at(mint, lyon)).toMatchObject({ available: "3", incoming: "0" })
  },
  { expected: [/status of 400/] }
)

walk(
  "more than the origin has is sent only where somebody says so; drafts are copied and deleted",
  async (page) => {
    const world = await shelves()
    const { warehouse, zest, hamburg, transfer, at } = world
    await warehouse.admin.post(`/stockroom/transfers/${transfer.id}`, {
      lines: [{ inventory_item_id: zest.item, quantity: 12 }],
    })
    await page.goto(world.page)
    await page.getByRole("button", { name: "Send", exact: true }).click()
    const drawer = page.getByRole("dialog", { name: `Send ${transfer.number}` })
    await drawer.getByText("Hamburg Warehouse has not enough of 1 item.").waitFor()
    await drawer.getByText("2 short").waitFor()
    await drawer.getByRole("button", { name: "Send" }).click()
    await drawer.getByText("Allow it, or change the draft first.").waitFor()
    await drawer.getByRole("checkbox", { name: "Send all the same" }).click()
    await drawer.getByRole("button", { name: "Send" }).click()
    await page.getByText(`${transfer.number} is on its way.`).first().waitFor()
    expect(await at(zest, hamburg)).toMatchObject({ available: "-2" })

    await menu(page, "Duplicate")
    await page.getByText("was drafted.").first().waitFor()
    await page.getByText("Draft", { exact: true }).waitFor()
    const copy = page.url().split("/").at(-1) ?? ""
    expect(copy).not.toBe(transfer.id)
    await menu(page, "Delete draft")
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete draft" }).click()
    await page.waitForURL("**/inventory/transfers")
    expect(await warehouse.admin.refused("get", `/stockroom/transfers/${copy}`)).toMatchObject({
      status: 404,
    })
    await warehouse.admin.post(`/stockroom/transfers/${transfer.id}/cancel`, {})
  },
  { expected: [/status of 404/] }
)

for (const theme of ["light", "dark"] as const) {
  walk(
    `the packing list has barcodes, and is black on white in the ${theme} theme`,
    async (page) => {
      const { zest, mint, transfer, page: path } = await shelves()
      await page.goto(`${path}/print`)
      const sheet = page.locator(".stockroom-paper")
      for (const code of [transfer.number, zest.sku, mint.sku]) {
        const barcode = sheet.getByRole("img", { name: code, exact: true })
        // Start, a bar of three strokes for each character, check and stop: at least.
        await eventually(async () =>
          expect(await barcode.locator("rect").count()).toBeGreaterThan(code.length)
        )
      }
      await sheet.getByText("2 items · 9 in all").waitFor()
      expect(await page.getByRole("button", { name: "Print" }).isEnabled()).toBe(true)

      // On paper the dashboard around it is gone.
      await page.emulateMedia({ media: "print" })
      expect(await page.getByRole("navigation").first().isVisible()).toBe(false)
      expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false)
      expect(await sheet.isVisible()).toBe(true)
      const colors = await sheet.evaluate(
        `(() => [document.querySelector(".stockroom-paper"), document.body, document.querySelector(".stockroom-paper h1")]
          .map((element) => getComputedStyle(element)))()
          .map(({ backgroundColor, color }) => [backgroundColor, color])`
      )
      expect(colors).toEqual([
        ["rgb(255, 255, 255)", "rgb(0, 0, 0)"],
        ["rgb(255, 255, 255)", expect.any(String)],
        ["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"],
      ])
    },
    { theme }
  )
}
