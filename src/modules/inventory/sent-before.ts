import type { INotificationModuleService, NotificationDTO } from "@medusajs/framework/types"
import { NotificationStatus } from "@medusajs/framework/utils"

/**
 * Which of the notifications about something have been sent, by the keys that begin with a text. Each attempt needs a
 * key of its own: Medusa sends a notification that has failed again, but then looks for it under a new id, and
 * throws.
 */
export async function sentBefore(
  notifications: INotificationModuleService,
  resourceId: string,
  begin: string
): Promise<string[]> {
  // Medusa's type of a notification leaves its key out.
  const earlier: (NotificationDTO & { idempotency_key?: string | null })[] =
    await notifications.listNotifications({ resource_id: resourceId }, { take: null })
  return earlier.flatMap(({ idempotency_key: key, status }) =>
    status === NotificationStatus.SUCCESS && key?.startsWith(begin) ? key : []
  )
}
