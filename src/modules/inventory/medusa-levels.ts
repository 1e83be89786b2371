import type {
  BigNumberInput,
  Context,
  InventoryTypes,
  RestoreReturn,
  SoftDeleteReturn,
} from "@medusajs/framework/types"
import { CommonEvents } from "@medusajs/framework/utils"

import type { Level } from "../../core/level"
import { toLevelDTO } from "./dto"
import { linkable } from "./linkable"
import { MedusaReservations } from "./medusa-reservations"
import { readOrderLines } from "./order-lines"
import type { Posted } from "./posting/poster"
import { currentWho } from "./request-context"
import type { AdjustmentInput } from "./translate/adjustment"
import { fulfil } from "./translate/fulfilment"
import { cancelFulfilment, loadFulfilment } from "./translate/fulfilment-cancel"
import {
  adjustLevels,
  createLevels,
  deleteLevels,
  type LevelSelector,
  restoreLevels,
  updateLevels,
} from "./translate/levels"

/** The levels of Medusa's `IInventoryService`, each call translated into movements. */
export class MedusaLevels extends MedusaReservations {
  createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]>
  createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO>
  async createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput | InventoryTypes.CreateInventoryLevelInput[],
    context: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO | InventoryTypes.InventoryLevelDTO[]> {
    const inputs = [input].flat() as (InventoryTypes.CreateInventoryLevelInput & {
      metadata?: Record<string, unknown> | null
    })[]
    const posted = await this.post_(() => createLevels(currentWho(), inputs), context)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.CREATED,
      ids: posted.result.map(({ levelId }) => levelId as string),
    })
    const created = posted.result.map((level, index) =>
      toLevelDTO(level, posted, inputs[index].metadata)
    )
    return Array.isArray(input) ? created : created[0]
  }

  updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]>
  updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO>
  async updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput | InventoryTypes.UpdateInventoryLevelInput[],
    context: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO | InventoryTypes.InventoryLevelDTO[]> {
    const posted = await this.post_(() => updateLevels(currentWho(), [input].flat()), context)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.UPDATED,
      ids: posted.result.map(({ levelId }) => levelId as string),
    })
    const updated = posted.result.map((level) => toLevelDTO(level, posted))
    return Array.isArray(input) ? updated : updated[0]
  }

  adjustInventory(
    data: AdjustmentInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]>
  adjustInventory(
    inventoryItemId: string,
    locationId: string,
    adjustment: BigNumberInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryLevelDTO>
  async adjustInventory(
    first: string | AdjustmentInput[],
    second?: string | Context,
    adjustment?: BigNumberInput,
    fourth: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO | InventoryTypes.InventoryLevelDTO[]> {
    const many = Array.isArray(first)
    const context = many ? ((second as Context | undefined) ?? fourth) : fourth
    const inputs = many
      ? first
      : [
          {
            inventoryItemId: first,
            locationId: second as string,
            adjustment: adjustment as BigNumberInput,
          },
        ]
    const posted = await this.adjust_(inputs, context)
    await this.announce_(context, posted)
    const adjusted = posted.result.map((level) => toLevelDTO(level, posted))
    return many ? adjusted : adjusted[0]
  }

  async deleteInventoryLevels(ids: string | string[], context: Context = {}): Promise<void> {
    await this.deleteLevels_({ ids: [ids].flat() }, "hard", context)
  }

  async deleteInventoryLevel(
    inventoryItemId: string,
    locationId: string,
    context: Context = {}
  ): Promise<void> {
    const keys = [{ itemId: inventoryItemId, locationId }]
    await this.deleteLevels_({ keys }, "hard", context)
  }

  async softDeleteInventoryLevels<Keys extends string = string>(
    ids: string | string[],
    config: SoftDeleteReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const deleted = await this.deleteLevels_({ ids: [ids].flat() }, "soft", context)
    return linkable({ inventory_level_id: deleted.map(({ id }) => id) }, config)
  }

  async deleteInventoryItemLevelByLocationId(
    locationId: string | string[],
    context: Context = {}
  ): Promise<[object[], Record<string, unknown[]>]> {
    const selector = { locationIds: [locationId].flat() }
    const levels = await this.deleteLevels_(selector, "soft", context)
    return [levels, { InventoryLevel: levels }]
  }

  async restoreInventoryLevels<Keys extends string = string>(
    ids: string | string[],
    config: RestoreReturn<Keys> = {},
    context: Context = {}
  ): Promise<Record<Keys, string[]> | void> {
    const posted = await this.post_(() => restoreLevels(currentWho(), [ids].flat()), context)
    const restored = posted.result.map(({ levelId }) => levelId as string)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.RESTORED,
      ids: restored,
    })
    return linkable({ inventory_level_id: restored }, config)
  }

  /** An adjustment is what the request says it is: a fulfilment, its cancellation, or just that. */
  private async adjust_(inputs: AdjustmentInput[], context: Context): Promise<Posted<Level[]>> {
    const { flow } = currentWho()
    if (flow?.kind === "fulfil") {
      const lines = await readOrderLines(flow.lines.map(({ id }) => id))
      return await this.post_(() => fulfil(currentWho(), flow, inputs, lines), context)
    }
    if (flow?.kind === "cancel_fulfilment") {
      const known = await loadFulfilment(this.reader_(context), flow)
      return await this.post_(() => cancelFulfilment(currentWho(), flow, inputs, known), context)
    }
    return await this.post_(() => adjustLevels(currentWho(), inputs), context)
  }

  private async deleteLevels_(
    selector: LevelSelector,
    mode: "soft" | "hard",
    context: Context
  ): Promise<InventoryTypes.InventoryLevelDTO[]> {
    const posted = await this.post_(() => deleteLevels(currentWho(), selector, mode), context)
    await this.announce_(context, posted, {
      object: "inventory_level",
      action: CommonEvents.DELETED,
      ids: posted.result.map(({ levelId }) => levelId as string),
    })
    return posted.result.map((level) => ({
      ...toLevelDTO(level, posted),
      deleted_at: posted.now,
    }))
  }
}
