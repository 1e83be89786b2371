import type {
  Context,
  FindConfig,
  InventoryTypes,
  RestoreReturn,
  SoftDeleteReturn,
} from "@medusajs/framework/types"
import { CommonEvents } from "@medusajs/framework/utils"

import { linkable } from "./linkable"
import { countItems, listItems, planListing } from "./listing"
import { MedusaLevels } from "./medusa-levels"
import type { Posted } from "./posting/poster"
import { currentWho } from "./request-context"
import { deleteItems, type ItemCascade, restoreItems, softDeleteItems } from "./translate/items"

/** The items of Medusa's `IInventoryService`, as far as they touch stock; the rest is generated. */
export class MedusaItems extends MedusaLevels {
  async deleteInventoryItems(ids: string | string[], context: Context = {}): Promise<void> {
    const posted = await this.post_(() => deleteItems(currentWho(), [ids].flat()), context)
    await this.announceItems_(context, posted, CommonEvents.DELETED)
  }

  async softDeleteInventoryItems<Keys extends string = string>(
    ids: string | string[],
    config: SoftDeleteReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => softDeleteItems(currentWho(), [ids].flat()), context)
    await this.announceItems_(context, posted, CommonEvents.DELETED)
    return linkable(cascaded(posted.result), config)
  }

  async restoreInventoryItems<Keys extends string = string>(
    ids: string | string[],
    config: RestoreReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => restoreItems(currentWho(), [ids].flat()), context)
    await this.announceItems_(context, posted, CommonEvents.RESTORED)
    return linkable(cascaded(posted.result), config)
  }

  override async listInventoryItems(
    filters?: object,
    config?: FindConfig<InventoryTypes.InventoryItemDTO>,
    context: Context = {}
  ): Promise<InventoryTypes.InventoryItemDTO[]> {
    const plan = planListing(filters, config)
    return plan
      ? await listItems(this.reader_(context), plan)
      : await super.listInventoryItems(filters, config, context)
  }

  override async listAndCountInventoryItems(
    filters?: object,
    config?: FindConfig<InventoryTypes.InventoryItemDTO>,
    context: Context = {}
  ): Promise<[InventoryTypes.InventoryItemDTO[], number]> {
    const plan = planListing(filters, config)
    if (!plan) {
      return await super.listAndCountInventoryItems(filters, config, context)
    }
    const read = this.reader_(context)
    return [await listItems(read, plan), await countItems(read, plan)]
  }

  private async announceItems_(
    context: Context,
    posted: Posted<ItemCascade>,
    action: CommonEvents
  ): Promise<void> {
    const { itemIds, levelIds, reservationIds } = posted.result
    await this.announce_(
      context,
      posted,
      { object: "inventory_item", action, ids: itemIds },
      { object: "inventory_level", action, ids: levelIds },
      { object: "reservation_item", action, ids: reservationIds }
    )
  }
}

function cascaded({ itemIds, levelIds, reservationIds }: ItemCascade): Record<string, string[]> {
  return {
    inventory_item_id: itemIds,
    inventory_level_id: levelIds,
    reservation_item_id: reservationIds,
  }
}
