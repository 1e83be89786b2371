import { testStore } from "../../test-store"
import { APP_ON_RECEIPT, BOOT_TIMEOUT } from "../support"
import { openShortfall, SHORT, type Shortfall } from "./shortfalls"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP_ON_RECEIPT,
  testSuite: ({ api, getContainer }) => {
    let on: Shortfall
    let transfer: string

    beforeAll(async () => {
      on = await openShortfall(api, getContainer())
      const drafted = await on.draft({ custom_fields: { truck: "B-1" } })
      transfer = drafted.transfer.id
      await on.step(transfer, "pending")
    })

    afterEach(async () => {
      expect(await on.glass.drifts()).toEqual([])
    })

    it("the hold stays while its transfer is on its way", async () => {
      expect(await on.alembics()).toEqual({
        A: { ...SHORT.A, incoming: "31" },
        B: { ...SHORT.B, incoming: "-31" },
      })
      expect(await on.holds()).toMatchObject([{ id: on.hold, quantity: "31" }])
    })

    it("the receipt takes from what is held", async () => {
      await on.step(transfer, "receive", {
        lines: [{ inventory_item_id: on.glass.items.ALEMBIC, accepted: 11 }],
      })
      expect(await on.alembics()).toEqual({
        A: { available: "-20", committed: "50", incoming: "20" },
        B: { available: "10", reserved: "26", incoming: "-20" },
      })
      expect(await on.holds()).toMatchObject([{ id: on.hold, quantity: "20" }])
      await on.step(transfer, "receive", { accept_rest: true })
      expect(await on.alembics()).toEqual({
        A: { committed: "50" },
        B: { available: "10", reserved: "6" },
      })
    })

    it("cancelling leaves the hold as it is", async () => {
      await on.step(transfer, "cancel")
      expect(await on.alembics()).toEqual(SHORT)
      expect(await on.holds()).toMatchObject([{ id: on.hold, quantity: "31" }])
    })
  },
})
