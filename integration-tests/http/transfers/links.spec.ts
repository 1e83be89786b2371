import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { testStore } from "../../test-store"
import { type Answer, openShop } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"
import { Desk } from "./desk"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let desk: Desk

    beforeAll(async () => {
      desk = new Desk(await openShop(api, getContainer()))
    })

    const graph = async (entity: string, fields: string[], id: string): Promise<Answer> => {
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({ entity, fields, filters: { id } })
      return data[0] as Answer
    }
    describe("through Query", () => {
      it("a transfer has the locations at both ends, and the items of its lines", async () => {
        const { widget, honey, berlin, lyon } = desk.shop
        const id = await desk.send([
          { inventory_item_id: widget, quantity: 2 },
          { inventory_item_id: honey, quantity: "1.25" },
        ])
        const transfer = await graph(
          "inventory_transfer",
          ["*", "origin.name", "destination.name", "lines.*", "lines.inventory_item.sku"],
          id
        )
        expect(transfer).toMatchObject({
          ...{ id, status: "pending", origin_id: berlin, destination_id: lyon },
          origin: { id: berlin, name: "Berlin" },
          destination: { id: lyon, name: "Lyon" },
        })
        const lines = transfer.lines.map(({ quantity, inventory_item }: Answer) => [
          ...[inventory_item.id, inventory_item.sku, quantity],
        ])
        expect(lines.sort()).toEqual(
          [
            [widget, "WIDGET", "2"],
            [honey, "HONEY", "1.25"],
          ].sort()
        )
      })

      it("a location has the transfers that go to it, from wherever", async () => {
        const { berlin, lyon } = desk.shop
        const there = [await desk.draft(1), await desk.send(2)]
        const back = await desk.draft(1, { origin_id: lyon, destination_id: berlin })
        const fields = ["name", "incoming_transfers.id", "incoming_transfers.origin.name"]
        const arriving = async (location: string) =>
          (await graph("stock_location", fields, location)).incoming_transfers.map(
            ({ id, origin }: Answer) => [id, origin.name]
          )
        expect(await arriving(berlin)).toEqual([[back, "Lyon"]])
        expect((await arriving(lyon)).sort()).toEqual(there.map((id) => [id, "Berlin"]).sort())
      })

      it("the lines that carry an item have their transfers", async () => {
        const { widget, honey } = desk.shop
        const id = await desk.send(3)
        const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
        const linesOf = async (inventory_item_id: string) => {
          const { data } = await query.graph({
            entity: "inventory_transfer_line",
            fields: ["quantity", "transfer.id", "transfer.status"],
            filters: { inventory_item_id },
          })
          return data
        }
        expect(await linesOf(widget)).toMatchObject([
          { quantity: "3", transfer: { id, status: "pending" } },
        ])
        expect(await linesOf(honey)).toEqual([])
      })
    })
  },
})
