import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { checkOrderQuantitiesWorkflow } from "../../../workflows"
import type { CheckOrderQuantitiesInput } from "../../../workflows/availability/lines-after"

/** What a request is about to do to a cart; null where it does nothing to quantities. */
type Plan = (req: MedusaRequest) => CheckOrderQuantitiesInput | null

/** A new cart may be filled at once. */
export const newCart: Plan = ({ body }) => {
  const { items } = asRecord(body)
  const added = (Array.isArray(items) ? items : []).flatMap(readAdded)
  return added.length ? { added } : null
}

export const addedLine: Plan = ({ params, body }) => {
  const added = readAdded(body)
  return added.length ? { cart_id: params.id, added } : null
}

export const changedLine: Plan = ({ params, body }) => {
  const { quantity } = asRecord(body)
  return typeof quantity === "number"
    ? { cart_id: params.id, changed: [{ line_id: params.line_id, quantity }] }
    : null
}

export const wholeCart: Plan = ({ params }) => ({ cart_id: params.id })

/**
 * Refuses what would leave a cart with quantities that its products do not allow. It stands before Medusa's
 * route, because a hook of Medusa's workflow takes one handler, and that is the merchant's. What is not
 * well-formed is left to Medusa to refuse.
 */
export function requireOrderQuantities(plan: Plan) {
  return async (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const input = plan(req)
    if (input) {
      await checkOrderQuantitiesWorkflow(req.scope).run({ input })
    }
    next()
  }
}

function readAdded(line: unknown): NonNullable<CheckOrderQuantitiesInput["added"]> {
  const { variant_id, quantity } = asRecord(line)
  return typeof variant_id === "string" && typeof quantity === "number"
    ? [{ variant_id, quantity }]
    : []
}

function asRecord(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>
}
