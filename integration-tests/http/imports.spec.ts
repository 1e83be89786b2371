import { testStore } from "../test-store"
import { type Answer, openShop, type Shop } from "./shop"
import { APP, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop

    /** WIDGET: Berlin 10, Lyon 5. HONEY: Berlin 2.75. */
    beforeAll(async () => {
      shop = await openShop(api, getContainer())
    })

    afterEach(async () => {
      const { verification } = await shop.admin.get("/stockroom/verify")
      expect(verification.drifts).toEqual([])
    })

    const file = (...lines: string[]) => lines.join("\n")
    const check = async (content: string, more: object = {}) =>
      (await shop.admin.post("/stockroom/imports", { file_name: "count.csv", content, ...more }))
        .import
    const rows = async (id: string, query = "") =>
      (await shop.admin.get(`/stockroom/imports/${id}/rows?${query}`)).rows
    const apply = (id: string, body: object = {}) =>
      shop.admin.post(`/stockroom/imports/${id}/apply`, body)
    const refused = (id: string, body: object = {}) =>
      shop.admin.refused("post", `/stockroom/imports/${id}/apply`, body)
    const retrieve = async (id: string) => (await shop.admin.get(`/stockroom/imports/${id}`)).import
    const level = async (item = shop.widget, location = shop.berlin) => {
      const { stock } = await shop.admin.get(
        `/stockroom/stock?inventory_item_id=${item}&location_id=${location}`
      )
      return stock[0]
    }
    const change = (...changes: object[]) => shop.admin.post("/stockroom/stock", { changes })
    const berlin = () => ({ inventory_item_id: shop.widget, location_id: shop.berlin })
    const codes = (found: Answer[]) => found.map(({ line, error }) => `${line} ${error?.code}`)
    const text = async (path: string) => {
      const { data } = await api.get(`/admin${path}`, { headers: shopHeaders() })
      return String(data).replace(/^\uFEFF/, "")
    }
    let headers: object
    const shopHeaders = () => headers
    beforeAll(async () => {
      const login = { email: "admin@stockroom.test", password: "supersecret" }
      const { data } = await api.post("/auth/user/emailpass", login)
      headers = { authorization: `Bearer ${data.token}` }
    })

    it("checks a file without changing stock, row by row", async () => {
      const record = await check(
        file(
          "SKU,Location,On hand,Damaged,Colour,committed",
          "WIDGET,Berlin,12,2,red,",
          "WIDGET,lyon,5,,blue,0",
          "HONEY,Berlin,many,,,"
        ),
        { reason: "yearly count", note: "all shelves" }
      )

      expect(record).toMatchObject({
        id: expect.stringMatching(/^simp_/),
        file_name: "count.csv",
        status: "checked",
        rows: 3,
        changes: 1,
        unchanged: 1,
        errors: 1,
        ignored_columns: ["Colour", "committed"],
        reason: "yearly count",
        movement_id: null,
        progress: null,
        created_by_name: "admin@stockroom.test",
      })
      expect(await rows(record.id, "kind=change")).toMatchObject([
        {
          line: 2,
          sku: "WIDGET",
          location: "Berlin",
          before: { on_hand: "10", available: "10", damaged: "0" },
          after: { on_hand: "12", available: "10", damaged: "2" },
          error: null,
        },
      ])
      expect(await rows(record.id, "kind=unchanged")).toMatchObject([{ line: 3, after: null }])
      expect(await rows(record.id, "kind=error")).toMatchObject([
        {
          line: 4,
          error: {
            code: "not_a_number",
            params: { column: "on_hand", value: "many" },
            message: 'on_hand: "many" is not a number.',
          },
        },
      ])
      expect(await level()).toMatchObject({ on_hand: "10", damaged: "0" })
      const { imports, count } = await shop.admin.get("/stockroom/imports")
      expect([imports[0].id, count]).toEqual([record.id, 1])
    })

    it("applies as one movement that the history finds by the import, and undoes all of it", async () => {
      const { id } = await check(
        file("sku;location;on_hand;damaged", "WIDGET;Berlin;12;2", "HONEY;Berlin;2,5;"),
        { note: "all shelves" }
      )
      const { import: applied, repeated } = await apply(id)

      expect(repeated).toBe(false)
      expect(applied).toMatchObject({ status: "applied", applied_rows: 2, failure: null })
      expect(await level()).toMatchObject({ on_hand: "12", available: "10", damaged: "2" })
      expect(await level(shop.honey)).toMatchObject({ on_hand: "2.5" })
      const { history } = await shop.admin.get(`/stockroom/history?import_id=${id}`)
      expect(new Set(history.map((row: Answer) => row.movement_id))).toEqual(
        new Set([applied.movement_id])
      )
      expect(history[0]).toMatchObject({ note: "all shelves", actor_type: "user" })

      const { undo } = await shop.admin.get(`/stockroom/imports/${id}/undo`)
      expect(undo).toMatchObject({ possible: true, changes: 2, negative: [] })
      const undone = await shop.admin.post(`/stockroom/imports/${id}/undo`, { note: "wrong file" })
      expect(undone.import).toMatchObject({
        status: "undone",
        undo_movement_id: expect.stringMatching(/^imov_/),
      })
      expect(await level()).toMatchObject({ on_hand: "10", available: "10", damaged: "0" })
      expect(await level(shop.honey)).toMatchObject({ on_hand: "2.75" })
      const { history: all } = await shop.admin.get(`/stockroom/history?import_id=${id}`)
      expect(all).toHaveLength(4)
      expect(await refused(id)).toMatchObject({ status: 409, details: { status: "undone" } })
      expect((await shop.admin.get(`/stockroom/imports/${id}/undo`)).undo.possible).toBe(false)
      expect(await shop.admin.refused("post", `/stockroom/imports/${id}/undo`)).toMatchObject({
        status: 409,
      })
    })

    it("says what stands against each row", async () => {
      const locations = await Promise.all(
        ["Twin", "Twin"].map((name) => shop.admin.post("/stock-locations", { name }))
      )
      await shop.admin.post("/reservations", {
        ...berlin(),
        quantity: 3,
      })
      const record = await check(
        file(
          "sku,inventory_item_id,location,location_id,on_hand,available,reserved,safety",
          "NOWHERE,,Berlin,,1,,,",
          ",iitem_none,Berlin,,1,,,",
          `HONEY,${shop.widget},Berlin,,1,,,`,
          "WIDGET,,Atlantis,,1,,,",
          "WIDGET,,Twin,,1,,,",
          `WIDGET,,Berlin,${shop.lyon},1,,,`,
          "WIDGET,,Berlin,,,,2,",
          "WIDGET,,Berlin,,,8,,",
          "WIDGET,,Lyon,,9,7,,",
          "HONEY,,Berlin,,,,,-1",
          `HONEY,,,${locations[0].stock_location.id},1 000,,,`,
          ",,Berlin,,1,,,",
          "WIDGET,,,,1,,,",
          "WIDGET,,Lyon,,1,,,,7"
        )
      )

      expect(codes(await rows(record.id, "kind=error"))).toEqual([
        "2 unknown_sku",
        "3 unknown_item",
        "4 item_mismatch",
        "5 unknown_location",
        "6 ambiguous_location",
        "7 location_mismatch",
        "8 reserved_kept",
        "9 duplicate",
        "10 contradiction",
        "11 negative",
        "12 not_a_number",
        "13 no_item",
        "14 no_location",
        "15 too_many_cells",
      ])
      const [, , , , , , kept, twice] = await rows(record.id, "kind=error")
      expect(kept.error.params).toEqual({ value: "2", kept: "3" })
      expect(twice.error.params).toEqual({ line: "8" })
      expect(await refused(record.id)).toMatchObject({ status: 400, details: { errors: 14 } })
      expect(await refused(record.id, { skip_errors: true })).toMatchObject({
        status: 400,
        message: expect.stringContaining("nothing to change"),
      })
      expect(await retrieve(record.id)).toMatchObject({ status: "checked" })
    })

    it("hands the rejected rows back to be mended, and applies the good ones when told to", async () => {
      const { id } = await check(
        file(
          "sku,location,on_hand,remark",
          'WIDGET,Berlin,11,"fine, indeed"',
          'WIDGE,Lyon,4,"a ""typo"""'
        )
      )

      expect(await refused(id)).toMatchObject({ status: 400 })
      await apply(id, { skip_errors: true })
      expect(await level()).toMatchObject({ on_hand: "11" })
      const rejects = await text(`/stockroom/imports/${id}/rejects`)
      expect(rejects).toBe(
        'sku,location,on_hand,remark,error\nWIDGE,Lyon,4,"a ""typo""","There is no item with SKU ""WIDGE""."\n'
      )
      const mended = await check(rejects.replace("WIDGE,", "WIDGET,"))
      expect(mended).toMatchObject({ changes: 1, errors: 0, ignored_columns: ["remark", "error"] })
    })

    it("takes available below zero only when told so", async () => {
      const { id } = await check(file("sku,location,available", "WIDGET,Berlin,-3"))

      expect(await rows(id)).toMatchObject([
        {
          kind: "error",
          after: { available: "-3", on_hand: "-3" },
          error: { code: "below_zero", params: { available: "-3", current: "10" } },
        },
      ])
      expect((await refused(id)).message).toContain("allow_negative")
      await apply(id, { allow_negative: true })
      expect(await level()).toMatchObject({ available: "-3" })
      expect(await retrieve(id)).toMatchObject({ errors: 0, changes: 1, below_zero: 0 })
      // What is below zero already is exported so, and changes nothing.
      const again = await check(file("sku,location,available,on_hand", "WIDGET,Berlin,'-3,'-3"))
      expect(again).toMatchObject({ unchanged: 1, errors: 0 })
    })

    it("opens a level where a row gives a figure", async () => {
      const { id } = await check(file("sku,location,on_hand", "HONEY,Lyon,1.5"))
      expect(await rows(id)).toMatchObject([
        { opens: true, before: null, after: { on_hand: "1.5" } },
      ])

      await apply(id)
      expect(await level(shop.honey, shop.lyon)).toMatchObject({ on_hand: "1.5" })
    })

    it("changes nothing at all when stock has changed since the check, and can be checked again", async () => {
      const { id } = await check(
        file("sku,location,on_hand", "WIDGET,Berlin,12", "WIDGET,Lyon,6", "HONEY,Lyon,1")
      )
      await change({ op: "count", ...berlin(), quantity: 9 })

      const conflict = await refused(id)
      expect(conflict).toMatchObject({
        status: 409,
        details: {
          rows: 1,
          stale: [{ line: 2, sku: "WIDGET", figure: "on_hand", expected: "10", current: "9" }],
        },
      })
      expect(await level(shop.widget, shop.lyon)).toMatchObject({ on_hand: "5" })
      expect(await level(shop.honey, shop.lyon)).toBeUndefined()
      expect(await retrieve(id)).toMatchObject({
        status: "checked",
        failure: { code: "conflict", details: { rows: 1 } },
      })

      const { import: again } = await shop.admin.post(`/stockroom/imports/${id}/check`)
      expect(again).toMatchObject({ changes: 3, failure: null })
      expect((await rows(id))[0]).toMatchObject({ line: 2, before: { on_hand: "9" } })
      await apply(id)
      expect(await level()).toMatchObject({ on_hand: "12" })
    })

    it("goes on with a count while orders come in, but not with a file from before them", async () => {
      const count = await check(file("sku,location,on_hand", "WIDGET,Berlin,12"))
      await shop.placeOrder(2)
      await apply(count.id)
      expect(await level()).toMatchObject({ on_hand: "12", available: "10", committed: "2" })

      const old = await check(
        file("sku,location,on_hand,available,committed", "WIDGET,Berlin,12,12,0")
      )
      expect(codes(await rows(old.id))).toEqual(["2 outdated"])
    })

    it("changes nothing when a count no longer covers what was sold since the check", async () => {
      const { id } = await check(file("sku,location,on_hand", "WIDGET,Berlin,1", "WIDGET,Lyon,4"))
      await shop.placeOrder(2)

      expect(await refused(id)).toMatchObject({
        status: 400,
        message: expect.stringContaining("line 2 (WIDGET): available would be -1"),
        details: { rows: 1 },
      })
      expect(await level()).toMatchObject({ on_hand: "10", committed: "2" })
      expect(await level(shop.widget, shop.lyon)).toMatchObject({ on_hand: "5" })
      expect(await retrieve(id)).toMatchObject({
        status: "checked",
        failure: { details: { rows: 1 } },
      })
    })

    it("is applied once, whoever and however many apply it", async () => {
      const { id } = await check(file("sku,location,on_hand", "WIDGET,Berlin,12"))
      const answers = await Promise.allSettled([apply(id), apply(id), apply(id)])

      expect(answers.some(({ status }) => status === "fulfilled")).toBe(true)
      for (const answer of answers) {
        if (answer.status === "rejected") {
          expect(answer.reason.status).toBe(409)
        }
      }
      const { history } = await shop.admin.get(`/stockroom/history?import_id=${id}`)
      expect(history).toHaveLength(1)
      expect(await apply(id)).toMatchObject({ repeated: true, import: { status: "applied" } })
      expect(await shop.admin.refused("delete", `/stockroom/imports/${id}`)).toMatchObject({
        status: 409,
      })
      expect(await shop.admin.refused("post", `/stockroom/imports/${id}/check`)).toMatchObject({
        status: 409,
      })
    })

    it("does not wait for ever for a server that died while it applied", async () => {
      const { id } = await check(file("sku,location,on_hand", "WIDGET,Berlin,12"))
      const knex = getContainer().resolve("__pg_connection__")
      const claim = (until: string) =>
        knex.raw(
          `insert into inventory_import_run values (?, 'dead', 'writing', 0, 1, clock_timestamp() + ?::interval)
            on conflict (import_id) do update set until = excluded.until`,
          [id, until]
        )
      await claim("1 minute")
      expect(await retrieve(id)).toMatchObject({
        status: "applying",
        progress: { phase: "writing", done: 0, total: 1 },
      })
      expect(await refused(id)).toMatchObject({ status: 409 })
      expect(await shop.admin.refused("delete", `/stockroom/imports/${id}`)).toMatchObject({
        status: 409,
      })

      await claim("-1 second")
      expect(await retrieve(id)).toMatchObject({ status: "checked", progress: null })
      await apply(id)
      expect(await level()).toMatchObject({ on_hand: "12" })
    })

    it("tells before undoing what would go below zero", async () => {
      const { id } = await check(file("sku,location,on_hand", "WIDGET,Berlin,14"))
      await apply(id)
      await change({ op: "count", ...berlin(), quantity: 3 })

      const { undo } = await shop.admin.get(`/stockroom/imports/${id}/undo`)
      expect(undo).toMatchObject({
        possible: true,
        changes: 1,
        negative: [
          { sku: "WIDGET", location_name: "Berlin", state: "available", before: "3", after: "-1" },
        ],
        more_negative: 0,
      })
      expect(await shop.admin.refused("post", `/stockroom/imports/${id}/undo`)).toMatchObject({
        status: 400,
      })
      await shop.admin.post(`/stockroom/imports/${id}/undo`, { allow_negative: true })
      expect(await level()).toMatchObject({ available: "-1" })
    })

    it("is deleted with its rows before it is applied", async () => {
      const { id } = await check(file("sku,location,on_hand", "WIDGET,Berlin,12"))
      expect(await shop.admin.delete(`/stockroom/imports/${id}`)).toEqual({
        id,
        object: "stock_import",
        deleted: true,
      })
      for (const path of ["", "/rows", "/rejects", "/undo"]) {
        expect(await shop.admin.refused("get", `/stockroom/imports/${id}${path}`)).toMatchObject({
          status: 404,
          message: expect.stringContaining(id),
        })
      }
      for (const path of ["/apply", "/check", "/undo"]) {
        expect(await shop.admin.refused("post", `/stockroom/imports/${id}${path}`)).toMatchObject({
          status: 404,
        })
      }
      expect(await shop.admin.refused("delete", `/stockroom/imports/${id}`)).toMatchObject({
        status: 404,
      })
    })

    it.each([
      ["no rows", "sku,location,on_hand", "no rows"],
      ["no item column", "location,on_hand\nBerlin,1", "sku or inventory_item_id"],
      ["no location column", "sku,on_hand\nWIDGET,1", "location or location_id"],
      ["no figure", "sku,location,colour\nWIDGET,Berlin,red", "at least one of the columns"],
      ["a column twice", "sku,location,on_hand,On hand\nWIDGET,Berlin,1,2", "on_hand twice"],
      ["a quote without an end", 'sku,location,on_hand\n"WIDGET,Berlin,1', "cannot be read"],
      ["nothing but spaces", " \n ", "sku or inventory_item_id"],
      ["what is no text", "sku,location,on_hand\nWID\u0000GET,Berlin,1", "not text"],
    ])("refuses a file with %s, and keeps nothing of it", async (_, content, message) => {
      const refusal = await shop.admin.refused("post", "/stockroom/imports", {
        file_name: "count.csv",
        content,
      })

      expect(refusal.status).toBe(400)
      expect(refusal.message).toContain(message)
      expect((await shop.admin.get("/stockroom/imports")).count).toBe(0)
    })

    it("refuses a body without a file, and more rows than it takes", async () => {
      expect(await shop.admin.refused("post", "/stockroom/imports", {})).toMatchObject({
        status: 400,
        message: expect.stringContaining("file_name"),
      })
      const many = `sku,location,on_hand\n${"WIDGET,Berlin,1\n".repeat(100_001)}`
      const refusal = await shop.admin.refused("post", "/stockroom/imports", {
        file_name: "count.csv",
        content: many,
      })
      expect(refusal).toMatchObject({
        status: 400,
        message: expect.stringContaining("more than 100000 rows"),
      })
    })

    it("changes nothing when its own export is imported as it is", async () => {
      await change(
        { op: "set", ...berlin(), state: "damaged", quantity: 1 },
        { op: "set", ...berlin(), state: "safety", quantity: "0.5" }
      )
      await shop.placeOrder(2)
      const columns =
        "sku,title,location,inventory_item_id,location_id,on_hand,available,committed,reserved,damaged,safety,quality_control,unavailable,incoming,fulfilled"
      const { stock } = await shop.admin.get("/stockroom/stock")
      const names: Record<string, string> = { [shop.berlin]: "Berlin", [shop.lyon]: "Lyon" }
      const exported = stock.map((row: Answer) =>
        columns
          .split(",")
          .map((column) => (column === "location" ? names[row.location_id] : (row[column] ?? "")))
          .join(",")
      )
      const record = await check(file(columns, ...exported))

      expect(record).toMatchObject({ rows: 3, unchanged: 3, changes: 0, errors: 0 })
      expect(record.ignored_columns).toEqual([
        "title",
        "committed",
        "unavailable",
        "incoming",
        "fulfilled",
      ])
    })
  },
})
