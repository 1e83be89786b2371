import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Modules } from "@medusajs/framework/utils"

import { runLowStockActions } from "medusa-stockroom/workflows"

import { testStore } from "../../test-store"
import type { Answer } from "../shop"
import { BOOT_TIMEOUT, eventually } from "../support"
import { APP_LOW_STOCK, type LowStockWorld, openLowStockWorld } from "./world"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP_LOW_STOCK,
  testSuite: ({ api, getContainer }) => {
    describe("what is done about low stock", () => {
      let world: LowStockWorld
      let folder: string
      const file = (name: string) => join(folder, name)

      beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), "stockroom-actions-"))
        world = await openLowStockWorld(api as never, getContainer())
      })

      afterAll(() => rmSync(folder, { recursive: true, force: true }))

      /** A rule about WIDGETs in Berlin, low at 5. */
      const widgetRule = (...actions: { identifier: string; options?: Answer }[]) =>
        world.rule({
          inventory_item_id: world.items.WIDGET,
          place: "location",
          location_id: world.shop.berlin,
          threshold: 5,
          actions,
        })

      // The next test begins with the database as it was before: nothing may still write to it.
      afterEach(async () => {
        await eventually(async () => {
          expect(await world.runs("status=running")).toEqual([])
        })
      })

      it("lists what rules can name, with the store's own", async () => {
        const { actions } = await world.shop.admin.get("/stockroom/low-stock/actions")
        expect(
          actions.map(({ identifier, has_undo, built_in }: Answer) => [
            identifier,
            has_undo,
            built_in,
          ])
        ).toEqual([
          ["draft_transfer", false, true],
          ["emit_event", true, true],
          ["fragile", false, false],
          ["notify", false, true],
          ["unpublish", true, true],
          ["write_down", true, false],
          ["write_down_too", true, false],
        ])
        expect(actions[1]).toMatchObject({
          label: "Emit an event",
          options_schema: { type: "object", required: ["name"] },
        })
      })

      it.each([
        [{ identifier: "sing" }, /actions\.0\.identifier must be one of draft_transfer/],
        [{ identifier: "emit_event" }, /actions\.0\.options\.name/],
        [{ identifier: "notify", options: { to: ["nobody"] } }, /actions\.0\.options\.to\.0/],
        [{ identifier: "unpublish", options: { now: true } }, /actions\.0\.options/],
      ])("a rule with %j is refused", async (action, message) => {
        await expect(widgetRule(action)).rejects.toThrow(message)
      })

      it("notify: everybody is told once, though an e-mail does not get through at first", async () => {
        const away = file("olga@example.com")
        writeFileSync(away, "")
        await widgetRule({
          identifier: "notify",
          options: { to: ["ada@example.com", "olga@example.com"], template: folder },
        })
        await world.set("WIDGET", 4)

        const retry = async (id: string) =>
          await world.shop.admin.post(`/stockroom/low-stock/runs/${id}/retry`)
        const { id, last_error } = await world.ended("notify", { status: "pending", attempts: 1 })
        expect(last_error).toMatch(/olga@example\.com is away/)
        await retry(id)
        const again = await world.ended("notify", { status: "pending", attempts: 2 })
        expect(again.last_error).toMatch(/olga@example\.com is away/)
        rmSync(away)
        await retry(id)
        await world.ended("notify", {
          status: "done",
          attempts: 3,
          result: { notified: ["feed", "ada@example.com", "olga@example.com"] },
        })

        expect(readFileSync(file("mails.log"), "utf8")).toBe("ada@example.com\nolga@example.com\n")
        const { notifications } = await world.shop.admin.get("/notifications?channel=feed")
        expect(notifications).toHaveLength(1)
        expect(notifications[0].data).toEqual({
          title: "Low stock: One (WIDGET)",
          description: "4 left at Berlin; low at 5",
        })
      })

      it("emit_event: with the alert, and another when it is back", async () => {
        const heard: Answer[] = []
        const bus = getContainer().resolve(Modules.EVENT_BUS)
        const listen = async ({ name, data }: Answer) => void heard.push({ name, ...data })
        bus.subscribe("widget.low", listen as never, { subscriberId: "test-low" })
        bus.subscribe("widget.back", listen as never, { subscriberId: "test-back" })
        await widgetRule({
          identifier: "emit_event",
          options: { name: "widget.low", recovered_name: "widget.back", data: { shelf: 7 } },
        })

        await world.set("WIDGET", 5)
        await world.set("WIDGET", 3)
        await eventually(async () => expect(heard).toHaveLength(1))
        await world.set("WIDGET", 6)
        await eventually(async () => expect(heard).toHaveLength(2))

        expect(heard).toMatchObject([
          {
            name: "widget.low",
            alert: { inventory_item_id: world.items.WIDGET, available: "5", threshold: "5" },
            data: { shelf: 7 },
          },
          { name: "widget.back", alert: { status: "resolved", recovery_available: "6" } },
        ])
      })

      it("draft_transfer: from where there is most to spare, once for all attempts", async () => {
        const { berlin, lyon, admin } = world.shop
        await widgetRule({ identifier: "draft_transfer" })
        await world.set("WIDGET", 20, lyon)
        await world.set("WIDGET", 2)

        const run = await world.ended("draft_transfer", { status: "done" })
        expect(run.result).toMatchObject({ origin_id: lyon, quantity: "8" })
        await world.sql(
          "update inventory_low_stock_run set status = 'failed', finished_at = null where id = ?",
          [run.id]
        )
        await admin.post(`/stockroom/low-stock/runs/${run.id}/retry`)
        await world.ended("draft_transfer", { status: "done", attempts: 2, result: run.result })

        const { transfers } = await admin.get("/stockroom/transfers?status=draft")
        expect(transfers).toHaveLength(1)
        const { transfer } = await admin.get(`/stockroom/transfers/${transfers[0].id}`)
        expect(transfer).toMatchObject({
          id: run.result.transfer_id,
          origin_id: lyon,
          destination_id: berlin,
          note: "Low stock: One (WIDGET), 2 left at Berlin",
          lines: [{ inventory_item_id: world.items.WIDGET, quantity: "8" }],
        })
      })

      it("draft_transfer: nothing to spare is no failure", async () => {
        await widgetRule({ identifier: "draft_transfer" })
        await world.set("WIDGET", 0, world.shop.lyon)
        await world.set("WIDGET", 2)
        await world.ended("draft_transfer", {
          status: "done",
          result: { transfer_id: null, why: "no other location has any to spare" },
        })
      })

      describe("unpublish", () => {
        const gloves = () => world.products.gloves
        const seen = (shown: boolean) =>
          eventually(async () => expect(await world.shown(gloves())).toBe(shown))
        const settled = () =>
          eventually(async () => {
            expect(await world.runs("status=pending&status=running")).toEqual([])
          })

        beforeEach(async () => {
          for (const sku of ["LEFT", "RIGHT"] as const) {
            await world.rule({
              inventory_item_id: world.items[sku],
              place: "together",
              threshold: 2,
              actions: [{ identifier: "unpublish" }],
            })
          }
        })

        it("hides a product when its last variant is low, and puts it back when one recovers", async () => {
          await world.set("LEFT", 1)
          await settled()
          expect(await world.shown(gloves())).toBe(true)

          await world.set("RIGHT", 2)
          await seen(false)
          await world.set("LEFT", 3)
          await seen(true)
          const { product } = await world.shop.admin.get(`/products/${gloves()}`)
          expect(product).toMatchObject({ status: "published" })
          expect(product.metadata ?? {}).not.toHaveProperty("stockroom_unpublished_at")
        })

        it("leaves a product alone that the merchant has unpublished", async () => {
          await world.shop.admin.post(`/products/${gloves()}`, { status: "draft" })
          await world.set("LEFT", 1)
          await world.set("RIGHT", 1)
          await settled()
          await world.set("LEFT", 9)
          await world.set("RIGHT", 9)
          await settled()
          expect(await world.shown(gloves())).toBe(false)
        })

        it("forgets what it did once the merchant has published it himself", async () => {
          await world.set("LEFT", 1)
          await world.set("RIGHT", 1)
          await seen(false)
          await world.shop.admin.post(`/products/${gloves()}`, { status: "published" })
          await eventually(async () => {
            const { product } = await world.shop.admin.get(`/products/${gloves()}`)
            expect(product.metadata ?? {}).not.toHaveProperty("stockroom_unpublished_at")
          })
          await world.shop.admin.post(`/products/${gloves()}`, { status: "draft" })
          await world.set("LEFT", 9)
          await world.set("RIGHT", 9)
          await settled()
          expect(await world.shown(gloves())).toBe(false)
        })

        it("by location: while another location still sells, the product stays", async () => {
          const { berlin, lyon } = world.shop
          for (const location_id of [berlin, lyon]) {
            await world.rule({
              inventory_item_id: world.items.WIDGET,
              place: "location",
              location_id,
              threshold: 2,
              actions: [{ identifier: "unpublish" }],
            })
          }
          await world.set("WIDGET", 1)
          await settled()
          expect(await world.shown(world.products.widget)).toBe(true)
          await world.set("WIDGET", 0, lyon)
          await eventually(async () => expect(await world.shown(world.products.widget)).toBe(false))
          await world.set("WIDGET", 3, lyon)
          await eventually(async () => expect(await world.shown(world.products.widget)).toBe(true))
        })
      })

      it("an action that fails stops neither the order nor the others; it waits, and can be retried", async () => {
        writeFileSync(file("down"), "")
        const { admin } = world.shop
        await widgetRule(
          { identifier: "fragile", options: { while_exists: file("down") } },
          { identifier: "write_down", options: { file: file("order.log") } }
        )
        const order = await world.shop.placeOrder(6)
        expect(order.items).toHaveLength(1)

        await world.ended("write_down", { status: "done" })
        const failed = await world.ended("fragile", {
          status: "pending",
          attempts: 1,
          last_error: "The other system is down",
        })
        const wait = Date.parse(failed.next_at) - Date.now()
        expect(wait).toBeGreaterThan(15_000)
        expect(wait).toBeLessThan(31_000)

        await world.sql("update inventory_low_stock_run set attempts = 9 where id = ?", [failed.id])
        await admin.post(`/stockroom/low-stock/runs/${failed.id}/retry`)
        const given = await world.ended("fragile", { status: "failed", attempts: 10 })
        expect(given).toMatchObject({ next_at: null, last_error: "The other system is down" })

        rmSync(file("down"))
        const { run } = await admin.post(`/stockroom/low-stock/runs/${failed.id}/retry`)
        expect(run.status).toBe("pending")
        await world.ended("fragile", { status: "done", attempts: 11, last_error: null })
        expect(
          await admin.refused("post", `/stockroom/low-stock/runs/${failed.id}/retry`)
        ).toMatchObject({ status: 409, details: { run_id: failed.id, status: "done" } })
        expect(await admin.refused("post", `/stockroom/low-stock/runs/none/retry`)).toMatchObject({
          status: 404,
          details: { run_id: "none" },
        })
      })

      it("on recovery, what was done is undone with its result; what had not begun is skipped", async () => {
        const { alert_id } = await (async () => {
          await widgetRule({ identifier: "write_down", options: { file: file("undo.log") } })
          await world.set("WIDGET", 4)
          return await world.ended("write_down", { status: "done", attempts: 1 })
        })()
        await world.set("WIDGET", 8)
        await eventually(async () => {
          expect(await world.runs(`alert_id=${alert_id}&status=done`)).toHaveLength(2)
        })
        expect(readFileSync(file("undo.log"), "utf8")).toMatch(/undone {"attempt":1}\n$/)

        const [item] = [world.items.WIDGET]
        await world.sql(
          "update inventory_low_stock_rule set muted_until = now() + interval '1 day'"
        )
        await world.set("WIDGET", 4)
        await world.ended("write_down", { status: "pending", attempts: 0 })
        await world.set("WIDGET", 8)
        await eventually(async () => {
          const runs = await world.runs(`inventory_item_id=${item}&status=skipped&limit=2`)
          expect(runs.filter((run) => run.alert_id !== alert_id)).toHaveLength(2)
        })
      })

      it("what failed for good is undone too, since nobody knows how far it came; it is not retried then", async () => {
        writeFileSync(file("hang"), "")
        await widgetRule({
          identifier: "write_down",
          options: { file: file("failed.log"), while_exists: file("hang") },
        })
        await world.set("WIDGET", 4)
        const run = await world.ended("write_down", { status: "running" })
        // As if its server had died with the tenth attempt, and the claim had ended.
        await world.sql(
          `update inventory_low_stock_run set attempts = 10, claim = 'of a dead server',
            next_at = now(), claimed_until = now() where id = ?`,
          [run.id]
        )
        rmSync(file("hang"))
        await runLowStockActions(getContainer())
        await world.ended("write_down", {
          status: "failed",
          last_error: "The server stopped while the action ran",
        })
        await world.set("WIDGET", 8)
        await world.ended("write_down", { status: "done" }, "undo")
        expect(readFileSync(file("failed.log"), "utf8")).toMatch(/undone null\n$/)
        expect(
          await world.shop.admin.refused("post", `/stockroom/low-stock/runs/${run.id}/retry`)
        ).toMatchObject({ status: 409, message: expect.stringMatching(/has recovered/) })
      })
    })
  },
})
