import { exact, type Quantity, total, ZERO } from "../../../src/core/quantity"
import type { RejectDisposition } from "../../../src/core/transfer"
import type { TransferRecord, TransferStepResult } from "../../../src/modules/inventory"
import type StockroomModuleService from "../../../src/modules/inventory/service"
import { BERLIN, LYON } from "../../world"
import type { Database } from "../databases"

type Route = { from: string; to: string }
type Load = { tea: number; pot: number }

export type Op =
  | { op: "send"; route: Route; load: Load }
  | { op: "at once"; route: Route; load: Load }
  | {
      op: "receive"
      which: number
      item: keyof Load
      accepted: number
      rejected: number
      disposition: RejectDisposition
    }
  | { op: "end"; which: number; verb: "cancelTransfer" | "closeTransfer"; writeOff: boolean }
  | {
      op: "receive the rest" | "take back a receipt" | "take back sending" | "take back the end"
      which: number
    }

/** What a rule of the domain refuses; anything else is a defect. */
const REFUSED = ["not_allowed", "conflict", "invalid_data", "not_found"]
const START = { [BERLIN]: 20, [LYON]: 5 }

/** The transfers of two items of their own, tea and pots: 20 of each at Berlin, 5 at Lyon, none at Oslo. */
export class Fleet {
  /** How many operations were not refused. */
  done = 0
  private readonly sent: string[] = []
  /** The transfers whose outstanding units were written off. */
  private readonly writtenOff = new Set<string>()

  private constructor(
    private readonly stock: StockroomModuleService,
    private readonly database: Database,
    private readonly items: { tea: string; pot: string }
  ) {}

  static async at(stock: StockroomModuleService, database: Database, run: string): Promise<Fleet> {
    const items = { tea: `iitem_tea_${run}`, pot: `iitem_pot_${run}` }
    const ids = Object.values(items)
    await stock.createInventoryItems(ids.map((id) => ({ id, sku: id }) as object))
    await stock.createInventoryLevels(
      ids.flatMap((id) =>
        Object.entries(START).map(([location_id, stocked_quantity]) => ({
          ...{ inventory_item_id: id, location_id, stocked_quantity },
        }))
      )
    )
    return new Fleet(stock, database, items)
  }

  async do(op: Op): Promise<void> {
    try {
      await this.try(op)
      this.done++
    } catch (error) {
      if (!REFUSED.includes((error as { type?: string }).type ?? "")) throw error
    }
  }

  private async try(op: Op): Promise<unknown> {
    if (op.op === "send" || op.op === "at once") return await this.depart(op)
    const id = this.sent[op.which % Math.max(1, this.sent.length)]
    if (!id) return
    switch (op.op) {
      case "receive": {
        const { item, accepted, rejected, disposition } = op
        const line = { inventory_item_id: this.items[item], accepted, rejected, disposition }
        return await this.stock.receiveTransfer(id, { lines: [{ ...line, reason: "broken" }] })
      }
      case "receive the rest":
        return await this.stock.receiveTransfer(id, { accept_rest: true })
      case "end":
        await this.stock[op.verb](id, { write_off: op.writeOff })
        if (op.writeOff) this.writtenOff.add(id)
        return
      case "take back a receipt": {
        const { receipts } = await this.stock.retrieveTransfer(id)
        const standing = receipts.filter(({ taken_back_at }) => !taken_back_at)
        return standing.length && (await this.stock.takeBackReceipt(id, standing[0].id))
      }
      case "take back sending":
        return await this.stock.takeBackPending(id)
      case "take back the end":
        await this.stock.reopenTransfer(id)
        return this.writtenOff.delete(id)
    }
  }

  private async depart({ op, route, load }: Op & { op: "send" | "at once" }): Promise<void> {
    const input = {
      ...{ origin_id: route.from, destination_id: route.to },
      lines: (["tea", "pot"] as const)
        .filter((item) => load[item])
        .map((item) => ({ inventory_item_id: this.items[item], quantity: load[item] })),
    }
    const made: TransferStepResult =
      op === "send"
        ? await this.stock.createTransfer(input)
        : await this.stock.transferAtOnce(input)
    this.sent.push(made.transfer_id)
    if (op === "send") await this.stock.markTransferPending(made.transfer_id)
  }

  /**
   * Over all locations and states there is what there was at the start, but for what was discarded or
   * written off; and each location expects what is outstanding on the way to it, less what is to leave.
   */
  async check(): Promise<void> {
    const transfers = await Promise.all(this.sent.map((id) => this.stock.retrieveTransfer(id)))
    for (const item of Object.values(this.items)) {
      const [levels] = await this.database.sql<{ there: string; incoming: Record<string, string> }>(
        `select trim_scale(sum(available + committed + reserved + damaged + safety
            + quality_control + incoming))::text as there,
          jsonb_object_agg(location_id, trim_scale(incoming)::text) as incoming
        from inventory_level_state where inventory_item_id = $1`,
        [item]
      )
      const lost = total(transfers.map((transfer) => this.lostOf(transfer, item)))
      const start = exact(START[BERLIN] + START[LYON])
      expect([item, levels.there]).toEqual([item, start.minus(lost).toFixed()])
      for (const [place, incoming] of Object.entries(levels.incoming)) {
        expect([place, incoming]).toEqual([place, expectedAt(place, item, transfers).toFixed()])
      }
    }
  }

  private lostOf({ id, lines, receipts }: TransferRecord, item: string): Quantity {
    const discarded = receipts
      .filter(({ taken_back_at }) => !taken_back_at)
      .flatMap((receipt) => receipt.lines)
      .filter((line) => line.inventory_item_id === item && line.disposition === "discard")
      .map(({ rejected }) => exact(rejected))
    const ended = lines
      .filter((line) => this.writtenOff.has(id) && line.inventory_item_id === item)
      .map((line) => exact(line.ended))
    return total([...discarded, ...ended])
  }
}

function expectedAt(place: string, item: string, transfers: TransferRecord[]): Quantity {
  const open = transfers
    .filter(({ status }) => ["pending", "partial"].includes(status))
    .flatMap((transfer) =>
      transfer.lines
        .filter((line) => line.inventory_item_id === item)
        .map(({ outstanding }) => {
          if (transfer.destination_id === place) return exact(outstanding)
          return transfer.origin_id === place && transfer.origin_deduction === "on_receipt"
            ? exact(outstanding).negated()
            : ZERO
        })
    )
  return total(open)
}
