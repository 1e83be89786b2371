import type {
  BigNumberInput,
  Context,
  IInventoryService,
  InventoryTypes,
} from "@medusajs/framework/types"
import { BigNumber, MedusaError } from "@medusajs/framework/utils"

import { exact, parseQuantity, type Quantity, ZERO } from "../../core/quantity"
import { readSellingStock, STOPS_SELLING, stopsFor } from "./low-stock/selling"
import { MedusaItems } from "./medusa-items"
import { currentWho } from "./request-context"

/**
 * Medusa's `IInventoryService`, each call translated into movements. Reads, and what does not touch
 * stock, are Medusa's own generated methods.
 */
export class MedusaInventoryService extends MedusaItems implements IInventoryService {
  async retrieveInventoryLevelByItemAndLocation(
    inventoryItemId: string,
    locationId: string,
    context: Context = {}
  ): Promise<InventoryTypes.InventoryLevelDTO> {
    const [level] = await this.listInventoryLevels(
      { inventory_item_id: inventoryItemId, location_id: locationId },
      { take: 1 },
      context
    )
    if (!level) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Inventory level for item ${inventoryItemId} and location ${locationId} not found`
      )
    }
    return level
  }

  /**
   * What the locations can sell together: a level below zero counts as nothing, and so does what a rule
   * of low stock keeps from shoppers.
   */
  async retrieveAvailableQuantity(
    inventoryItemId: string,
    locationIds: string[],
    context: Context = {}
  ): Promise<BigNumber> {
    return new BigNumber((await this.sellable_(inventoryItemId, locationIds, context)).toFixed())
  }

  async retrieveStockedQuantity(
    inventoryItemId: string,
    locationIds: string[],
    context: Context = {}
  ): Promise<BigNumber> {
    const rows = await this.figures_(inventoryItemId, locationIds, context)
    return total(rows.map(({ stocked }) => exact(stocked)))
  }

  async retrieveReservedQuantity(
    inventoryItemId: string,
    locationIds: string[],
    context: Context = {}
  ): Promise<BigNumber> {
    const rows = await this.figures_(inventoryItemId, locationIds, context)
    return total(rows.map(({ reserved }) => exact(reserved)))
  }

  async confirmInventory(
    inventoryItemId: string,
    locationIds: string[],
    quantity: BigNumberInput,
    context: Context = {}
  ): Promise<boolean> {
    const wanted = await this.translated_(async () => parseQuantity(quantity, "quantity"))
    return (await this.sellable_(inventoryItemId, locationIds, context)).isGreaterThanOrEqualTo(
      wanted
    )
  }

  private async sellable_(
    inventoryItemId: string,
    locationIds: string[],
    context: Context
  ): Promise<Quantity> {
    const rows = await this.figures_(inventoryItemId, locationIds, context)
    const alone = new Set(locationIds).size === 1
    const there = rows.reduce((sum, { available, active }) => {
      const quantity = exact(available)
      const counts = quantity.isLessThan(0) ? alone : active
      return counts ? sum.plus(quantity) : sum
    }, ZERO)
    if (!rows.some(({ stops }) => stops) || !there.isGreaterThan(0) || !stopsFor(currentWho())) {
      return there
    }
    const stock = await readSellingStock(this.reader_(context), [inventoryItemId])
    return stock.atLocations(inventoryItemId, locationIds) ?? there
  }

  private async figures_(inventoryItemId: string, locationIds: string[], context: Context) {
    const rows = await this.reader_(context)<{
      location_id: string | null
      available: string
      stocked: string
      reserved: string
      active: boolean
      stops: boolean
    }>(FIGURES, [inventoryItemId, locationIds])
    if (!rows.length && locationIds.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `InventoryItem with id: ${inventoryItemId} was not found`
      )
    }
    return rows.filter(({ location_id }) => location_id !== null)
  }
}

/** $1: item, $2: locations. One row without a location when the item is stocked at none of them. */
const FIGURES = {
  name: "stockroom_item_figures",
  text: `
    select s.location_id, s.available::text,
      (s.available + s.committed + s.reserved + s.damaged + s.safety + s.quality_control)::text
        as stocked,
      (s.committed + s.reserved + s.damaged + s.safety + s.quality_control)::text as reserved,
      s.active, ${STOPS_SELLING("array[$1::text]")} as stops
    from inventory_item i
    left join inventory_level_state s on s.inventory_item_id = i.id
      and s.location_id = any($2::text[]) and s.level_id is not null
    where i.id = $1 and i.deleted_at is null`,
}

function total(quantities: Quantity[]): BigNumber {
  return new BigNumber(quantities.reduce((sum, one) => sum.plus(one), ZERO).toFixed())
}
