import type { CreateNotificationDTO, INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { sentBefore } from "../../sent-before"
import type { LowStockAction, LowStockActionContext } from "../action"
import type { LowStockAlert } from "../types"
import { namesOf } from "./names"

const options = z
  .object({
    /** Who gets an e-mail as well, by whichever provider the store has for the channel `email`. */
    to: z.array(z.email()).max(50).optional(),
    /** The provider's template of that e-mail. */
    template: z.string().min(1).max(200).default("stockroom-low-stock"),
  })
  .strict()
type Options = z.infer<typeof options>

/** Tells people: in the dashboard's feed, and by e-mail where a rule names recipients. */
export class Notify implements LowStockAction<Options> {
  static identifier = "notify"
  static label = "Notify"
  static labelKey = "lowStock.actions.notify"
  static optionsSchema = options

  async execute(
    alert: LowStockAlert,
    { container, options: { to = [], template }, run }: LowStockActionContext<Options>
  ): Promise<{ notified: string[] }> {
    const { item, sku, where } = await namesOf(container, alert)
    const title = `Low stock: ${item}`
    const description = `${alert.available} left ${where}; low at ${alert.threshold}`
    const notifications = container.resolve(Modules.NOTIFICATION)
    const told = await toldBefore(notifications, alert.id, run)
    const tell = async (whom: string, notification: CreateNotificationDTO) => {
      if (!told.has(whom)) {
        await notifications.createNotifications({
          ...notification,
          trigger_type: "stockroom.low-stock",
          resource_id: alert.id,
          resource_type: "inventory_low_stock_alert",
          idempotency_key: keyOf(run.id, run.attempt, whom),
        })
      }
    }
    // The feed first: it must not wait for a mail server.
    await tell("feed", {
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: { title, description },
    })
    for (const address of to) {
      await tell(address, {
        to: address,
        channel: "email",
        template,
        data: { subject: title, title, description, item, sku, where, alert },
      })
    }
    return { notified: ["feed", ...to] }
  }
}

/** Who has been told in an earlier attempt. */
async function toldBefore(
  notifications: INotificationModuleService,
  alertId: string,
  { id, attempt }: LowStockActionContext["run"]
): Promise<Set<string>> {
  const sent = attempt === 1 ? [] : await sentBefore(notifications, alertId, `${id}:`)
  return new Set(sent.map((key) => key.split(":").slice(2).join(":")))
}

function keyOf(runId: string, attempt: number, whom: string): string {
  return `${runId}:${attempt}:${whom}`
}
