import { z } from "@medusajs/framework/zod"

import { DISPLAYS, SHOWN_LOCATIONS } from "../../../../core/availability"
import { withoutNul } from "../../../utils/text"
import { id, limit, offset, quantity } from "../validators"

const display = {
  display: z.enum(DISPLAYS).nullish(),
  display_below: quantity.nullish(),
}

const title = withoutNul(z.string().min(1).max(200))

const estimate = {
  title,
  translations: z.record(z.string().max(20), title).nullish(),
  priority: z.number().int().min(0).max(1_000_000).optional(),
  lead_time_days: z.number().int().min(0).max(3_650).nullish(),
  is_default: z.boolean().optional(),
}

export const EstimateBody = z.object(estimate).strict()
export type EstimateBody = z.infer<typeof EstimateBody>

export const EstimateUpdateBody = z.object({ ...estimate, title: title.optional() }).strict()
export type EstimateUpdateBody = z.infer<typeof EstimateUpdateBody>

export const EstimatesQuery = z.object({ limit: limit(1_000, 50), offset }).strict()
export type EstimatesQuery = z.infer<typeof EstimatesQuery>

export const ProductAvailabilityBody = z
  .object({
    estimate_id: id.nullish(),
    ...display,
    order_quantities: z
      .object({
        minimum: quantity.nullish(),
        maximum: quantity.nullish(),
        multiple: quantity.nullish(),
        allowed: z.array(quantity).min(1).max(100).nullish(),
      })
      .strict()
      .nullish(),
  })
  .strict()
export type ProductAvailabilityBody = z.infer<typeof ProductAvailabilityBody>

export const StoreAvailabilityBody = z
  .object({ ...display, locations: z.enum(SHOWN_LOCATIONS).nullish() })
  .strict()
export type StoreAvailabilityBody = z.infer<typeof StoreAvailabilityBody>

export const ToldQuery = z
  .object({ sales_channel_id: id.optional(), limit: limit(100, 20), offset })
  .strict()
export type ToldQuery = z.infer<typeof ToldQuery>
