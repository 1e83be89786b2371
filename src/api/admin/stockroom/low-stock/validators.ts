import { z } from "@medusajs/framework/zod"

import { ALERT_STATUSES, POOL_PLACES, RULE_PLACES } from "../../../../core/low-stock"
import { flag, id, limit, moment, offset, oneOrMore, quantity, text, unit } from "../validators"

const MAX_RULES = 10_000
const MAX_ALERTS = 1_000

const action = z
  .object({
    identifier: z.string().min(1).max(200),
    options: z.record(z.string(), z.unknown()).nullish(),
  })
  .strict()

const settings = {
  actions: z.array(action).max(50).optional(),
  enabled: z.boolean().optional(),
  // The engine names the field of one that is no date, where Medusa's answer would not.
  muted_until: z.string().max(100).nullish(),
  lead_time_days: z.number().int().min(0).max(3_650).nullish(),
  reorder_to: quantity.nullish(),
  stop_selling: z.boolean().optional(),
  unit,
  note: text,
}

export const RuleBody = z
  .object({
    inventory_item_id: id.nullish(),
    place: z.enum(RULE_PLACES),
    location_id: id.nullish(),
    sales_channel_id: id.nullish(),
    threshold: quantity,
    ...settings,
  })
  .strict()
export type RuleBody = z.infer<typeof RuleBody>

export const RuleUpdateBody = z.object({ threshold: quantity.optional(), ...settings }).strict()
export type RuleUpdateBody = z.infer<typeof RuleUpdateBody>

export const RulesBatchBody = z
  .object({
    create: z.array(RuleBody).optional(),
    upsert: z.array(RuleBody).optional(),
    update: z.array(RuleUpdateBody.extend({ id })).optional(),
    delete: z.array(id).optional(),
  })
  .strict()
  .refine(
    (batch) =>
      Object.values(batch).reduce((sum, list) => sum + (list?.length ?? 0), 0) <= MAX_RULES,
    { message: `at most ${MAX_RULES} rules at once` }
  )
export type RulesBatchBody = z.infer<typeof RulesBatchBody>

export const RulesImportBody = z
  .object({ content: z.string().min(1), check: z.boolean().optional() })
  .strict()
export type RulesImportBody = z.infer<typeof RulesImportBody>

const ruleFilters = {
  inventory_item_id: oneOrMore(id).optional(),
  location_id: oneOrMore(id).optional(),
  sales_channel_id: oneOrMore(id).optional(),
  place: oneOrMore(z.enum(RULE_PLACES)).optional(),
  enabled: flag.optional(),
  default: flag.optional(),
  q: z.string().max(200).optional(),
}

export const RulesQuery = z.object({ ...ruleFilters, limit: limit(1_000, 50), offset }).strict()
export type RulesQuery = z.infer<typeof RulesQuery>

export const RulesExportQuery = z.object(ruleFilters).strict()
export type RulesExportQuery = z.infer<typeof RulesExportQuery>

export const AlertsQuery = z
  .object({
    status: oneOrMore(z.enum(ALERT_STATUSES)).optional(),
    inventory_item_id: oneOrMore(id).optional(),
    location_id: oneOrMore(id).optional(),
    sales_channel_id: oneOrMore(id).optional(),
    place: oneOrMore(z.enum(POOL_PLACES)).optional(),
    rule_id: oneOrMore(id).optional(),
    low: flag.optional(),
    q: z.string().max(200).optional(),
    opened_from: moment.optional(),
    opened_until: moment.optional(),
    limit: limit(200, 20),
    offset,
  })
  .strict()
export type AlertsQuery = z.infer<typeof AlertsQuery>

export const AlertNoteBody = z.object({ note: text }).strict()
export type AlertNoteBody = z.infer<typeof AlertNoteBody>

const until = z.string().max(100).nullable()

export const AlertMuteBody = z.object({ until }).strict()
export type AlertMuteBody = z.infer<typeof AlertMuteBody>

export const AlertsBatchBody = z
  .object({
    ids: z.array(id).min(1).max(MAX_ALERTS),
    do: z.enum(["acknowledge", "resolve", "mute"]),
    until: until.optional(),
    note: text,
  })
  .strict()
  .refine((batch) => (batch.do === "mute") === (batch.until !== undefined), {
    path: ["until"],
    message: "until is for do: mute, which needs it",
  })
export type AlertsBatchBody = z.infer<typeof AlertsBatchBody>
