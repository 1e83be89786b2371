import { z } from "@medusajs/framework/zod"

import { RIGHTS } from "../../../core/grants"
import { MOVEMENT_KINDS } from "../../../core/movement"
import { HAND_STATES, STATES } from "../../../core/state"
import { MOST_UNITS } from "../../../core/units"
import { STOCK_ORDERS } from "../../../modules/inventory"
import { withoutNul } from "../../utils/text"

/** A decimal as a number or, where it must be exact to many digits, as a string. */
export const quantity = z.union([z.number(), z.string()])
export const id = withoutNul(z.string().min(1))
export const text = z.string().max(2_000).nullish()
const level = { inventory_item_id: id, location_id: id }
const handState = z.enum(HAND_STATES)
const expected = quantity.nullish()
/** The key of the unit in which a quantity beside it is. */
export const unit = id.nullish()
const amount = { quantity, expected, unit }

const stockChange = z.discriminatedUnion("op", [
  z.object({ op: z.literal("set"), ...level, state: handState, ...amount }).strict(),
  z.object({ op: z.literal("adjust"), ...level, state: handState, ...amount }).strict(),
  z.object({ op: z.literal("count"), ...level, ...amount }).strict(),
  z
    .object({
      op: z.literal("move"),
      ...level,
      from: handState,
      to: handState,
      ...amount,
    })
    .strict(),
])

export const StockChangesBody = z
  .object({
    changes: z.array(stockChange).min(1).max(10_000),
    reason: z.string().min(1).max(200).nullish(),
    note: text,
    idempotency_key: z.string().min(1).max(200).nullish(),
    allow_negative: z.boolean().optional(),
  })
  .strict()
export type StockChangesBody = z.infer<typeof StockChangesBody>

export const UndoBody = z
  .object({
    reason: z.string().min(1).max(200).nullish(),
    note: text,
    allow_negative: z.boolean().optional(),
  })
  .strict()
export type UndoBody = z.infer<typeof UndoBody>

export const RepairBody = z
  .object({ inventory_item_id: id.optional(), location_id: id.optional() })
  .strict()
export type RepairBody = z.infer<typeof RepairBody>

export const LocationBody = z
  .object({
    priority: z.number().int().min(0).max(1_000_000).optional(),
    kind: z.enum(["warehouse", "store", "supplier", "virtual"]).optional(),
    latitude: z.number().min(-90).max(90).nullish(),
    longitude: z.number().min(-180).max(180).nullish(),
    lead_time_days: z.number().int().min(0).max(3_650).nullish(),
  })
  .strict()
export type LocationBody = z.infer<typeof LocationBody>

export const DeactivateBody = z
  .object({
    destination_id: id.nullish(),
    reason: z.string().min(1).max(200).nullish(),
    note: text,
  })
  .strict()
export type DeactivateBody = z.infer<typeof DeactivateBody>

export const oneOrMore = <Value extends z.ZodType>(value: Value) => z.union([value, z.array(value)])
export const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((v) => v === "true")])
export const limit = (most: number, normally: number) =>
  z.coerce.number().int().min(1).max(most).default(normally)
export const offset = z.coerce.number().int().min(0).default(0)
export const moment = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), { message: "must be a date" })

const stockFilters = {
  inventory_item_id: oneOrMore(id).optional(),
  location_id: oneOrMore(id).optional(),
  sku: oneOrMore(id).optional(),
  q: z.string().max(200).optional(),
  state: oneOrMore(z.enum(STATES)).optional(),
  negative: flag.optional(),
  zero: flag.optional(),
}

export const StockQuery = z
  .object({
    ...stockFilters,
    order: z.enum(STOCK_ORDERS as [string, ...string[]]).optional(),
    cursor: z.string().max(2_000).optional(),
    limit: limit(1_000, 50),
    offset,
  })
  .strict()
export type StockQuery = z.infer<typeof StockQuery>

export const StockExportQuery = z.object(stockFilters).strict()
export type StockExportQuery = z.infer<typeof StockExportQuery>

const historyFilters = {
  inventory_item_id: oneOrMore(id).optional(),
  location_id: oneOrMore(id).optional(),
  state: oneOrMore(z.enum(STATES)).optional(),
  kind: oneOrMore(z.enum(MOVEMENT_KINDS)).optional(),
  reason: oneOrMore(id).optional(),
  actor_id: oneOrMore(id).optional(),
  actor_type: oneOrMore(z.enum(["user", "customer", "api-key", "system"])).optional(),
  order_id: id.optional(),
  order_display_id: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  line_item_id: oneOrMore(id).optional(),
  fulfillment_id: id.optional(),
  return_id: id.optional(),
  transfer_id: id.optional(),
  reservation_id: id.optional(),
  import_id: id.optional(),
  movement_id: id.optional(),
  correlation_id: id.optional(),
  from: moment.optional(),
  until: moment.optional(),
}

