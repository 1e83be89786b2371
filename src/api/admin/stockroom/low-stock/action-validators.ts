import { z } from "@medusajs/framework/zod"

import { POOL_PLACES, REORDER_STATUSES, RUN_STATUSES } from "../../../../core/low-stock"
import { id, limit, offset, oneOrMore } from "../validators"

export const RunsQuery = z
  .object({
    alert_id: oneOrMore(id).optional(),
    status: oneOrMore(z.enum(RUN_STATUSES)).optional(),
    identifier: oneOrMore(id).optional(),
    inventory_item_id: oneOrMore(id).optional(),
    limit: limit(200, 20),
    offset,
  })
  .strict()
export type RunsQuery = z.infer<typeof RunsQuery>

const days = (normally: number) => z.coerce.number().int().min(1).max(730).default(normally)

export const ReportQuery = z
  .object({
    status: oneOrMore(z.enum(REORDER_STATUSES)).optional(),
    inventory_item_id: oneOrMore(id).optional(),
    location_id: oneOrMore(id).optional(),
    place: oneOrMore(z.enum(POOL_PLACES)).optional(),
    days: days(30),
    cover_days: days(30),
    limit: limit(1_000, 50),
    offset,
  })
  .strict()
export type ReportQuery = z.infer<typeof ReportQuery>
