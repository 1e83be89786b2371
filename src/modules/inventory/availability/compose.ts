import {
  availabilityOf,
  type ItemInChannel,
  readOrderQuantities,
  shownQuantity,
  smallestOrder,
  titleIn,
  type DisplayRule,
} from "../../../core/availability"
import { exact, parseQuantity, type Quantity, ZERO } from "../../../core/quantity"
import type { Facts, ItemFacts } from "./facts"
import type {
  CatalogueVariant,
  LocationAvailability,
  OrderQuantityRules,
  StoreAvailability,
  ToldEstimate,
  VariantAvailability,
} from "./types"

interface Asked {
  /** Of the store, with what the options say where nothing is stored. */
  settings: StoreAvailability
  locale: string | null
  /** As a day: 2026-11-28. */
  today: string
  /** Whether what each location has is asked for. */
  locations: boolean
}

/** What shoppers are told of a variant, by the facts. */
export function compose(
  variant: CatalogueVariant,
  facts: Facts,
  { settings, locale, today, locations }: Asked
): VariantAvailability {
  const product = facts.products[variant.product_id]
  const estimateId = estimateIdOf(facts, variant.product_id)
  const estimate = estimateId ? facts.estimates[estimateId] : undefined
  const { display, display_below } = product?.display ? product : settings
  const rule: DisplayRule = {
    show: display ?? settings.display,
    below: display_below === null ? null : exact(display_below),
  }
  const shown = (quantity: Quantity) => shownQuantity(quantity, rule)?.toFixed() ?? null
  const orderQuantities =
    product && hasRules(product.order_quantities) ? product.order_quantities : null
  const rules = orderQuantities && readOrderQuantities(orderQuantities, "order_quantities.")
  const sold = availabilityOf(
    {
      managed: variant.manage_inventory,
      backorder: variant.allow_backorder,
      items: variant.items.map(({ inventory_item_id, required_quantity }) => ({
        required: parseQuantity(required_quantity, "required_quantity"),
        item: itemOf(facts.items[inventory_item_id], estimate?.lead_time_days ?? 0),
      })),
      smallestOrder: rules && smallestOrder(rules),
    },
    today
  )
  const { promised } = sold
  const titled: ToldEstimate | null =
    estimateId && estimate
      ? {
          ...{ source: "title", estimate_id: estimateId, date: null, quantity: null },
          title: titleIn(estimate, locale),
        }
      : null
  const dated: ToldEstimate | null = promised && {
    ...{ source: "transfer", estimate_id: null, title: null, date: promised.date },
    quantity: shown(promised.quantity),
  }
  const quantity = sold.quantity && shown(sold.quantity)
  return {
    variant_id: variant.id,
    status: sold.status,
    quantity,
    estimate: sold.quantity?.isZero() ? (dated ?? titled) : null,
    order_quantities: orderQuantities,
    locations: locations ? facts.places.map(({ id }) => placeOf(id)) : null,
  }

  function placeOf(id: string): LocationAvailability {
    if (!variant.manage_inventory) {
      return { location_id: id, status: "in_stock", quantity: null }
    }
    const here = sold.byLocation.get(id)
    return {
      location_id: id,
      status: here?.status ?? "out_of_stock",
      // Where the sum is hidden, its parts are.
      quantity: quantity === null ? null : (here?.quantity ?? ZERO).toFixed(),
    }
  }
}

/** The estimate that a product's shoppers are told: its own, else the store's default. One that was deleted is as none. */
export function estimateIdOf(facts: Facts, productId: string): string | undefined {
  const own = facts.products[productId]?.estimate_id
  return [own, facts.default_estimate_id].find((id) => id && facts.estimates[id]) ?? undefined
}

function itemOf(facts: ItemFacts, leadTimeDays: number): ItemInChannel {
  const levels = Object.entries(facts.levels ?? {})
  return {
    together: exact(facts.together),
    sellable: exact(facts.sellable ?? facts.together),
    available: new Map(levels.map(([location, available]) => [location, exact(available)])),
    threshold: facts.threshold === null ? null : exact(facts.threshold),
    owed: exact(facts.owed),
    arrivals: facts.arrivals.map(({ expected, lead_time_days, quantity }) => ({
      expected,
      leadTimeDays: lead_time_days + leadTimeDays,
      quantity: exact(quantity),
    })),
  }
}

function hasRules(rules: OrderQuantityRules): boolean {
  return Object.values(rules).some((rule) => rule !== null)
}
