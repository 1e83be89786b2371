import type { MedusaContainer } from "@medusajs/framework/types"

import type { OriginDeduction, TransferStatus } from "../../../src/core/transfer"
import { testStore } from "../../test-store"
import { type Http, openShop } from "../shop"
import { Desk, type Ends } from "./desk"

/** One step of a transfer of 6 WIDGETs, and exactly what it changes. */
interface Step {
  name: string
  /** Makes the transfer and takes it to where the step begins; sends it when left out. */
  before?: (desk: Desk) => Promise<string>
  step: (desk: Desk, id: string) => Promise<unknown>
  status: TransferStatus
  kind: string
  /** The ledger rows that the step leaves, and no other, by mode. */
  rows: Record<OriginDeduction, string[]>
}

const received = (accepted: number) => async (desk: Desk) => {
  const id = await desk.send(6)
  await desk.receive(id, { accepted })
  return id
}

const reject = (rejected: number, disposition?: string) => (desk: Desk, id: string) =>
  desk.receive(id, { rejected, disposition, reason: "broken" })

const end = (verb: "cancel" | "close", write_off: boolean) => (desk: Desk, id: string) =>
  desk.step(id, verb, { write_off })

/** In both modes the destination's rows are the same; only the origin's differ. */
const rows = (lyon: string[], onPending: string[], onReceipt: string[]) => ({
  on_pending: [...lyon, ...onPending],
  on_receipt: [...lyon, ...onReceipt],
})

const ALL_LEAVE = ["Berlin incoming -6 → 0", "Berlin available 10 → 4"]
const TWO_LEAVE = ["Berlin incoming -6 → -4", "Berlin available 10 → 8"]

const STEPS: Step[] = [
  {
    name: "marking it pending",
    before: (desk) => desk.draft(6),
    step: (desk, id) => desk.step(id, "pending"),
    status: "pending",
    kind: "transfer_out",
    rows: rows(["Lyon incoming 0 → 6"], ["Berlin available 10 → 4"], ["Berlin incoming 0 → -6"]),
  },
  {
    name: "accepting all of it",
    step: (desk, id) => desk.step(id, "receive", { accept_rest: true }),
    status: "received",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 0", "Lyon available 5 → 11"], [], ALL_LEAVE),
  },
  {
    name: "accepting a part",
    step: (desk, id) => desk.receive(id, { accepted: 2 }),
    status: "partial",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 4", "Lyon available 5 → 7"], [], TWO_LEAVE),
  },
  {
    name: "accepting the rest of it",
    before: received(4),
    step: (desk, id) => desk.receive(id, { accepted: 2 }),
    status: "received",
    kind: "transfer_in",
    rows: rows(
      ["Lyon incoming 2 → 0", "Lyon available 9 → 11"],
      [],
      ["Berlin incoming -2 → 0", "Berlin available 6 → 4"]
    ),
  },
  {
    name: "rejecting a part, without a word where it goes",
    step: reject(2),
    status: "partial",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 4"], [], TWO_LEAVE),
  },
  {
    name: "rejecting a part that is discarded",
    step: reject(2, "discard"),
    status: "partial",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 4"], [], TWO_LEAVE),
  },
  ...["damaged", "quality_control", "reserved", "safety"].map((state): Step => ({
    name: `rejecting a part that stays there as ${state}`,
    step: reject(2, state),
    status: "partial",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 4", `Lyon ${state} 0 → 2`], [], TWO_LEAVE),
  })),
  {
    name: "rejecting a part that goes back",
    step: reject(2, "return_to_origin"),
    status: "partial",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 4"], ["Berlin available 4 → 6"], ["Berlin incoming -6 → -4"]),
  },
  {
    name: "rejecting all of it",
    step: reject(6, "discard"),
    status: "received",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 6 → 0"], [], ALL_LEAVE),
  },
  {
    name: "accepting a part and rejecting the rest",
    step: (desk, id) =>
      desk.receive(id, { accepted: 5, rejected: 1, disposition: "damaged", reason: "broken" }),
    status: "received",
    kind: "transfer_in",
    rows: rows(
      ["Lyon incoming 6 → 0", "Lyon available 5 → 10", "Lyon damaged 0 → 1"],
      [],
      ALL_LEAVE
    ),
  },
  {
    name: "accepting more than was sent",
    step: (desk, id) => desk.receive(id, { accepted: 8 }),
    status: "received",
    kind: "transfer_in",
    rows: rows(
      ["Lyon incoming 6 → 0", "Lyon available 5 → 13"],
      ["Berlin available 4 → 2"],
      ["Berlin incoming -6 → 0", "Berlin available 10 → 2"]
    ),
  },
  {
    name: "rejecting more than was sent, all of which goes back",
    before: received(4),
    step: reject(3, "return_to_origin"),
    status: "received",
    kind: "transfer_in",
    rows: rows(["Lyon incoming 2 → 0"], ["Berlin available 4 → 6"], ["Berlin incoming -2 → 0"]),
  },
  ...(["cancel", "close"] as const).flatMap((verb): Step[] => {
    const status = verb === "cancel" ? "canceled" : "received"
    const kind = `transfer_${verb}`
    const doing = verb === "cancel" ? "cancelling" : "closing"
    return [
      {
        name: `${doing} it before anything has arrived`,
        step: end(verb, false),
        ...{ status, kind },
        rows: rows(
          ["Lyon incoming 6 → 0"],
          ["Berlin available 4 → 10"],
          ["Berlin incoming -6 → 0"]
        ),
      },
      {
        name: `${doing} it and writing it off`,
        step: end(verb, true),
        ...{ status, kind },
        rows: rows(["Lyon incoming 6 → 0"], [], ALL_LEAVE),
      },
      {
        name: `${doing} it when a part has arrived`,
        before: received(4),
        step: end(verb, false),
        ...{ status, kind },
        rows: rows(["Lyon incoming 2 → 0"], ["Berlin available 4 → 6"], ["Berlin incoming -2 → 0"]),
      },
      {
        name: `${doing} it when a part has arrived, and writing off the rest`,
        before: received(4),
        step: end(verb, true),
        ...{ status, kind },
        rows: rows(
          ["Lyon incoming 2 → 0"],
          [],
          ["Berlin incoming -2 → 0", "Berlin available 6 → 4"]
        ),
      },
    ]
  }),
]

