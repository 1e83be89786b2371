import { container } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { Modules } from "@medusajs/framework/utils"

import { text } from "./decimal"
import type { OrderLine } from "./terms"

/**
 * What the engine asks Medusa's Order Module, which is not there where the Inventory Module runs
 * alone: of which orders the lines are, and what is open of them. Here the sequence says so.
 */
class OrderModule {
  private readonly lines = new Map<string, OrderLine>()

  know(lines: Iterable<OrderLine>): void {
    for (const line of lines) this.lines.set(line.id, line)
  }

  async listOrderItems({ item_id: ids }: { item_id: string[] }) {
    return ids.flatMap((id) => {
      const line = this.lines.get(id)
      return line
        ? {
            item_id: id,
            version: 1,
            quantity: Number(text(line.ordered)),
            raw_quantity: { value: text(line.ordered) },
            fulfilled_quantity: Number(text(line.fulfilled)),
            raw_fulfilled_quantity: { value: text(line.fulfilled) },
            order: { id: line.order, sales_channel_id: line.channel, shipping_address: null },
          }
        : []
    })
  }
}

/** One for all sequences of a process, as Medusa's container is: their lines have different ids. */
export const orderModule = new OrderModule()

container.register(Modules.ORDER, asValue(orderModule))
