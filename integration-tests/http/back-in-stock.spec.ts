import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import fc from "fast-check"

import {
  deleteBackInStockWorkflow,
  subscribeBackInStockWorkflow,
  tellBackInStock,
} from "medusa-stockroom/workflows"

import { testStore } from "../test-store"
import { APP_LOW_STOCK, type LowStockWorld, openLowStockWorld } from "./low-stock/world"
import type { Answer } from "./shop"
import { BOOT_TIMEOUT, eventually } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

const mails = (process.env.STOCKROOM_MAILS = mkdtempSync(join(tmpdir(), "stockroom-mails-")))
const LOG = join(mails, "mails.log")
const ADA = "ada@example.com"
const OLGA = "olga@example.com"
const IVAN = "ivan@example.com"

const failStep = createStep("test-fail-after-back-in-stock", async () => {
  throw new Error("a later step failed")
})
const FAILED = { message: expect.stringContaining("a later step failed") }

const failingSubscribe = createWorkflow(
  "test-failing-back-in-stock",
  (input: WorkflowData<{ variant_id: string; sales_channel_id: string; email: string }>) => {
    subscribeBackInStockWorkflow.runAsStep({ input })
    failStep()
  }
)

const failingDelete = createWorkflow(
  "test-failing-forget",
  (input: WorkflowData<{ id: string }>) => {
    deleteBackInStockWorkflow.runAsStep({ input })
    failStep()
  }
)

