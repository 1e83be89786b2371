import { MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { chooseOrigin, quantityToMove } from "../../../../core/low-stock"
import { exact, parseNonNegative } from "../../../../core/quantity"
import type { ActionResult, LowStockAction, LowStockActionContext } from "../action"
import type { LowStockAlert } from "../types"
import type { LowStockSources } from "../sources"
import { namesOf } from "./names"

const options = z
  .object({
    /** How much is moved, in base units; otherwise up to what the rule orders up to, or twice its threshold. */
    quantity: z
      .union([z.number(), z.string()])
      .refine(isPositive, { message: "must be a decimal above zero" })
      .optional(),
    /** Where to, for a rule about several locations together. */
    destination_id: z.string().min(1).optional(),
  })
  .strict()
type Options = z.infer<typeof options>

/** What the action needs of the Inventory Module. */
interface Stockroom {
  lowStockSources(alert: LowStockAlert, destinationId: string): Promise<LowStockSources>
}

/** Drafts a transfer from the location that can spare the most. A person sends it, or does not. */
export class DraftTransfer implements LowStockAction<Options> {
  static identifier = "draft_transfer"
  static label = "Draft a transfer"
  static labelKey = "lowStock.actions.draftTransfer"
  static optionsSchema = options

  async execute(
    alert: LowStockAlert,
    { container, options: { quantity, destination_id }, run }: LowStockActionContext<Options>
  ): Promise<ActionResult> {
    const destination = alert.location_id ?? destination_id
    if (!destination) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "A rule about several locations together needs the option destination_id to draft a transfer"
      )
    }
    const stock = container.resolve(Modules.INVENTORY) as unknown as Stockroom
    const { sources, available, incoming, reorderTo, increment } = await stock.lowStockSources(
      alert,
      destination
    )
    const origin = chooseOrigin(sources)
    if (!origin) {
      return { transfer_id: null, why: "no other location has any to spare" }
    }
    const wanted = quantityToMove({
      asked: quantity === undefined ? null : exact(quantity),
      threshold: exact(alert.threshold),
      available,
      incoming,
      reorderTo,
      surplus: origin.surplus,
      increment,
    })
    if (wanted.isZero()) {
      return { transfer_id: null, why: "enough is on its way" }
    }
    const { item, where } = await namesOf(container, alert)
    const { result } = await container
      .resolve(Modules.WORKFLOW_ENGINE)
      .run("stockroom-create-transfer", {
        input: {
          origin_id: origin.locationId,
          destination_id: destination,
          lines: [{ inventory_item_id: alert.inventory_item_id, quantity: wanted.toFixed() }],
          note: `Low stock: ${item}, ${alert.available} left ${where}`,
          // A second attempt finds the draft of the first.
          idempotency_key: run.id,
        },
      })
    const { transfer_id } = result as { transfer_id: string }
    return { transfer_id, origin_id: origin.locationId, quantity: wanted.toFixed() }
  }
}

function isPositive(value: unknown): boolean {
  try {
    return parseNonNegative(value, "quantity").isGreaterThan(0)
  } catch {
    return false
  }
}
