import { testStore } from "../../test-store"

import { openShop } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"
import { Watch } from "./watch"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let watch: Watch

    /** WIDGET: Berlin 10, Lyon 5. HONEY: Berlin 2.75. */
    beforeAll(async () => {
      watch = new Watch(await openShop(api, getContainer()))
    })

    const RULES = "/stockroom/low-stock/rules"
    const ALERTS = "/stockroom/low-stock/alerts"
    const refused = (body: object) =>
      watch.shop.admin.refused("post", RULES, {
        ...{ inventory_item_id: watch.shop.widget, place: "together", threshold: 1 },
        ...body,
      })

    describe("a rule", () => {
      it("is made, read, changed and deleted", async () => {
        const { admin, widget, berlin } = watch.shop
        const made = await admin.post(RULES, {
          ...{ inventory_item_id: widget, place: "location", location_id: berlin },
          ...{ threshold: 2.5, actions: [{ identifier: "notify" }], lead_time_days: 7 },
          ...{ reorder_to: "40", note: "glass" },
        })
        expect(made.rule).toMatchObject({
          ...{ threshold: "2.5", enabled: true, source: "stored", muted_until: null },
          ...{ actions: [{ identifier: "notify", options: {} }], lead_time_days: 7 },
          ...{ reorder_to: "40", note: "glass" },
        })
        expect(made.names.locations).toEqual({ [berlin]: "Berlin" })
        const path = `${RULES}/${made.rule.id}`
        expect(await admin.get(path)).toEqual(made)

        const { rule } = await admin.post(path, { threshold: "3", note: null, enabled: false })
        expect(rule).toMatchObject({ threshold: "3", note: null, enabled: false, reorder_to: "40" })
        const { rules, count } = await admin.get(`${RULES}?q=widg&enabled=false`)
        expect([count, rules[0].id]).toEqual([1, rule.id])
        expect(await admin.delete(path)).toEqual({
          ...{ id: rule.id, object: "low_stock_rule", deleted: true },
        })
        expect(await admin.refused("get", path)).toMatchObject({
          ...{ status: 404, details: { rule_id: rule.id } },
        })
      })

      it.each<[string, object, number, string]>([
        ["below zero", { threshold: -1 }, 400, "threshold"],
        ["that is no number", { threshold: "many" }, 400, "threshold"],
        ["of a place that needs a location", { place: "location" }, 400, "location_id"],
        ["of a place that needs a channel", { place: "channel" }, 400, "sales_channel_id"],
        ["with a location that it has no use for", { location_id: "x" }, 400, "location_id"],
        ["of an item that is not there", { inventory_item_id: "gone" }, 404, "gone"],
        [
          "of a location that is not there",
          { place: "location", location_id: "nowhere" },
          404,
          "nowhere",
        ],
        [
          "of a channel that is not there",
          { place: "channel", sales_channel_id: "sc_gone" },
          404,
          "sc_gone",
        ],
        ["muted until no date", { muted_until: "soon" }, 400, "muted_until"],
        [
          "with an action twice",
          { actions: [{ identifier: "notify" }, { identifier: "notify" }] },
          400,
          "actions",
        ],
        ["with what nobody knows", { colour: "red" }, 400, "colour"],
      ])("%s is refused", async (_, body, status, named) => {
        const answer = await refused(body)
        expect(answer.status).toBe(status)
        expect(answer.message).toContain(named)
      })

      it("of what has a rule already is refused with that rule", async () => {
        const rule = await watch.rule("2")
        const again = await refused({
          ...{ place: "location", location_id: watch.shop.berlin, threshold: 3 },
        })
        expect(again).toMatchObject({
          ...{ status: 409, details: { rule_id: rule.id, current: "2" } },
        })
      })
    })

    it("many rules are made, replaced and deleted at once, or none", async () => {
      const { admin, widget, honey, channel } = watch.shop
      const one = { inventory_item_id: widget, place: "together", threshold: "3" }
      const other = { inventory_item_id: honey, place: "each_location", threshold: "0.25" }
      const failed = await admin.refused("post", `${RULES}/batch`, {
        create: [one, { ...other, threshold: "-1" }],
      })
      expect(failed).toMatchObject({ status: 400, details: { field: "create.1.threshold" } })
      expect((await admin.get(RULES)).count).toBe(0)

      const made = await admin.post(`${RULES}/batch`, { create: [one, other] })
      expect(made.created.map(({ threshold }: { threshold: string }) => threshold)).toEqual([
        "3",
        "0.25",
      ])
      const changed = await admin.post(`${RULES}/batch`, {
        upsert: [
          { ...one, threshold: "4" },
          { place: "channel", sales_channel_id: channel, threshold: "9" },
        ],
        delete: [made.created[1].id],
      })
      expect(changed).toMatchObject({
        created: [{ place: "channel", sales_channel_id: channel }],
        updated: [{ id: made.created[0].id, threshold: "4" }],
        deleted: [made.created[1].id],
      })
    })

    it("a file of rules goes out and comes back in", async () => {
      const { admin, berlin } = watch.shop
      await watch.rule("2", { note: "glass, fragile", actions: [{ identifier: "notify" }] })
      const exported = (await admin.get(`${RULES}/export`)) as unknown as string
      const [header, row] = exported
        .replace(/^\uFEFF/, "")
        .trim()
        .split("\n")
      expect(header).toContain("sku,inventory_item_id,place,location,location_id")
      expect(row).toContain(`WIDGET,${watch.shop.widget},location,Berlin,${berlin}`)
      const upload = (content: string, check?: boolean) =>
        admin.post(`${RULES}/import`, { content, check })
      expect(await upload(exported)).toMatchObject({ unchanged: 1, errors: [] })

      const file = [
        "sku;place;location;threshold",
        "WIDGET;location;berlin;2,5",
        "HONEY;;;0,5",
        ";each_location;;1",
      ].join("\n")
      expect(await upload(file, true)).toMatchObject({ created: 2, updated: 1, errors: [] })
      expect((await admin.get(RULES)).count).toBe(1)
      await upload(file)
      const { rules } = await admin.get(RULES)
      expect(
        rules.map((rule: Record<string, string>) => [rule.place, rule.threshold, rule.note])
      ).toEqual([
        ["each_location", "1", null],
        ["together", "0.5", null],
        ["location", "2.5", "glass, fragile"],
      ])
      const wrong = await upload("sku,threshold\nGONE,1\nHONEY,lots\nHONEY,")
      expect(wrong.errors).toEqual([
        { line: 2, field: "sku", message: "sku GONE was not found" },
        { line: 3, field: "threshold", message: expect.stringContaining("lots") },
        expect.objectContaining({ line: 4, field: "place" }),
      ])
      await upload("sku,threshold\nHONEY,")
      expect((await admin.get(RULES)).count).toBe(2)
    })

    it("what is watched of an item is told with the rule that decides", async () => {
      const { admin, widget, berlin, lyon } = watch.shop
      await admin.post(RULES, { place: "each_location", threshold: 7 })
      await watch.rule("2")
      const { pools } = await admin.get(`/stockroom/low-stock/items/${widget}`)
      expect(pools).toMatchObject([
        { location_id: berlin, available: "10", low: false, rule: { threshold: "2" }, alert: null },
        {
          ...{ location_id: lyon, available: "5", low: true, rule: { threshold: "7" } },
          alert: { status: "open" },
        },
      ])
    })

    describe("an alert", () => {
      it("is acknowledged and resolved, each once", async () => {
        const { admin } = watch.shop
        await watch.rule("10")
        const [{ id }] = await watch.list("status=open")
        expect(await admin.get(`${ALERTS}/counts`)).toEqual({ open: 1, acknowledged: 0 })
        const { alert, names } = await admin.post(`${ALERTS}/${id}/acknowledge`, { note: "PO-7" })
        expect(alert).toMatchObject({ status: "acknowledged", note: "PO-7", low: true })
        expect(names.users[alert.acknowledged_by]).toBe("admin@stockroom.test")
        expect(await admin.refused("post", `${ALERTS}/${id}/acknowledge`, {})).toMatchObject({
          ...{ status: 409, details: { status: "acknowledged" } },
        })
        expect((await admin.post(`${ALERTS}/${id}/resolve`, {})).alert).toMatchObject({
          ...{ status: "resolved", resolution: "by_hand", low: true },
        })
        expect(await admin.post(`${ALERTS}/batch`, { ids: [id], do: "resolve" })).toEqual({
          ...{ ids: [], count: 0 },
        })
        expect(await admin.refused("post", `${ALERTS}/ilow_gone/resolve`, {})).toMatchObject({
          ...{ status: 404, details: { alert_id: "ilow_gone" } },
        })
      })

      it("is muted until a date", async () => {
        const { admin } = watch.shop
        await watch.rule("10", { actions: [{ identifier: "notify" }] })
        const [{ id }] = await watch.list()
        const path = `${ALERTS}/${id}/mute`
        const { alert } = await admin.post(path, { until: "2099-01-01" })
        expect(alert.muted_until).toBe("2099-01-01T00:00:00.000Z")
        expect(await admin.refused("post", path, { until: "never" })).toMatchObject({
          ...{ status: 400, details: { field: "until" } },
        })
        expect((await admin.post(path, { until: null })).alert.muted_until).toBeNull()
      })

      it("is found by query.graph, with the runs of its actions", async () => {
        await watch.rule("10", { actions: [{ identifier: "notify" }] })
        const query = getContainer().resolve("query")
        const { data } = await query.graph({
          entity: "inventory_low_stock_alert",
          fields: ["status", "available", "runs.identifier", "runs.phase"],
        })
        expect(data).toMatchObject([
          { status: "open", available: "10", runs: [{ identifier: "notify", phase: "execute" }] },
        ])
        const { data: rules } = await query.graph({
          entity: "inventory_low_stock_rule",
          fields: ["threshold", "place"],
        })
        expect(rules).toMatchObject([{ threshold: "10", place: "location" }])
      })
    })
  },
})
