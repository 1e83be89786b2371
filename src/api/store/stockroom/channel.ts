import type { MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * The sales channel that a shopper is in: the publishable key's only one, or that of the key's that is named.
 *
 * @throws MedusaError where it is another's, or the key has several
 */
export function channelOf(req: MedusaStoreRequest, named: string | undefined): string {
  const { sales_channel_ids: ids } = req.publishable_key_context
  if (named !== undefined && !ids.includes(named)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `sales_channel_id: ${named} is not a sales channel of the publishable key`
    )
  }
  const [channel, another] = ids
  if (named === undefined && (channel === undefined || another !== undefined)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `sales_channel_id: the publishable key has ${ids.length} sales channels; name one`
    )
  }
  return named ?? channel
}
