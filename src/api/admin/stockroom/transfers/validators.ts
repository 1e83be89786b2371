import { z } from "@medusajs/framework/zod"

import { REJECT_DISPOSITIONS, TRANSFER_STATUSES } from "../../../../core/transfer"
import { id, limit, moment, offset, oneOrMore, quantity, text, unit } from "../validators"

const MAX_LINES = 10_000

const short = z.string().max(500).nullish()
const idempotency_key = z.string().min(1).max(200).nullish()

const details = {
  reference: short,
  note: text,
  // The engine names the field of one that is no date, where Medusa's answer would not.
  expected_at: z.string().max(100).nullish(),
  carrier: short,
  tracking_number: short,
  // Pages link to it: no other scheme will do.
  tracking_url: z
    .string()
    .url("tracking_url must be a URL")
    .regex(/^https?:/i, "tracking_url must begin with https:// or http://")
    .max(2_000)
    .nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
}

const lines = z
  .array(z.object({ inventory_item_id: id, quantity, unit, hold_id: id.nullish() }).strict())
  .max(MAX_LINES)

export const CreateTransferBody = z
  .object({
    origin_id: id,
    destination_id: id,
    lines: lines.optional(),
    ...details,
    idempotency_key,
    /** Sends and receives it at once. */
    at_once: z.boolean().optional(),
    /** Of a transfer at once. */
    allow_negative: z.boolean().optional(),
  })
  .strict()
  .refine(({ at_once, allow_negative }) => at_once || allow_negative === undefined, {
    path: ["allow_negative"],
    message: "allow_negative is for a transfer at once; a draft is asked when it is marked pending",
  })
export type CreateTransferBody = z.infer<typeof CreateTransferBody>

export const UpdateTransferBody = z
  .object({
    origin_id: id.optional(),
    destination_id: id.optional(),
    lines: lines.optional(),
    ...details,
  })
  .strict()
export type UpdateTransferBody = z.infer<typeof UpdateTransferBody>

export const PendingBody = z
  .object({ allow_negative: z.boolean().optional(), note: text, idempotency_key })
  .strict()
export type PendingBody = z.infer<typeof PendingBody>

export const ReceiveBody = z
  .object({
    lines: z
      .array(
        z
          .object({
            inventory_item_id: id,
            accepted: quantity.nullish(),
            rejected: quantity.nullish(),
            unit,
            disposition: z.enum(REJECT_DISPOSITIONS).nullish(),
            reason: z.string().max(200).nullish(),
            note: text,
          })
          .strict()
      )
      .max(MAX_LINES)
      .optional(),
    accept_rest: z.boolean().optional(),
    note: text,
    idempotency_key,
  })
  .strict()
export type ReceiveBody = z.infer<typeof ReceiveBody>

export const EndBody = z
  .object({
    write_off: z.boolean().optional(),
    reason: z.string().min(1).max(200).nullish(),
    note: text,
    idempotency_key,
  })
  .strict()
export type EndBody = z.infer<typeof EndBody>

export const DuplicateBody = z.object({ idempotency_key }).strict()
export type DuplicateBody = z.infer<typeof DuplicateBody>

export const DraftOfHoldBody = z.object({ ...details, idempotency_key }).strict()
export type DraftOfHoldBody = z.infer<typeof DraftOfHoldBody>

export const DraftOfHoldsBody = z
  .object({ hold_ids: z.array(id).min(1).max(1_000), ...details, idempotency_key })
  .strict()
export type DraftOfHoldsBody = z.infer<typeof DraftOfHoldsBody>

const content = z.string().min(1)

export const CheckItemsBody = z.object({ content }).strict()
export type CheckItemsBody = z.infer<typeof CheckItemsBody>

export const ImportItemsBody = z
  .object({ content, mode: z.enum(["replace", "add"]).optional() })
  .strict()
export type ImportItemsBody = z.infer<typeof ImportItemsBody>

export const ItemsOfCodeQuery = z.object({ code: z.string().trim().min(1).max(200) }).strict()
export type ItemsOfCodeQuery = z.infer<typeof ItemsOfCodeQuery>

export const TransfersQuery = z
  .object({
    status: oneOrMore(z.enum(TRANSFER_STATUSES)).optional(),
    origin_id: oneOrMore(id).optional(),
    destination_id: oneOrMore(id).optional(),
    location_id: oneOrMore(id).optional(),
    inventory_item_id: oneOrMore(id).optional(),
    order_id: id.optional(),
    q: z.string().max(200).optional(),
    expected_from: moment.optional(),
    expected_until: moment.optional(),
    limit: limit(200, 20),
    offset,
  })
  .strict()
export type TransfersQuery = z.infer<typeof TransfersQuery>
