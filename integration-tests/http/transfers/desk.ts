import { type State, STATES } from "../../../src/core/state"
import type { Answer, Shop } from "../shop"

type States = Partial<Record<State, string>>

/** What both ends have of an item. Null where there is no level. */
export interface Ends {
  Berlin: States | null
  Lyon: States | null
}

/**
 * Where transfers are made and received, in the shop of `../shop`: from Berlin to Lyon.
 *
 *     item    Berlin  Lyon
 *     WIDGET      10     5
 *     HONEY     2.75     -
 */
export class Desk {
  constructor(
    readonly shop: Shop,
    /** What every draft says besides. */
    private readonly details: object = {}
  ) {}

  /** Makes a draft of so many WIDGETs, or of the lines that are given. */
  async draft(lines: number | object[], more: object = {}): Promise<string> {
    return (await this.create(lines, more)).transfer.id
  }

  async create(lines: number | object[], more: object = {}): Promise<Answer> {
    return await this.shop.admin.post("/stockroom/transfers", this.bodyOf(lines, more))
  }

  bodyOf(lines: number | object[], more: object = {}): object {
    const { berlin, lyon, widget } = this.shop
    return {
      origin_id: berlin,
      destination_id: lyon,
      lines: typeof lines === "number" ? [{ inventory_item_id: widget, quantity: lines }] : lines,
      ...this.details,
      ...more,
    }
  }

  /** Makes a draft and sends it. */
  async send(lines: number | object[], body: object = {}): Promise<string> {
    const id = await this.draft(lines)
    await this.step(id, "pending", body)
    return id
  }

  async step(id: string, verb: string, body: object = {}): Promise<Answer> {
    return await this.shop.admin.post(`/stockroom/transfers/${id}/${verb}`, body)
  }

  async refused(id: string, verb: string, body: object = {}): Promise<Answer> {
    return await this.shop.admin.refused("post", `/stockroom/transfers/${id}/${verb}`, body)
  }

  async read(id: string): Promise<Answer> {
    return (await this.shop.admin.get(`/stockroom/transfers/${id}`)).transfer
  }

  /** Receives WIDGETs. */
  async receive(id: string, line: object, body: object = {}): Promise<Answer> {
    return await this.step(id, "receive", { lines: [this.widgets(line)], ...body })
  }

  widgets(line: object): object {
    return { inventory_item_id: this.shop.widget, ...line }
  }

  /** What both ends have of an item, without the states that have nothing. */
  async ends(item = this.shop.widget): Promise<Ends> {
    const at = async (location: string) => {
      const { stock } = await this.shop.admin.get(
        `/stockroom/stock?inventory_item_id=${item}&location_id=${location}`
      )
      const [level] = stock
      return level
        ? Object.fromEntries(
            STATES.filter((state) => level[state] !== "0").map((state) => [state, level[state]])
          )
        : null
    }
    return { Berlin: await at(this.shop.berlin), Lyon: await at(this.shop.lyon) }
  }

  /** The ledger rows that a transfer has left, oldest first: `transfer_out Berlin available -3`. */
  async rows(id: string): Promise<string[]> {
    return await this.told(id, ({ quantity }) => quantity)
  }

  /** The same with the balances around each: `transfer_out Berlin available 10 → 7`. */
  async balances(id: string): Promise<string[]> {
    return await this.told(id, ({ balance_before, balance_after }) =>
      [balance_before, "→", balance_after].join(" ")
    )
  }

  private async told(id: string, figures: (row: Answer) => string): Promise<string[]> {
    const { history } = await this.shop.admin.get(`/stockroom/history?transfer_id=${id}&limit=100`)
    const names = { [this.shop.berlin]: "Berlin", [this.shop.lyon]: "Lyon" }
    return history
      .reverse()
      .map((row: Answer) => `${row.kind} ${names[row.location_id]} ${row.state} ${figures(row)}`)
  }

  async drifts(): Promise<unknown[]> {
    return (await this.shop.admin.get("/stockroom/verify")).verification.drifts
  }
}
