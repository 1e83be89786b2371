import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"

import { type BackInStockMessage, resolveStockroom, sentBefore } from "../../modules/inventory"
import { wordsOf } from "./words"

interface Named {
  id: string
  title: string | null
  sku: string | null
  product: { id: string; title: string; handle: string; thumbnail: string | null } | null
}

/** Whether an earlier attempt has handed a message to the Notification Module. */
export async function wasSent(
  container: MedusaContainer,
  message: BackInStockMessage
): Promise<boolean> {
  const notifications = container.resolve(Modules.NOTIFICATION)
  return (
    message.attempts > 1 &&
    (await sentBefore(notifications, message.id, keysOf(message))).length > 0
  )
}

/** How the keys of a message's attempts begin. */
function keysOf({ id, message, round }: BackInStockMessage): string {
  return `${id}:${message}:${round}:`
}

/** Hands a message to the Notification Module. */
export async function sendMessage(
  container: MedusaContainer,
  message: BackInStockMessage
): Promise<void> {
  const { channel, templates, storefront_url } = resolveStockroom(container).options.back_in_stock
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: [
      "id",
      "title",
      "sku",
      "product.id",
      "product.title",
      "product.handle",
      "product.thumbnail",
    ],
    filters: { id: message.variant_id },
  })
  const [variant] = data as Named[]
  if (!variant) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Variant ${message.variant_id} is not there any more`
    )
  }
  const link = (action: "confirm" | "unsubscribe") => {
    const url = new URL(storefront_url ?? "")
    url.searchParams.set("action", action)
    url.searchParams.set("token", message.token)
    return url.href
  }
  const links = {
    confirm_url: message.message === "confirm" ? link("confirm") : null,
    unsubscribe_url: link("unsubscribe"),
  }
  const name = [variant.product?.title, variant.title].filter(Boolean).join(", ")
  const { subject, text } = wordsOf(message, name, links)
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: message.email,
    channel,
    template: templates[message.message],
    content: { subject, text },
    data: {
      ...{ subject, text, locale: message.locale, sales_channel_id: message.sales_channel_id },
      ...links,
      variant: { id: variant.id, title: variant.title, sku: variant.sku },
      product: variant.product,
    },
    trigger_type: "stockroom.back-in-stock",
    resource_id: message.id,
    resource_type: "inventory_back_in_stock",
    idempotency_key: `${keysOf(message)}${message.attempts}`,
  })
}