testStore({
  medusaConfigFile: APP_LOW_STOCK,
  testSuite: ({ api, getContainer }) => {
    describe("who waits for a variant", () => {
      let world: LowStockWorld

      beforeAll(async () => {
        world = await openLowStockWorld(api as never, getContainer())
      })
      beforeEach(async () => {
        rmSync(LOG, { force: true })
        for (const file of [ADA, "slow", "hanging"]) rmSync(join(mails, file), { force: true })
        await stock(0)
      })
      afterAll(() => rmSync(mails, { recursive: true, force: true }))

      async function stock(berlin: number) {
        await world.set("WIDGET", berlin)
        await world.set("WIDGET", 0, world.shop.lyon)
      }
      const ask = (email: string, more: Answer = {}) =>
        world.shop.store("/stockroom/back-in-stock", {
          variant_id: world.shop.variant,
          email,
          ...more,
        })
      const tell = () => tellBackInStock(getContainer())
      const sent = () =>
        existsSync(LOG) ? readFileSync(LOG, "utf8").trim().split("\n").sort() : []
      const wishes = (email: string) =>
        world.sql("select * from inventory_back_in_stock where email = ? order by created_at", [
          email,
        ])
      const wish = async (email: string) => (await wishes(email))[0]
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the built plugin's service
      const stockroom = () => getContainer().resolve(Modules.INVENTORY) as any
      const answer = async (email: string, path: "confirm" | "unsubscribe") =>
        await world.shop.store(`/stockroom/back-in-stock/${path}`, {
          token: (await wish(email)).token,
        })
      /** Asks, and confirms by the first message. */
      async function wait(email: string) {
        await ask(email)
        await tell()
        await answer(email, "confirm")
      }
      /** As if so many seconds had passed. */
      const pass = (seconds: number) =>
        world.sql(
          `update inventory_back_in_stock set next_at = next_at - make_interval(secs => ?),
             updated_at = updated_at - make_interval(secs => ?)`,
          [seconds, seconds]
        )
      /** Tells, with a provider that does not answer for the first e-mail; gives whose that is. */
      async function tellSlowly() {
        writeFileSync(join(mails, "slow"), "")
        const telling = tell()
        await eventually(async () => expect(existsSync(join(mails, "hanging"))).toBe(true))
        const [{ to }] = await world.sql(
          "select \"to\" from notification where status = 'pending' order by created_at desc limit 1"
        )
        const answers = async () => {
          rmSync(join(mails, "hanging"))
          return await telling
        }
        return { hangs: to as string, answers }
      }
      const laterIsNow = () =>
        world.sql(
          "update inventory_back_in_stock set next_at = clock_timestamp() where message is not null"
        )

      it("confirms first, and is told once when it is back, whoever looks and however often", async () => {
        await ask(" Ada@Example.com ")
        await tell()
        expect(sent()).toEqual([ADA])
        await stock(3)
        await tell()
        expect(sent()).toEqual([ADA])

        await answer(ADA, "confirm")
        await stock(0)
        await tell()
        expect(sent()).toEqual([ADA])

        await stock(3)
        await Promise.all([tell(), tell(), tell()])
        expect(sent()).toEqual([ADA, ADA])
        expect(await wish(ADA)).toMatchObject({ status: "told", message: null })

        await stock(0)
        await tell()
        await stock(3)
        await tell()
        expect(sent()).toEqual([ADA, ADA])
        const [confirm, back] = await world.sql(
          "select data from notification where trigger_type = 'stockroom.back-in-stock' order by created_at"
        )
        const { token } = await wish(ADA)
        const link = `https://shop.example/waiting?from=mail&action=`
        expect(confirm.data).toMatchObject({
          confirm_url: `${link}confirm&token=${token}`,
          unsubscribe_url: `${link}unsubscribe&token=${token}`,
          product: { title: "Widget" },
        })
        expect(back.data).toMatchObject({ confirm_url: null, variant: { sku: "WIDGET" } })
        expect(back.data.text).toContain("Widget")
      })

      it("an order that is cancelled brings it back, too", async () => {
        await stock(2)
        const order = await world.shop.placeOrder(2)
        await wait(ADA)
        await world.shop.admin.post(`/orders/${order.id}/cancel`)
        await tell()
        expect(await wish(ADA)).toMatchObject({ status: "told" })
      })

      it("is told no more after unsubscribing, and may unsubscribe twice", async () => {
        await wait(ADA)
        await answer(ADA, "unsubscribe")
        await answer(ADA, "unsubscribe")
        // A link that is used later changes nothing, and is answered as one that is none.
        await expect(answer(ADA, "confirm")).rejects.toMatchObject({ status: 404 })
        await stock(3)
        await tell()
        expect(sent()).toEqual([ADA])
        expect(await wish(ADA)).toMatchObject({ status: "unsubscribed" })
        await expect(
          world.shop.store("/stockroom/back-in-stock/confirm", { token: "made-up" })
        ).rejects.toMatchObject({ status: 404 })
      })

      it("who has unsubscribed is not written to again before the window is over", async () => {
        await wait(ADA)
        await answer(ADA, "unsubscribe")
        await ask(ADA)
        await tell()
        expect(sent()).toEqual([ADA])
        await pass(3_601)
        await ask(ADA)
        await tell()
        expect(sent()).toEqual([ADA, ADA])
        expect(await wishes(ADA)).toMatchObject([
          { status: "unsubscribed" },
          { status: "unconfirmed" },
        ])
      })

      it("is asked to confirm once within the window, however often it asks", async () => {
        await ask(ADA)
        await tell()
        await ask(ADA)
        await tell()
        expect(sent()).toEqual([ADA])
        await pass(3_601)
        await ask(ADA)
        await tell()
        expect(sent()).toEqual([ADA, ADA])
      })

      it("is told once where a provider is slow, of those behind it by whoever takes them", async () => {
        for (const email of [ADA, OLGA, IVAN]) await wait(email)
        await stock(3)
        const slow = await tellSlowly()
        await pass(65)
        // Another server.
        expect(await tell()).toEqual({ sent: 2, failed: 0 })
        expect(await slow.answers()).toEqual({ sent: 1, failed: 0 })
        expect(sent()).toEqual([ADA, ADA, IVAN, IVAN, OLGA, OLGA])
        for (const email of [ADA, OLGA, IVAN]) {
          expect(await wish(email)).toMatchObject({ status: "told" })
        }
      })

      it("is not told where it unsubscribes or is forgotten while a server has its message in hand", async () => {
        const all = [ADA, OLGA, IVAN]
        for (const email of all) await wait(email)
        await stock(3)
        const slow = await tellSlowly()
        const [one, other] = all.filter((email) => email !== slow.hangs)
        await answer(one, "unsubscribe")
        await world.shop.admin.delete(`/stockroom/back-in-stock/${(await wish(other)).id}`)
        expect(await slow.answers()).toEqual({ sent: 1, failed: 0 })
        expect(sent()).toEqual([...all, slow.hangs].sort())
      })

      it("is told where it confirms before the first message is written down as sent", async () => {
        await ask(ADA)
        const slow = await tellSlowly()
        await answer(ADA, "confirm")
        await stock(3)
        const { variant, channel } = world.shop
        const back = [{ variant_id: variant, sales_channel_id: channel }]
        await stockroom().noteAwaitedVariants(back, back)
        await slow.answers()
        await tell()
        expect(sent()).toEqual([ADA, ADA])
        expect(await wish(ADA)).toMatchObject({ status: "told" })
      })

      it("is not told again after a crash where it was sold out in between", async () => {
        await wait(ADA)
        await stock(3)
        await tell()
        // As if the server had died between sending and writing it down.
        await world.sql(
          `update inventory_back_in_stock set status = 'waiting', message = 'back',
             next_at = clock_timestamp()`
        )
        await stock(0)
        await tell()
        expect(await wish(ADA)).toMatchObject({ status: "told", message: null })
        await stock(3)
        await tell()
        expect(sent()).toEqual([ADA, ADA])
      })

      it("waits where it confirms by a message that is said not to have got through", async () => {
        await ask(ADA)
        await world.sql(
          "update inventory_back_in_stock set status = 'failed', message = null, next_at = null"
        )
        await answer(ADA, "confirm")
        expect(await wish(ADA)).toMatchObject({ status: "waiting", last_error: null })

        // The one that it has asked for since is meant, where there is one.
        await world.sql("update inventory_back_in_stock set status = 'failed', confirmed_at = null")
        await ask(ADA)
        const [failed] = await wishes(ADA)
        await world.shop.store("/stockroom/back-in-stock/confirm", { token: failed.token })
        expect(await wishes(ADA)).toMatchObject([{ status: "failed" }, { status: "waiting" }])
        await world.shop.store("/stockroom/back-in-stock/unsubscribe", { token: failed.token })
        expect(await wishes(ADA)).toMatchObject([
          { status: "unsubscribed" },
          { status: "unsubscribed" },
        ])
        await expect(
          world.shop.store("/stockroom/back-in-stock/confirm", { token: failed.token })
        ).rejects.toMatchObject({ status: 404 })
      })

      it("is forgotten, and may unsubscribe, also where it is switched off", async () => {
        await wait(ADA)
        await wait(OLGA)
        const { back_in_stock } = stockroom().options
        back_in_stock.enabled = false
        try {
          await expect(ask(IVAN)).rejects.toMatchObject({ status: 404 })
          await answer(ADA, "unsubscribe")
          expect(await wish(ADA)).toMatchObject({ status: "unsubscribed" })
          await pass(31 * 86_400)
          await stock(3)
          expect(await tell()).toEqual({ sent: 0, failed: 0 })
          expect(await wish(ADA)).toBeUndefined()
          expect(await wish(OLGA)).toMatchObject({ status: "waiting", message: null })
        } finally {
          back_in_stock.enabled = true
        }
      })

      it.each([
        ["that no text may hold", "%00", null],
        ["of any length", `de${"-latn".repeat(1_000)}`, null],
        ["that is none", "not a language", null],
        ["of a country", "pt-br", "pt-BR"],
      ])("may ask in a language %s", async (_what, locale, kept) => {
        await world.shop.store(`/stockroom/back-in-stock?locale=${locale}`, {
          ...{ variant_id: world.shop.variant, email: ADA },
        })
        expect(await wish(ADA)).toMatchObject({ locale: kept })
      })

      it("is not told of what is gone again when the message can be sent", async () => {
        await wait(ADA)
        writeFileSync(join(mails, ADA), "")
        await stock(3)
        expect(await tell()).toEqual({ sent: 0, failed: 1 })
        expect(await wish(ADA)).toMatchObject({
          message: "back",
          last_error: expect.stringContaining(`${ADA} is away`),
        })
        rmSync(join(mails, ADA))

        await stock(0)
        await laterIsNow()
        await tell()
        expect(await wish(ADA)).toMatchObject({ status: "waiting", message: null })
        await stock(1)
        await tell()
        expect(sent()).toEqual([ADA, ADA])
      })

      it("is told later where a message does not get through, and once where its server died", async () => {
        await wait(ADA)
        await wait(OLGA)
        writeFileSync(join(mails, ADA), "")
        await stock(3)
        expect(await tell()).toEqual({ sent: 1, failed: 1 })
        rmSync(join(mails, ADA))
        await laterIsNow()
        expect(await tell()).toEqual({ sent: 1, failed: 0 })
        expect(sent()).toEqual([ADA, ADA, OLGA, OLGA])

        // As if the server had died between sending and writing it down.
        await world.sql(
          `update inventory_back_in_stock set status = 'waiting', message = 'back',
             next_at = clock_timestamp() where email = ?`,
          [ADA]
        )
        await tell()
        expect(sent()).toHaveLength(4)
        expect(await wish(ADA)).toMatchObject({ status: "told" })
      })

      it("waits in vain after ten attempts, and the list says why", async () => {
        await wait(ADA)
        writeFileSync(join(mails, ADA), "")
        await stock(3)
        for (let attempt = 0; attempt < 10; attempt++) {
          await tell()
          await laterIsNow()
        }
        rmSync(join(mails, ADA))
        const { back_in_stock } = await world.shop.admin.get("/stockroom/back-in-stock")
        expect(back_in_stock).toMatchObject([
          {
            ...{ email: ADA, status: "failed" },
            last_error: expect.stringContaining(`${ADA} is away`),
          },
        ])
      })

      it("learns nothing about who is known", async () => {
        await wait(ADA)
        const post = (email: string) =>
          (api as never as { post: (...args: unknown[]) => Promise<Answer> }).post(
            "/store/stockroom/back-in-stock",
            { variant_id: world.shop.variant, email },
            { headers: world.shop.storeHeaders }
          )
        const [known, unknown] = [await post(ADA), await post("nobody@example.com")]
        expect([known.status, known.data]).toEqual([unknown.status, unknown.data])
        expect([known.status, known.data]).toEqual([202, { accepted: true }])
        expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort())

        // Who asks too often for one address is answered the same, and sets off nothing.
        for (let n = 0; n < 5; n++) {
          const again = await post(OLGA)
          expect([again.status, again.data]).toEqual([202, { accepted: true }])
          await tell()
          await pass(3_601)
        }
        expect(sent().filter((to) => to === OLGA)).toHaveLength(3)
      })

      it("is slowed down where a network asks too often", async () => {
        for (let n = 0; n < 40; n++) await ask(`shopper-${n}@example.com`)
        await expect(ask("one-more@example.com")).rejects.toMatchObject({
          status: 429,
          body: { type: "too_many_requests" },
        })
        expect(await wish("one-more@example.com")).toBeUndefined()
      })

      it("is slowed down where a network of IPv6 asks from ever another address", async () => {
        const askFrom = async (network: string, host: number) => {
          const headers = { ...world.shop.storeHeaders, "x-forwarded-for": `${network}::${host}` }
          const { status } = await (
            api as never as { post: (...args: unknown[]) => Promise<Answer> }
          ).post(
            "/store/stockroom/back-in-stock",
            { variant_id: world.shop.variant, email: `shopper-${host}@example.com` },
            { headers, validateStatus: () => true }
          )
          return status
        }
        for (let host = 1; host <= 40; host++) {
          expect(await askFrom("2001:db8:1:2", host)).toBe(202)
        }
        expect(await askFrom("2001:db8:1:2", 41)).toBe(429)
        expect(await askFrom("2001:db8:1:3", 41)).toBe(202)
      })

      it.each([
        ["what can be had", 400, async () => (await stock(3), {})],
        ["what is not there", 404, async () => ({ variant_id: "variant_none" })],
        ["no address", 400, async () => ({ email: "ada" })],
        ["another's channel", 400, async () => ({ sales_channel_id: "sc_none" })],
        ["more than is asked for", 400, async () => ({ quantity: 2 })],
      ])("cannot wait for %s", async (_what, status, given) => {
        await expect(ask(ADA, await given())).rejects.toMatchObject({ status })
        expect(await wish(ADA)).toBeUndefined()
      })

      it("is listed with what is waited for most, and forgotten on request", async () => {
        await wait(ADA)
        await ask(OLGA)
        const { admin, variant } = world.shop
        const { demand, variants, enabled } = await admin.get("/stockroom/back-in-stock/demand")
        expect(enabled).toBe(true)
        expect(demand).toEqual([
          expect.objectContaining({ variant_id: variant, waiting: 1, unconfirmed: 1, told: 0 }),
        ])
        expect(variants[variant]).toMatchObject({ sku: "WIDGET", product: "Widget" })

        const list = (query: string) => admin.get(`/stockroom/back-in-stock?${query}`)
        expect(await list("q=olga")).toMatchObject({ count: 1 })
        const { back_in_stock } = await list(`status=waiting&variant_id=${variant}`)
        expect(back_in_stock).toMatchObject([{ email: ADA, status: "waiting" }])
        expect(back_in_stock[0]).not.toHaveProperty("token")

        await admin.delete(`/stockroom/back-in-stock/${back_in_stock[0].id}`)
        expect(await wish(ADA)).toBeUndefined()
        expect(
          await admin.refused("delete", `/stockroom/back-in-stock/${back_in_stock[0].id}`)
        ).toMatchObject({ status: 404 })
      })

      it("is as before where a later step of a workflow fails", async () => {
        const input = {
          ...{ variant_id: world.shop.variant, sales_channel_id: world.shop.channel, email: ADA },
        }
        await expect(failingSubscribe(getContainer()).run({ input })).rejects.toMatchObject(FAILED)
        expect(await wish(ADA)).toBeUndefined()

        await wait(ADA)
        const before = await wish(ADA)
        // Who waits already is not forgotten with a request that fails.
        await expect(failingSubscribe(getContainer()).run({ input })).rejects.toMatchObject(FAILED)
        await expect(
          failingDelete(getContainer()).run({ input: { id: before.id } })
        ).rejects.toMatchObject(FAILED)
        expect(await wish(ADA)).toEqual({ ...before, updated_at: expect.any(Date) })
      })

      it("is forgotten by itself after the days that the options say", async () => {
        await wait(ADA)
        await ask(OLGA)
        await world.sql(`update inventory_back_in_stock set
          updated_at = updated_at - interval '31 days', created_at = created_at - interval '31 days'`)
        await tell()
        expect(await wish(OLGA)).toBeUndefined()
        expect(await wish(ADA)).toMatchObject({ status: "waiting" })
      })

      it("of any kind is answered or refused, and never fails", async () => {
        const value = fc.oneof(
          fc.string({ unit: "binary", maxLength: 30 }),
          fc.constantFrom(world.shop.variant, ADA, "\u0000", "", null, 7, ["a"], { a: 1 })
        )
        const body = fc.dictionary(
          fc.constantFrom("variant_id", "email", "sales_channel_id", "token", "__proto__"),
          value
        )
        await fc.assert(
          fc.asyncProperty(
            fc.constantFrom("", "/confirm", "/unsubscribe"),
            fc.string({ unit: "binary", maxLength: 30 }),
            body,
            async (path, locale, given) => {
              const query = new URLSearchParams({ locale })
              const status = await world.shop
                .store(`/stockroom/back-in-stock${path}?${query}`, given)
                .then(() => 200)
                .catch((error: { status: number }) => error.status)
              expect([200, 400, 404, 429]).toContain(status)
            }
          ),
          { numRuns: 150 }
        )
      })
    })
  },
})
