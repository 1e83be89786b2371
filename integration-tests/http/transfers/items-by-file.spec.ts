import { testStore } from "../../test-store"
import { type Answer, openShop } from "../shop"
import { adminHeaders, APP, BOOT_TIMEOUT } from "../support"
import { Desk } from "./desk"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let formula: string

    /**
     * Besides the shop's items: the variant of WIDGET has the EAN 4006381333931; a kit of WIDGET and HONEY
     * the barcode KIT-1; an item is called after a formula.
     */
    beforeAll(async () => {
      desk = new Desk(await openShop(api, getContainer()))
      const { admin, variant, widget, honey, profile } = desk.shop
      const { variants } = await admin.get(`/product-variants?id=${variant}&fields=product_id`)
      await admin.post(`/products/${variants[0].product_id}/variants/${variant}`, {
        ean: "4006381333931",
      })
      await admin.post("/products", {
        title: "Breakfast",
        shipping_profile_id: profile,
        options: [{ title: "Size", values: ["One"] }],
        variants: [
          {
            title: "One",
            barcode: "KIT-1",
            options: { Size: "One" },
            prices: [],
            manage_inventory: true,
            inventory_items: [widget, honey].map((inventory_item_id) => ({
              ...{ inventory_item_id, required_quantity: 1 },
            })),
          },
        ],
      })
      const made = await admin.post("/inventory-items", { sku: "=1+1", title: "+Formula" })
      formula = made.inventory_item.id
    })

    const take = async (id: string, content: string, mode?: string): Promise<Answer> =>
      await desk.shop.admin.post(`/stockroom/transfers/${id}/items/import`, {
        content,
        ...(mode && { mode }),
      })
    const refuse = async (id: string, content: string): Promise<Answer> =>
      await desk.shop.admin.refused("post", `/stockroom/transfers/${id}/items/import`, { content })
    const linesOf = async (id: string) =>
      (await desk.read(id)).lines.map((line: Answer) => [line.sku, line.quantity])
    const exported = async (id: string): Promise<string> => {
      const headers = await adminHeaders(api as never, getContainer(), `${id}@stockroom.test`)
      const { data } = await api.get(`/admin/stockroom/transfers/${id}/items/export`, { headers })
      return data as string
    }

    describe("a file of items", () => {
      it.each([
        ["by SKU", () => "SKU,Quantity\nWIDGET,3\nHONEY,0.25\n"],
        [
          "by id",
          () => `inventory_item_id,quantity\n${desk.shop.widget},3\n${desk.shop.honey},0.25`,
        ],
        ["by barcode", () => "barcode,sku,quantity\n4006381333931,,3\n,HONEY,0.25"],
        [
          "as spreadsheets write it in Europe",
          () => "\uFEFFsku;Menge;quantity\r\nWIDGET;x;3\r\nHONEY;;0,25\r\n",
        ],
      ])("replaces a draft's items, %s", async (_, content) => {
        const id = await desk.draft(7)
        await take(id, content())
        expect(await linesOf(id)).toEqual([
          ["WIDGET", "3"],
          ["HONEY", "0.25"],
        ])
      })

      it("adds to a draft's items", async () => {
        const id = await desk.draft(7)
        await take(id, "sku,quantity\nHONEY,0.5\nWIDGET,0.25", "add")
        expect(await linesOf(id)).toEqual([
          ["WIDGET", "7.25"],
          ["HONEY", "0.5"],
        ])
      })

      it("adds what two people add at once, both", async () => {
        const id = await desk.draft(7)
        await Promise.all(
          Array.from({ length: 8 }, () => take(id, "sku,quantity\nWIDGET,1\nHONEY,0.1", "add"))
        )
        expect(await linesOf(id)).toEqual([
          ["WIDGET", "15"],
          ["HONEY", "0.8"],
        ])
      })

      it("tells of every wrong row, with its line and reason, and changes nothing", async () => {
        const id = await desk.draft(7)
        const before = await desk.read(id)
        const rows = [
          "sku,inventory_item_id,barcode,quantity",
          "WIDGET,,,3",
          "WIDGIT,,,1",
          ",iitem_gone,,1",
          ",,999,1",
          ",,KIT-1,1",
          ",,4006381333931,2",
          "HONEY,,,0",
          "HONEY,,,-1",
          "HONEY,,,many",
          "HONEY,,,",
          ",,,4",
          `HONEY,${desk.shop.widget},,1`,
          "HONEY,,,1,2",
        ]
        const refusal = await refuse(id, rows.join("\n"))
        expect(refusal).toMatchObject({
          status: 400,
          type: "invalid_data",
          message: 'content is wrong in line 3: There is no item with SKU "WIDGIT". (and 11 more)',
          details: { field: "content", error_count: 12 },
        })
        expect(refusal.details.errors.map(({ line, code }: Answer) => `${line} ${code}`)).toEqual([
          "3 unknown_sku",
          "4 unknown_item",
          "5 unknown_barcode",
          "6 ambiguous",
          "7 twice",
          "8 not_above_zero",
          "9 not_above_zero",
          "10 not_a_number",
          "11 no_quantity",
          "12 no_item",
          "13 item_mismatch",
          "14 too_many_cells",
        ])
        expect(await desk.read(id)).toEqual(before)
      })

      it.each([
        ["without a column for the quantity", "sku\nWIDGET", "needs a column quantity"],
        ["without a column for the item", "quantity\n1", "needs a column sku"],
        ["with a column twice", "sku,SKU,quantity\nWIDGET,,1", "has the column sku twice"],
        ["that is no text", "sku,quantity\u0000", "is not text"],
      ])("%s is refused", async (_, content, problem) => {
        const id = await desk.draft(7)
        expect(await refuse(id, content)).toMatchObject({
          status: 400,
          message: expect.stringContaining(`content ${problem}`),
          details: { field: "content" },
        })
      })

      it("is for drafts alone, and for a transfer that is there", async () => {
        const id = await desk.send(1)
        expect(await refuse(id, "sku,quantity\nHONEY,1")).toMatchObject({
          status: 409,
          details: { status: "pending" },
        })
        expect(await refuse("itran_gone", "sku,quantity\nHONEY,1")).toMatchObject({
          status: 404,
          details: { transfer_id: "itran_gone" },
        })
        await desk.step(id, "cancel")
      })

      it("has a check that changes nothing", async () => {
        const { file } = await desk.shop.admin.post("/stockroom/transfer-items/check", {
          content: "sku,quantity\nWIDGET,3\nWIDGIT,1",
        })
        expect(file).toMatchObject({
          items: [{ line: 2, inventory_item_id: desk.shop.widget, sku: "WIDGET", quantity: "3" }],
          errors: [{ line: 3, item: "WIDGIT", code: "unknown_sku", params: { sku: "WIDGIT" } }],
          error_count: 1,
        })
      })
    })

    describe("the items as CSV", () => {
      it("tell how far each has come", async () => {
        const id = await desk.send(5)
        await desk.step(id, "receive", {
          lines: [desk.widgets({ accepted: 2, rejected: 1, reason: "broken" })],
        })
        const [header, row] = (await exported(id)).split("\n")
        expect(header).toBe("sku,title,inventory_item_id,quantity,accepted,rejected,outstanding")
        expect(row).toMatch(/^WIDGET,.*,5,2,1,2$/)
        await desk.step(id, "cancel")
      })

      it("can be taken into another draft, and no spreadsheet runs them", async () => {
        const { widget } = desk.shop
        const lines = [
          { inventory_item_id: formula, quantity: "0.125" },
          { inventory_item_id: widget, quantity: 3 },
        ]
        const id = await desk.draft(lines)
        const file = await exported(id)
        expect(file).toContain("'=1+1,'+Formula,")
        const other = await desk.draft([])
        await take(other, file)
        expect(await linesOf(other)).toEqual(await linesOf(id))
      })
    })

    it.each([
      ["a SKU", "WIDGET", ["WIDGET"]],
      ["a barcode", "4006381333931", ["WIDGET"]],
      ["a barcode of several items", "KIT-1", ["HONEY", "WIDGET"]],
      ["nothing that there is", "widgit", []],
    ])("what is scanned is found by %s", async (_, code, skus) => {
      const { items } = await desk.shop.admin.get(`/stockroom/transfer-items?code=${code}`)
      expect(items.map(({ sku }: Answer) => sku).sort()).toEqual(skus)
    })
  },
})