/** `Lyon incoming 6 → 4` read as what it leaves. */
function applied(ends: Ends, changes: string[]): Ends {
  const after = structuredClone(ends)
  for (const change of changes) {
    const [place, state, before, , now] = change.split(" ")
    const level = (after[place as keyof Ends] ??= {}) as Record<string, string>
    expect([change, level[state] ?? "0"]).toEqual([change, before])
    if (now === "0") delete level[state]
    else level[state] = now
  }
  return after
}

/**
 * In a store that allows over-receipts: every status change with its effect on every state of both ends, and the
 * rows that it leaves.
 */
export function testSteps(
  deduction: OriginDeduction,
  medusaConfigFile: string,
  details: object = {}
): void {
  testStore({
    medusaConfigFile,
    testSuite: ({ api, getContainer }) => {
      let desk: Desk

      beforeAll(async () => {
        const shop = await openShop(api as Http, getContainer() as MedusaContainer)
        desk = new Desk(shop, details)
      })

      afterEach(async () => {
        expect(await desk.drifts()).toEqual([])
      })

      it.each(STEPS.map((step) => [step.name, step] as const))(
        `%s (${deduction}) changes exactly what it says`,
        async (_, { before, step, status, kind, rows }) => {
          const id = await (before ?? ((at: Desk) => at.send(6)))(desk)
          const [ends, ledger] = [await desk.ends(), await desk.balances(id)]
          await step(desk, id)
          expect(await desk.read(id)).toMatchObject({ status, origin_deduction: deduction })
          const left = (await desk.balances(id)).slice(ledger.length)
          expect(left).toEqual(rows[deduction].map((row) => `${kind} ${row}`))
          expect(await desk.ends()).toEqual(applied(ends, rows[deduction]))
        }
      )

      it("is received when every line is, and partial while any is not", async () => {
        const { widget, honey } = desk.shop
        const id = await desk.send([
          { inventory_item_id: widget, quantity: 2 },
          { inventory_item_id: honey, quantity: "1.25" },
        ])
        const status = async (inventory_item_id: string, line: object) => {
          const lines = [{ inventory_item_id, ...line }]
          return (await desk.step(id, "receive", { lines })).transfer.status
        }
        expect(await status(widget, { accepted: 2 })).toBe("partial")
        expect(await status(honey, { accepted: "1.2" })).toBe("partial")
        expect(await status(honey, { rejected: "0.05", reason: "spilt" })).toBe("received")
        expect(await desk.ends(honey)).toEqual({
          Berlin: { available: "1.5" },
          Lyon: { available: "1.2" },
        })
      })

      it("leaves and arrives in two movements when it is made and received at once", async () => {
        const { transfer } = await desk.create(4, { at_once: true })
        expect(transfer.status).toBe("received")
        expect(await desk.ends()).toEqual({ Berlin: { available: "6" }, Lyon: { available: "9" } })
        // Nothing lies between the two, so the mode makes no difference.
        expect(await desk.balances(transfer.id)).toEqual([
          "transfer_out Lyon incoming 0 → 4",
          "transfer_out Berlin available 10 → 6",
          "transfer_in Lyon incoming 4 → 0",
          "transfer_in Lyon available 5 → 9",
        ])
      })

      it.each(["virtual", "supplier"])(
        "brings in new stock from a %s location, whose levels go below zero",
        async (kind) => {
          const { admin, berlin, honey, lyon } = desk.shop
          await admin.post(`/stockroom/locations/${lyon}`, { kind })
          const id = await desk.draft([{ inventory_item_id: honey, quantity: "40.5" }], {
            ...{ origin_id: lyon, destination_id: berlin },
          })
          await desk.step(id, "pending")
          const now = deduction === "on_pending" ? "available" : "incoming"
          expect(await desk.ends(honey)).toEqual({
            Berlin: { available: "2.75", incoming: "40.5" },
            Lyon: { [now]: "-40.5" },
          })
          await desk.step(id, "receive", { accept_rest: true })
          expect(await desk.ends(honey)).toEqual({
            Berlin: { available: "43.25" },
            Lyon: { available: "-40.5" },
          })
        }
      )

      it("is left alone by a step that its status does not allow", async () => {
        const ended = await desk.send(6)
        await desk.step(ended, "cancel")
        const [ends, ledger] = [await desk.ends(), await desk.balances(ended)]
        for (const verb of ["pending", "receive", "cancel", "close"]) {
          const body = verb === "receive" ? { accept_rest: true } : {}
          expect(await desk.refused(ended, verb, body)).toMatchObject({
            status: 409,
            details: { transfer_id: ended, status: "canceled" },
          })
        }
        expect([await desk.ends(), await desk.balances(ended)]).toEqual([ends, ledger])
      })
    },
  })
}
