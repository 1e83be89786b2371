import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import type { ActionResult, LowStockAction, LowStockActionContext } from "../action"
import type { LowStockAlert } from "../types"

const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.:-]+$/, "must be letters, digits and . _ : -")
const options = z
  .object({
    /** The event's name. */
    name,
    /** The name of what is told on recovery; without it nothing is told then. */
    recovered_name: name.optional(),
    /** Added to the event as `data`. */
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .strict()
type Options = z.infer<typeof options>

/** Emits an event of the merchant's choice, for subscribers and for what listens outside. */
export class EmitEvent implements LowStockAction<Options> {
  static identifier = "emit_event"
  static label = "Emit an event"
  static labelKey = "lowStock.actions.emitEvent"
  static optionsSchema = options

  async execute(
    alert: LowStockAlert,
    context: LowStockActionContext<Options>
  ): Promise<ActionResult> {
    return await emit(context.options.name, alert, context)
  }

  async undo(
    alert: LowStockAlert,
    context: LowStockActionContext<Options>
  ): Promise<ActionResult | void> {
    const { recovered_name } = context.options
    return recovered_name ? await emit(recovered_name, alert, context) : undefined
  }
}

async function emit(
  event: string,
  alert: LowStockAlert,
  { container, options: { data }, run }: LowStockActionContext<Options>
): Promise<ActionResult> {
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name: event, data: { alert, run_id: run.id, data: data ?? {} } })
  return { event }
}
