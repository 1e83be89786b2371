import type { UnitInput } from "../../src/core/units"
import type { StockChangeInput } from "../../src/modules/inventory"
import { decimal, expectConsistent } from "../world"
import { sent } from "./sent"
import { WatchedShop } from "./low-stock/shop"

/**
 * What is asked for must be in steps of the item's units; what is worked out or only puts back is never
 * refused. BOLT is kept in pieces and comes in cases of twelve, CLOTH in metres of three decimals; both are
 * at Berlin and Lyon. TEA has no units.
 */
jest.setTimeout(120_000)

const BOLT: UnitInput[] = [
  { key: "piece", name: "Piece", base: true },
  { key: "case", name: "Case", factor: 12 },
]
const CLOTH: UnitInput[] = [
  { key: "m", name: "Metre", base: true, precision: 3 },
  { key: "cm", name: "Centimetre", factor: "0.01", precision: 1 },
]

describe("units of measure", () => {
  let shop: WatchedShop

  beforeAll(async () => {
    shop = await WatchedShop.open()
    await shop.stock("BOLT", { Berlin: "100", Lyon: "24" })
    await shop.stock("CLOTH", { Berlin: "10.5", Lyon: "1.234" })
    await shop.stock("TEA", { Berlin: "1.5", Lyon: "1.5" })
    await shop.service.setItemUnits("BOLT", BOLT)
    await shop.service.setItemUnits("CLOTH", CLOTH)
  })

  afterAll(async () => {
    await expectConsistent(shop.service as never, shop.module.knex)
    await shop.close()
  })

  const at = (item: string, location = "Berlin") => ({
    inventory_item_id: item,
    location_id: location,
  })
  const change = (changes: StockChangeInput[], more: object = {}) =>
    shop.service.changeStock({ changes, ...more })
  const adjust = (item: string, quantity: string, unit?: string) =>
    change([{ op: "adjust", ...at(item), state: "available", quantity, unit }])
  const available = async (item: string, location = "Berlin") =>
    (await shop.service.levelsOfItems([item])).find((level) => level.location_id === location)
      ?.available
  const off = (field: string, increment: string, unit: string, value: string) =>
    expect.objectContaining({
      type: "invalid_data",
      message: expect.stringContaining(
        `${field} must be a multiple of ${increment}, the increment of the unit "${unit}"`
      ),
      details: expect.objectContaining({ field, increment, value }),
    })

  describe("a change by hand", () => {
    it("is made in any unit, exactly", async () => {
      await adjust("BOLT", "-2", "case")
      expect(await available("BOLT")).toBe("76")
      await adjust("BOLT", "24")
      await change([{ op: "set", ...at("CLOTH"), state: "damaged", quantity: "12.3", unit: "cm" }])
      await change([
        { op: "move", ...at("CLOTH"), from: "damaged", to: "available", quantity: "0.123" },
        { op: "count", ...at("CLOTH"), quantity: "1050", unit: "cm" },
      ])
      expect(await available("CLOTH")).toBe("10.5")
    })

    it.each<[string, StockChangeInput, ReturnType<typeof off>]>([
      [
        "half a piece",
        { op: "adjust", ...at("BOLT"), state: "available", quantity: "0.5" },
        off("changes[1].quantity", "1", "Piece", "0.5"),
      ],
      [
        "half a case, though that is whole pieces",
        { op: "count", ...at("BOLT"), quantity: "0.5", unit: "case" },
        off("changes[1].quantity", "1", "Case", "0.5"),
      ],
      [
        "a tenth of a millimetre",
        { op: "set", ...at("CLOTH"), state: "safety", quantity: "0.0001" },
        off("changes[1].quantity", "0.001", "Metre", "0.0001"),
      ],
      [
        "two pieces and a half",
        { op: "move", ...at("BOLT"), from: "available", to: "damaged", quantity: "2.5" },
        off("changes[1].quantity", "1", "Piece", "2.5"),
      ],
      [
        "a pallet",
        { op: "count", ...at("BOLT"), quantity: "1", unit: "pallet" },
        expect.objectContaining({
          message:
            'changes[1].unit must be one of the units piece, case of item BOLT, not "pallet"',
        }),
      ],
      [
        "a case of what has no units",
        { op: "count", ...at("TEA"), quantity: "1", unit: "case" },
        expect.objectContaining({
          message: expect.stringContaining("changes[1].unit must be left out"),
        }),
      ],
    ])("of %s is refused, and so is what comes with it", async (_, wrong, refusal) => {
      const right = { op: "adjust", ...at("TEA"), state: "available", quantity: "0.1" } as const
      await expect(change([right, wrong])).rejects.toEqual(refusal)
      expect(await available("TEA")).toBe("1.5")
    })

    it("with its key is the same one after the factor has changed", async () => {
      const asked = [{ op: "adjust" as const, ...at("BOLT", "Lyon"), quantity: "1", unit: "case" }]
      const input = asked.map((one) => ({ ...one, state: "available" as const }))
      const first = await change(input, { idempotency_key: "one case" })
      await shop.service.setItemUnits("BOLT", [BOLT[0], { ...BOLT[1], factor: 10 }])
      const again = await change(input, { idempotency_key: "one case" })
      await shop.service.setItemUnits("BOLT", BOLT)
      expect(again).toEqual({ movementId: first.movementId, repeated: true })
      expect(await available("BOLT", "Lyon")).toBe("36")
    })
  })

  describe("Medusa's own calls", () => {
    const { service } = { service: () => shop.service }
    const reservation = (quantity: string, line: string | null = null) => ({
      ...at("BOLT"),
      ...{ quantity: decimal(quantity), line_item_id: line },
    })

    it.each<[string, () => Promise<unknown>, ReturnType<typeof off>]>([
      [
        "adjustInventory",
        () => service().adjustInventory("BOLT", "Berlin", 0.5),
        off("adjustment", "1", "Piece", "0.5"),
      ],
      [
        "updateInventoryLevels",
        () => service().updateInventoryLevels({ ...at("BOLT"), stocked_quantity: 99.5 }),
        off("stocked_quantity", "1", "Piece", "99.5"),
      ],
      [
        "updateInventoryLevels of what is incoming",
        () => service().updateInventoryLevels({ ...at("BOLT"), incoming_quantity: 0.5 }),
        off("incoming_quantity", "1", "Piece", "0.5"),
      ],
      [
        "createInventoryLevels",
        () => service().createInventoryLevels([{ ...at("BOLT", "Oslo"), stocked_quantity: 0.5 }]),
        off("stocked_quantity", "1", "Piece", "0.5"),
      ],
      [
        "createReservationItems by hand",
        () => service().createReservationItems([reservation("0.5")]),
        off("quantity", "1", "Piece", "0.5"),
      ],
      [
        "createReservationItems of two halves for order lines",
        () => service().createReservationItems([reservation("0.5", "a"), reservation("0.5", "b")]),
        off("[0].quantity", "1", "Piece", "0.5"),
      ],
    ])("%s is refused off the steps", async (_, call, refusal) => {
      await expect(call()).rejects.toEqual(refusal)
      expect(await available("BOLT")).toBe("100")
    })

    it("take what is in steps, and a level that is opened knows its item's units", async () => {
      await service().createInventoryLevels([{ ...at("BOLT", "Oslo"), stocked_quantity: 5 }])
      await expect(
        change([{ op: "adjust", ...at("BOLT", "Oslo"), state: "available", quantity: "0.5" }])
      ).rejects.toEqual(off("changes[0].quantity", "1", "Piece", "0.5"))
      const [made] = await service().createReservationItems([reservation("24", "line")])
      await expect(
        service().updateReservationItems([{ id: made.id, quantity: 23.5 }])
      ).rejects.toEqual(off("quantity", "1", "Piece", "23.5"))
      await service().updateReservationItems([{ id: made.id, quantity: 12, description: "case" }])
      expect(await available("BOLT")).toBe("88")
      await service().deleteReservationItems([made.id])
      expect(await available("BOLT")).toBe("100")
    })
  })

  describe("what only puts back", () => {
    it("is never refused, though it was made before there were units", async () => {
      const { service } = shop
      await shop.stock("ROPE", { Berlin: "10", Lyon: "10" })
      const [kept] = await service.createReservationItems([
        { ...at("ROPE"), quantity: 2.5, line_item_id: "rope" },
      ])
      await service.softDeleteReservationItems([kept.id])
      const { movementId } = await change([
        { op: "adjust", ...at("ROPE", "Lyon"), state: "available", quantity: "0.5" },
      ])
      await change([{ op: "count", ...at("ROPE", "Lyon"), quantity: "10" }])
      await service.setItemUnits("ROPE", [{ key: "m", name: "Metre", base: true }])

      await service.restoreReservationItems([kept.id])
      expect(await available("ROPE")).toBe("7.5")
      await service.softDeleteReservationItems([kept.id])
      await service.undoMovement(movementId as string)
      expect([await available("ROPE"), await available("ROPE", "Lyon")]).toEqual(["10", "9.5"])
      // Whoever counts says what is there; and a step moves what is off the steps, too.
      await change([{ op: "adjust", ...at("ROPE", "Lyon"), state: "available", quantity: "1" }])
      await change([{ op: "count", ...at("ROPE", "Lyon"), quantity: "10", expected: "10.5" }])
      expect(await available("ROPE", "Lyon")).toBe("10")
    })
  })

  it("what comes back from an order is taken, and sorted as it came or in steps", async () => {
    const { service, runAs } = shop.module
    await shop.stock("FELT", { Berlin: "10" })
    await service.setItemUnits("FELT", [{ key: "m", name: "Metre", base: true }])
    const who = { actor: { type: "system" as const, id: null }, source: null, correlationId: null }
    await runAs(
      () => ({
        ...{ ...who, references: { return_id: "return_1" } },
        flow: { kind: "receive_return", returnId: "return_1" },
      }),
      () => service.adjustInventory("FELT", "Berlin", 2.5)
    )
    expect(await available("FELT")).toBe("12.5")
    const returned = { id: "return_1", orderId: "order_1", locationId: "Berlin" }
    const sort = (quantity: string, unit?: string) =>
      service.disposeReturn(returned, {
        dispositions: [
          { inventory_item_id: "FELT", from: "available", to: "damaged", quantity, unit },
        ],
      })
    await expect(sort("0.5")).rejects.toEqual(off("dispositions[0].quantity", "1", "Metre", "0.5"))
    await sort("1", "m")
    await sort("1.5")
    expect(await available("FELT")).toBe("10")
  })

  describe("a transfer", () => {
    const ends = { origin_id: "Berlin", destination_id: "Lyon" }
    const line = (quantity: string, unit?: string) => ({
      ...{ inventory_item_id: "BOLT", quantity, unit },
    })

    it("is drafted, sent and received in units", async () => {
      const { service } = shop
      const before = await available("BOLT", "Lyon")
      const { transfer_id: id } = await service.createTransfer({
        ...ends,
        lines: [line("2", "case")],
      })
      await service.updateTransfer(id, { added_lines: [line("1", "case")] })
      expect((await service.retrieveTransfer(id)).lines).toMatchObject([{ quantity: "36" }])
      await service.markTransferPending(id)
      const inventory_item_id = "BOLT"
      await expect(
        service.receiveTransfer(id, {
          lines: [{ inventory_item_id, accepted: "1.5", unit: "case" }],
        })
      ).rejects.toEqual(off("lines[0].accepted", "1", "Case", "1.5"))
      await service.receiveTransfer(id, {
        lines: [{ inventory_item_id, accepted: "2", unit: "case" }],
        accept_rest: true,
      })
      expect(await available("BOLT", "Lyon")).toBe(String(Number(before) + 36))
      await service.transferAtOnce({
        ...{ origin_id: "Lyon", destination_id: "Berlin" },
        lines: [line("3", "case")],
      })
      expect(await available("BOLT", "Lyon")).toBe(before)
    })

    it("is refused off the steps: drafted, changed, at once, or when units came later", async () => {
      const { service } = shop
      const refusal = off("lines[0].quantity", "1", "Piece", "0.5")
      await expect(service.createTransfer({ ...ends, lines: [line("0.5")] })).rejects.toEqual(
        refusal
      )
      await expect(service.transferAtOnce({ ...ends, lines: [line("0.5")] })).rejects.toEqual(
        refusal
      )
      const { transfer_id: id } = await service.createTransfer({ ...ends, lines: [line("1")] })
      await expect(service.updateTransfer(id, { lines: [line("0.5")] })).rejects.toEqual(refusal)
      await service.deleteTransfer(id)

      await shop.stock("WIRE", { Berlin: "10" })
      const wire = [{ inventory_item_id: "WIRE", quantity: "2.5" }]
      const { transfer_id: draft } = await service.createTransfer({ ...ends, lines: wire })
      const { transfer_id: sentBefore } = await service.createTransfer({ ...ends, lines: wire })
      await service.markTransferPending(sentBefore)
      const metres = [{ key: "m", name: "Metre", base: true, precision: 1, increment: "0.5" }]
      const wholes = [{ key: "m", name: "Metre", base: true }]
      await service.setItemUnits("WIRE", metres)
      await expect(service.setItemUnits("WIRE", wholes)).rejects.toMatchObject({
        type: "not_allowed",
        message: expect.stringMatching(
          /available at location Berlin is 7\.5, incoming at location Lyon is 2\.5, transfer \d+ is 2\.5/
        ),
      })
      await service.cancelTransfer(sentBefore)
      await service.setItemUnits("WIRE", wholes)
      await expect(service.markTransferPending(draft)).rejects.toEqual(
        off("lines[0].quantity", "1", "Metre", "2.5")
      )
    })
  })

  describe("a file", () => {
    const locations = [{ id: "Berlin", name: "Berlin" }]
    const check = (...rows: string[]) =>
      shop.service.checkImport({ file_name: "count.csv", content: rows.join("\n"), locations })

    it("may say what its figures are in", async () => {
      const { id } = await check(
        "sku,location,unit,available,damaged",
        "BOLT,Berlin,case,5,1",
        "CLOTH,Berlin,cm,1000.5,",
        "TEA,Berlin,,1.25,"
      )
      const [rows] = await shop.service.listImportRows(id, { limit: 9, offset: 0 })
      expect(rows.map(({ after }) => after?.available)).toEqual(["60", "10.005", "1.25"])
      await shop.service.applyImport(id)
      expect([await available("BOLT"), await available("CLOTH")]).toEqual(["60", "10.005"])
      await shop.service.undoImport(id)
      expect(await available("BOLT")).toBe("100")
    })

    it("has its rows refused off the steps, or of units that are not there", async () => {
      const { id } = await check(
        "sku,location,unit,available",
        "BOLT,Berlin,,0.5",
        "CLOTH,Berlin,cm,0.25",
        "TEA,Berlin,case,1"
      )
      const [rows] = await shop.service.listImportRows(id, { limit: 9, offset: 0 })
      expect(rows.map(({ error }) => error?.message)).toEqual([
        'available must be a multiple of 1, the increment of the unit "Piece", but is 0.5.',
        'available must be a multiple of 0.1, the increment of the unit "Centimetre", but is 0.25.',
        'The item has no unit "case"; its units: –.',
      ])
    })

    it("is not applied when the units have changed since it was checked", async () => {
      await shop.stock("CORD", { Berlin: "10" })
      const { id } = await check("sku,location,available", "CORD,Berlin,2.5")
      await shop.service.setItemUnits("CORD", [{ key: "m", name: "Metre", base: true }])
      await expect(shop.service.applyImport(id)).rejects.toEqual(
        off("line 2: available", "1", "Metre", "2.5")
      )
      expect(await available("CORD")).toBe("10")
    })

    it("of a transfer's items may have units as well", async () => {
      const file = await shop.service.readTransferItems(
        "sku,quantity,unit\nBOLT,2,case\nCLOTH,0.5,cm\nTEA,1,case",
        async () => [],
        { refuse: false }
      )
      expect(file.items.map(({ sku, quantity }) => [sku, quantity])).toEqual([
        ["BOLT", "24"],
        ["CLOTH", "0.005"],
      ])
      expect(file.errors).toMatchObject([{ line: 4, code: "unknown_unit" }])
    })
  })

  describe("a low-stock rule", () => {
    it("has its quantities in a unit of its item", async () => {
      const { service } = shop
      const rule = { inventory_item_id: "BOLT", place: "each_location" as const, actions: [] }
      const { created } = await service.setLowStockRules({
        create: [{ ...rule, threshold: "1", reorder_to: "10", unit: "case" }],
      })
      expect(created).toMatchObject([{ threshold: "12", reorder_to: "120" }])
      const { updated } = await service.setLowStockRules({
        update: [{ id: created[0].id, threshold: "2", unit: "case" }],
      })
      expect(updated).toMatchObject([{ threshold: "24", reorder_to: "120" }])
      await expect(
        service.setLowStockRules({ update: [{ id: created[0].id, threshold: "0.5" }] })
      ).rejects.toEqual(off("update.0.threshold", "1", "Piece", "0.5"))
      await expect(
        service.setLowStockRules({
          create: [{ ...rule, inventory_item_id: null, threshold: 1, unit: "case" }],
        })
      ).rejects.toMatchObject({ message: "unit is for a rule about one item" })

      const file = await service.readLowStockRuleFile({
        content: "sku,place,threshold,unit\nBOLT,each_location,2,case\nCLOTH,together,0.25,cm",
        ...{ locations: [], channels: [] },
      })
      expect(file).toMatchObject({ unchanged: 1, errors: [{ line: 3, field: "threshold" }] })
      await service.setLowStockRules({ delete: [created[0].id] })
    })
  })

  describe("setting units", () => {
    it("waits for whoever changes the stock, and measures what comes after", async () => {
      await shop.stock("NUT", { Berlin: "10", Lyon: "10" })
      const halves = Array.from({ length: 20 }, () =>
        change([{ op: "adjust", ...at("NUT"), state: "available", quantity: "0.5" }])
      )
      const set = shop.service.setItemUnits("NUT", [{ key: "piece", name: "Piece", base: true }])
      const [outcome, ...changes] = await Promise.allSettled([set, ...halves])
      const made = changes.filter(({ status }) => status === "fulfilled").length
      expect(await available("NUT")).toBe(String(10 + made / 2))
      if (outcome.status === "fulfilled") {
        expect(made % 2).toBe(0)
        await expect(
          change([{ op: "adjust", ...at("NUT"), state: "available", quantity: "0.5" }])
        ).rejects.toMatchObject({ type: "invalid_data" })
      } else {
        expect(outcome.reason).toMatchObject({ type: "not_allowed" })
        expect(made).toBe(20)
      }
    })

    it("is refused for reservations that are off the steps, and for an item that is not there", async () => {
      const { service } = shop
      await shop.stock("PIPE", { Berlin: "10" })
      const made = await service.createReservationItems(
        ["p1", "p2"].map((line_item_id) => ({ ...at("PIPE"), quantity: 0.5, line_item_id }))
      )
      const units = [{ key: "m", name: "Metre", base: true }]
      await expect(service.setItemUnits("PIPE", units)).rejects.toMatchObject({
        type: "not_allowed",
        details: { count: 2, off: made.map(() => ({ quantity: "0.5", location_id: "Berlin" })) },
      })
      expect(await service.unitsOfItems(["PIPE", "BOLT"])).toEqual({
        BOLT: [expect.objectContaining({ key: "piece" }), expect.objectContaining({ key: "case" })],
      })
      await expect(service.setItemUnits("GONE", units)).rejects.toMatchObject({ type: "not_found" })
    })

    it("may take the units away, and may be put back whatever has been stocked meanwhile", async () => {
      const { service } = shop
      await shop.stock("TAPE", { Berlin: "10" })
      await service.setItemUnits("TAPE", [{ key: "roll", name: "Roll", base: true }])
      const { before } = await service.setItemUnits("TAPE", [])
      expect(await service.unitsOfItems(["TAPE"])).toEqual({})
      await adjust("TAPE", "0.5")
      await service.putBackItemUnits("TAPE", before)
      expect(await service.unitsOfItems(["TAPE"])).toEqual({ TAPE: before })
      await expect(adjust("TAPE", "0.5")).rejects.toMatchObject({ type: "invalid_data" })
    })
  })

  it("cost no statement more", async () => {
    const adjustments = (item: string) =>
      sent(shop.module.knex, () => shop.service.adjustInventory(item, "Berlin", 1))
    const byHand = (item: string) => sent(shop.module.knex, () => adjust(item, "1"))
    expect(await adjustments("BOLT")).toEqual(await adjustments("TEA"))
    expect(await byHand("BOLT")).toEqual(await byHand("TEA"))
    expect(await adjustments("TEA")).toContain("stockroom_write")
  })
})
