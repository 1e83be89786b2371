import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { type BackInStockMessage, resolveStockroom } from "../../modules/inventory"
import { sendMessage, wasSent } from "./send-message"
import { variantsInStock } from "./variants-in-stock"

/** So many variants are looked at in one go; the next go begins with those that were left. */
const LOOK_AT = 2_000
/** So many messages are claimed at once, few enough to be sent within the minute that a claim lasts. */
const PORTION = 20

/** What telling came to. */
export interface BackInStockTold {
  sent: number
  failed: number
}

/**
 * Looks which variants that are waited for are in stock again, and sends the messages that are due, each once.
 * Several servers share them; what a server had in hand when it died is due again after a minute, and what it was
 * sending after ten. A job does so every minute.
 *
 * @since 0.1.0
 *
 * @example
 * await tellBackInStock(container) // { sent: 12, failed: 0 }
 */
export async function tellBackInStock(container: MedusaContainer): Promise<BackInStockTold> {
  const stockroom = resolveStockroom(container)
  const told: BackInStockTold = { sent: 0, failed: 0 }
  // Also where it is switched off: addresses that were left before are not kept for ever.
  await stockroom.forgetBackInStock()
  if (!stockroom.options.back_in_stock.enabled) {
    return told
  }
  const awaited = await stockroom.listAwaitedVariants(LOOK_AT)
  await stockroom.noteAwaitedVariants(awaited, await variantsInStock(stockroom, awaited))
  for (;;) {
    const { claim, messages } = await stockroom.claimBackInStockMessages(PORTION)
    if (!messages.length) {
      return told
    }
    const back = await variantsInStock(
      stockroom,
      messages.filter(({ message }) => message === "back")
    )
    for (const claimed of messages) {
      // While those before it were sent, others may have taken it, or its address may have gone.
      const message = await stockroom.beginBackInStockMessage(claimed, claim)
      if (message) {
        const there = message.message === "confirm" || back.some((one) => isOf(one, message))
        const outcome = await attempt(container, message, { claim, there })
        if (outcome !== "postponed") told[outcome]++
      }
    }
  }
}

/**
 * Sends a message, unless an earlier attempt has, or what it tells of is not there any more. What sending throws is
 * kept with the message, and stops no other.
 */
async function attempt(
  container: MedusaContainer,
  message: BackInStockMessage,
  { claim, there }: { claim: string; there: boolean }
): Promise<"sent" | "failed" | "postponed"> {
  const stockroom = resolveStockroom(container)
  try {
    if (!(await wasSent(container, message))) {
      if (!there) {
        await stockroom.postponeBackInStockMessage(message, claim)
        return "postponed"
      }
      await sendMessage(container, message)
    }
    await stockroom.finishBackInStockMessage(message, claim)
    return "sent"
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Stockroom: the message ${message.message} of ${message.id} was not sent: ${reason}`)
    await stockroom.failBackInStockMessage(message, claim, reason)
    return "failed"
  }
}

function isOf(
  one: Pick<BackInStockMessage, "variant_id" | "sales_channel_id">,
  other: Pick<BackInStockMessage, "variant_id" | "sales_channel_id">
): boolean {
  return one.variant_id === other.variant_id && one.sales_channel_id === other.sales_channel_id
}
