import type { FindConfig, InventoryTypes } from "@medusajs/framework/types"
import { BigNumber } from "@medusajs/framework/utils"

import { exact } from "../../core/quantity"
import type { Run } from "./posting/connection"

type Item = InventoryTypes.InventoryItemDTO

const ITEM_COLUMNS = [
  "id",
  "sku",
  "origin_country",
  "hs_code",
  "mid_code",
  "material",
  "unit_of_measure",
  "weight",
  "length",
  "height",
  "width",
  "requires_shipping",
  "description",
  "title",
  "thumbnail",
  "metadata",
  "created_at",
  "updated_at",
  "deleted_at",
] as const

const ITEM_SUMS = ["reserved_quantity", "stocked_quantity"] as const

const LEVEL_COLUMNS = [
  "id",
  "inventory_item_id",
  "location_id",
  "stocked_quantity",
  "reserved_quantity",
  "incoming_quantity",
  "raw_stocked_quantity",
  "raw_reserved_quantity",
  "raw_incoming_quantity",
  "metadata",
  "created_at",
  "updated_at",
  "deleted_at",
] as const

/** An item listing that plain SQL can answer. */
interface Plan {
  ids: string[] | null
  skus: string[] | null
  columns: string[]
  /** Null where levels are not asked for. */
  levelColumns: string[] | null
  order: string
  take: number | null
  skip: number
}

/**
 * How to answer a listing of items, with their levels, without hydrating entities; null where it
 * asks for more than ids and SKUs, pages, plain orders and levels: then the ORM answers.
 */
export function planListing(filters: object = {}, config: FindConfig<Item> = {}): Plan | null {
  const { relations = [], select, take, skip, order, ...otherConfig } = config
  const { id, sku, ...otherFilters } = filters as Record<string, unknown>
  const known = (values: object) => Object.values(values).every((value) => value === undefined)
  if (!known(otherConfig) || !known(otherFilters) || !isText(id) || !isText(sku)) {
    return null
  }
  if (relations.some((relation) => relation !== "location_levels")) {
    return null
  }
  const columns = new Set<string>(select ? ["id"] : ITEM_COLUMNS)
  const levelColumns = new Set<string>(["id", "inventory_item_id"])
  let withLevels = relations.length > 0
  for (const field of (select ?? []) as string[]) {
    const [name, column] = field.split(".")
    if (column === undefined && isOneOf([...ITEM_COLUMNS, ...ITEM_SUMS], name)) {
      columns.add(name)
    } else if (
      name === "location_levels" &&
      isOneOf([...LEVEL_COLUMNS, "available_quantity"], column)
    ) {
      withLevels = true
      levelColumns.add(column)
      if (isOneOf(LEVEL_COLUMNS, `raw_${column}`)) {
        levelColumns.add(`raw_${column}`)
      }
    } else {
      return null
    }
  }
  if (withLevels && levelColumns.size === 2) {
    ;[...LEVEL_COLUMNS, "available_quantity"].forEach((column) => levelColumns.add(column))
  }
  const orders = Object.entries((order ?? { id: "ASC" }) as Record<string, unknown>)
  if (
    !orders.every(
      ([column, way]) => isOneOf(ITEM_COLUMNS, column) && /^(asc|desc)$/i.test(String(way))
    )
  ) {
    return null
  }
  return {
    ids: id === undefined ? null : [id].flat(),
    skus: sku === undefined ? null : [sku].flat(),
    columns: [...columns],
    levelColumns: withLevels ? [...levelColumns] : null,
    order: orders.map(([column, way]) => `i.${column} ${String(way)}`).join(", "),
    take: take ?? null,
    skip: skip ?? 0,
  }
}

/** The items of a plan, in the shape in which Medusa's generated method returns them. */
export async function listItems(read: Run, plan: Plan): Promise<Item[]> {
  const columns = plan.columns.map((column) =>
    isOneOf(ITEM_SUMS, column)
      ? `(select coalesce(sum(${column}), 0)::float8 from inventory_level il
          where il.inventory_item_id = i.id and il.deleted_at is null) as ${column}`
      : `i.${column}`
  )
  const items = await read<Record<string, unknown> & { id: string }>(
    {
      name: "",
      text: `select ${columns.join(", ")} ${FROM} order by ${plan.order} limit $3 offset $4`,
    },
    [plan.ids, plan.skus, plan.take, plan.skip]
  )
  if (plan.levelColumns) {
    await addLevels(read, items, plan.levelColumns)
  }
  return items as unknown as Item[]
}

export async function countItems(read: Run, plan: Plan): Promise<number> {
  const [{ count }] = await read<{ count: string }>(
    { name: "", text: `select count(*) as count ${FROM}` },
    [plan.ids, plan.skus]
  )
  return Number(count)
}

const FROM = `from inventory_item i where i.deleted_at is null
  and ($1::text[] is null or i.id = any($1)) and ($2::text[] is null or i.sku = any($2))`

async function addLevels(
  read: Run,
  items: (Record<string, unknown> & { id: string })[],
  columns: string[]
): Promise<void> {
  const withAvailable = columns.includes("available_quantity")
  const stored = columns.filter((column) => column !== "available_quantity")
  const levels = await read<Record<string, unknown> & { inventory_item_id: string }>(
    {
      name: "",
      text: `
        select ${stored.map((column) => `l.${column}`).join(", ")}
          ${withAvailable ? ", (l.stocked_quantity - l.reserved_quantity)::text as available_quantity" : ""}
        from inventory_level l
        where l.inventory_item_id = any($1::text[]) and l.deleted_at is null
        order by l.id`,
    },
    [items.map(({ id }) => id)]
  )
  const byItem = new Map<string, Record<string, unknown>[]>(items.map(({ id }) => [id, []]))
  for (const level of levels) {
    for (const column of ["stocked_quantity", "reserved_quantity", "incoming_quantity"]) {
      if (column in level) {
        level[column] = exact(String(level[column])).toNumber()
      }
    }
    if (withAvailable) {
      level.available_quantity = new BigNumber(String(level.available_quantity))
    }
    byItem.get(level.inventory_item_id)?.push(level)
  }
  items.forEach((item) => {
    item.location_levels = byItem.get(item.id)
  })
}

function isText(value: unknown): value is string | string[] | undefined {
  return (
    value === undefined ||
    typeof value === "string" ||
    (Array.isArray(value) && value.every((one) => typeof one === "string"))
  )
}

function isOneOf(values: readonly string[], value: string | undefined): boolean {
  return value !== undefined && values.includes(value)
}
