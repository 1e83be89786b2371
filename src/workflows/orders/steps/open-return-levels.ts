import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

interface Return {
  location_id: string | null
  items: {
    item: {
      variant: {
        manage_inventory: boolean
        inventory_items: { inventory_item_id: string }[] | null
      } | null
    } | null
  }[]
}

/**
 * Opens levels for what a return brings to a place that has not stocked it: Medusa would refuse the
 * return, or drop its stock. An empty level says nothing that is not so, so it is not compensated.
 */
export const openReturnLevelsStep = createStep(
  "stockroom-open-return-levels",
  async ({ return_id }: { return_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "return",
      fields: [
        "location_id",
        "items.item.variant.manage_inventory",
        "items.item.variant.inventory_items.inventory_item_id",
      ],
      filters: { id: return_id },
    })
    const [found] = data as unknown as Return[]
    const { location_id } = found ?? { location_id: null }
    const levels = location_id
      ? found.items.flatMap(({ item }) =>
          item?.variant?.manage_inventory
            ? (item.variant.inventory_items ?? []).map(({ inventory_item_id }) => ({
                inventory_item_id,
                location_id,
              }))
            : []
        )
      : []
    if (levels.length) {
      await resolveStockroom(container).openLevels(levels)
    }
    return new StepResponse(undefined)
  }
)