export const HistoryQuery = z
  .object({ ...historyFilters, cursor: z.string().optional(), limit: limit(1_000, 50) })
  .strict()
export type HistoryQuery = z.infer<typeof HistoryQuery>

export const HistoryExportQuery = z.object(historyFilters).strict()
export type HistoryExportQuery = z.infer<typeof HistoryExportQuery>

export const StockAsOfQuery = z
  .object({
    at: moment,
    inventory_item_id: id.optional(),
    location_id: id.optional(),
    limit: limit(1_000, 100),
    offset,
  })
  .strict()
export type StockAsOfQuery = z.infer<typeof StockAsOfQuery>

export const CommitmentsQuery = z
  .object({ inventory_item_id: id, location_id: id.optional(), limit: limit(200, 20), offset })
  .strict()
export type CommitmentsQuery = z.infer<typeof CommitmentsQuery>

export const ChartQuery = z
  .object({
    location_id: id.optional(),
    from: moment.optional(),
    until: moment.optional(),
    points: z.coerce.number().int().min(1).max(400).optional(),
  })
  .strict()
export type ChartQuery = z.infer<typeof ChartQuery>

export const VerifyQuery = z
  .object({
    core_only: flag.optional(),
    inventory_item_id: id.optional(),
    location_id: id.optional(),
  })
  .strict()
export type VerifyQuery = z.infer<typeof VerifyQuery>

const previewItem = z
  .object({ inventory_item_id: id, quantity, allow_backorder: z.boolean().optional() })
  .strict()

/** A cart, or items for a channel. */
export const AllocationPreviewBody = z.union([
  z.object({ cart_id: id, strategy: id.optional() }).strict(),
  z
    .object({
      items: z.array(previewItem).min(1).max(1_000),
      sales_channel_id: id,
      shipping_address: z.record(z.string(), z.unknown()).nullish(),
      strategy: id.optional(),
    })
    .strict(),
])
export type AllocationPreviewBody = z.infer<typeof AllocationPreviewBody>

export const CoverHoldBody = z.object({ quantity: quantity.nullish(), unit, note: text }).strict()
export type CoverHoldBody = z.infer<typeof CoverHoldBody>

export const DispositionsBody = z
  .object({
    dispositions: z
      .array(
        z
          .object({
            inventory_item_id: id,
            quantity,
            unit,
            from: handState,
            to: z.enum([...HAND_STATES, "discard"]),
          })
          .strict()
      )
      .min(1)
      .max(1_000),
    reason: z.string().min(1).max(200).nullish(),
    note: text,
  })
  .strict()
export type DispositionsBody = z.infer<typeof DispositionsBody>

export const GrantsBody = z
  .object({
    grants: z
      .array(
        z
          .object({
            right: z.enum(RIGHTS),
            location_ids: z.array(id).min(1).max(1_000).nullish(),
            max_quantity: quantity.nullish(),
          })
          .strict()
      )
      .max(100),
  })
  .strict()
export type GrantsBody = z.infer<typeof GrantsBody>

export const GrantChangesQuery = z
  .object({ user_id: id.optional(), limit: limit(200, 20), offset })
  .strict()
export type GrantChangesQuery = z.infer<typeof GrantChangesQuery>

export const CheckImportBody = z
  .object({
    file_name: z.string().min(1).max(255),
    content: z.string().min(1),
    reason: z.string().min(1).max(200).nullish(),
    note: text,
  })
  .strict()
export type CheckImportBody = z.infer<typeof CheckImportBody>

export const ImportsQuery = z.object({ limit: limit(1_000, 20), offset }).strict()
export type ImportsQuery = z.infer<typeof ImportsQuery>

export const ImportRowsQuery = z
  .object({
    kind: z.enum(["change", "unchanged", "error"]).optional(),
    limit: limit(1_000, 50),
    offset,
  })
  .strict()
export type ImportRowsQuery = z.infer<typeof ImportRowsQuery>

export const ApplyImportBody = z
  .object({ allow_negative: z.boolean().optional(), skip_errors: z.boolean().optional() })
  .strict()
export type ApplyImportBody = z.infer<typeof ApplyImportBody>

export const ItemUnitsBody = z
  .object({
    units: z
      .array(
        z
          .object({
            key: id,
            name: withoutNul(z.string().min(1).max(100)),
            factor: quantity.optional(),
            base: z.boolean().optional(),
            precision: z.number().optional(),
            increment: quantity.optional(),
            priority: z.number().optional(),
          })
          .strict()
      )
      .max(MOST_UNITS),
  })
  .strict()
export type ItemUnitsBody = z.infer<typeof ItemUnitsBody>

export const VariantUnitBody = z.object({ inventory_item_id: id, unit: id }).strict()
export type VariantUnitBody = z.infer<typeof VariantUnitBody>
