import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ChangeActionType,
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { OrderFacts, OrderUnits } from "../../../modules/inventory"

type Figure = number | string | { value: string } | null | undefined

interface Item {
  id: string
  quantity: Figure
  raw_quantity?: Figure
  detail: { fulfilled_quantity: Figure; raw_fulfilled_quantity?: Figure }
  variant: {
    manage_inventory: boolean
    allow_backorder: boolean
    inventory_items: { inventory_item_id: string; required_quantity: number }[] | null
  } | null
}

interface Order {
  id: string
  created_at: string | Date
  status: string
  canceled_at: string | null
  is_draft_order: boolean
  items: Item[]
  fulfillments: {
    id: string
    canceled_at: string | null
    location_id: string
    items: {
      line_item_id: string | null
      inventory_item_id: string | null
      quantity: Figure
      raw_quantity?: Figure
    }[]
  }[]
}

interface ReceivedAction {
  return_id: string | null
  action: string
  details: { reference_id?: string; quantity?: Figure }
}

const FIELDS = [
  "id",
  "created_at",
  "status",
  "canceled_at",
  "is_draft_order",
  // Named one by one, Medusa leaves the quantities out.
  "items.*",
  "items.detail.*",
  "items.variant.manage_inventory",
  "items.variant.allow_backorder",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  "fulfillments.id",
  "fulfillments.canceled_at",
  "fulfillments.location_id",
  "fulfillments.items.*",
]

/** Reads what Medusa says of an order, as far as stock goes. */
export const readOrderStep = createStep(
  "stockroom-read-order",
  async ({ order_id }: { order_id: string }, { container }) =>
    new StepResponse(await readOrder(container, order_id))
)

async function readOrder(container: MedusaContainer, id: string): Promise<OrderFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id } })
  const order = data[0] as unknown as Order | undefined
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order ${id} was not found`)
  }
  const items = order.items.filter((item) => item?.id)
  return {
    order_id: order.id,
    created_at: new Date(order.created_at).toISOString(),
    canceled: order.canceled_at !== null || order.status === "canceled",
    draft: order.is_draft_order || order.status === "draft",
    lines: items.flatMap((item) => {
      const open = MathBN.sub(
        figure(item.raw_quantity, item.quantity),
        figure(item.detail.raw_fulfilled_quantity, item.detail.fulfilled_quantity)
      )
      return MathBN.gt(open, 0)
        ? unitsOf(item, open).map((units) => ({
            ...units,
            allow_backorder: item.variant?.allow_backorder ?? false,
          }))
        : []
    }),
    fulfillments: order.fulfillments
      .filter((fulfillment) => fulfillment?.location_id)
      .map((fulfillment) => ({
        id: fulfillment.id,
        canceled: fulfillment.canceled_at !== null,
        location_id: fulfillment.location_id,
        items: fulfillment.items.flatMap((item) =>
          item.inventory_item_id && item.line_item_id
            ? [
                {
                  line_item_id: item.line_item_id,
                  inventory_item_id: item.inventory_item_id,
                  quantity: figure(item.raw_quantity, item.quantity).toFixed(),
                  in_kit: takes(items, item.line_item_id, item.inventory_item_id),
                },
              ]
            : []
        ),
      })),
    returns: await readReturns(container, order, items),
  }
}

/**
 * What has come back. Medusa keeps only the last receipt of a return's item; every receipt is in the
 * order's changes.
 */
async function readReturns(
  container: MedusaContainer,
  order: Order,
  items: Item[]
): Promise<OrderFacts["returns"]> {
  const orders = container.resolve(Modules.ORDER)
  const actions = (await orders.listOrderChangeActions(
    {
      order_id: order.id,
      action: [ChangeActionType.RECEIVE_RETURN_ITEM, ChangeActionType.RECEIVE_DAMAGED_RETURN_ITEM],
      applied: true,
    } as object,
    { select: ["id", "return_id", "action", "details"], take: null as never }
  )) as unknown as ReceivedAction[]
  const returnIds = [...new Set(actions.flatMap(({ return_id }) => return_id ?? []))]
  if (!returnIds.length) {
    return []
  }
  const returns = await orders.listReturns(
    { id: returnIds },
    { select: ["id", "location_id"], take: null as never }
  )
  const shippedFrom = order.fulfillments.find(({ canceled_at }) => !canceled_at)?.location_id
  return returns.flatMap((one) => {
    const locationId = (one as { location_id?: string | null }).location_id ?? shippedFrom
    if (!locationId) {
      return []
    }
    const units = (wanted: string) =>
      actions
        .filter(({ return_id, action }) => return_id === one.id && action === wanted)
        .flatMap(({ details }) => {
          const item = items.find(({ id }) => id === details.reference_id)
          return item ? unitsOf(item, figure(details.quantity)) : []
        })
    return [
      {
        id: one.id,
        location_id: locationId,
        received: units(ChangeActionType.RECEIVE_RETURN_ITEM),
        dismissed: units(ChangeActionType.RECEIVE_DAMAGED_RETURN_ITEM),
      },
    ]
  })
}

/** Whether a line's variant takes an item, as its kit is now. */
function takes(items: Item[], lineItemId: string, inventoryItemId: string): boolean {
  const kit = items.find(({ id }) => id === lineItemId)?.variant?.inventory_items ?? []
  return kit.some((one) => one.inventory_item_id === inventoryItemId)
}

/** A line's quantity in units of each item that its variant takes; nothing of an untracked one. */
function unitsOf({ id, variant }: Item, quantity: ReturnType<typeof figure>): OrderUnits[] {
  return variant?.manage_inventory
    ? (variant.inventory_items ?? []).map((item) => ({
        line_item_id: id,
        inventory_item_id: item.inventory_item_id,
        quantity: MathBN.mult(quantity, item.required_quantity).toFixed(),
      }))
    : []
}

/** The exact figure where Medusa gives one, else its number. */
function figure(...given: Figure[]) {
  const found = given.find((one) => one !== null && one !== undefined)
  if (found === undefined || found === null) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "Medusa gives no quantity")
  }
  return MathBN.convert(typeof found === "object" ? found.value : found)
}
