import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type GrantInput, resolveStockroom } from "../../../modules/inventory"

export interface SetGrantsInput {
  user_id: string
  /** Just these, in the place of what the user had. */
  grants: GrantInput[]
}

/** Gives a user just these rights; compensated by giving those that the user had. */
export const setGrantsStep = createStep(
  "stockroom-set-grants",
  async ({ user_id, grants }: SetGrantsInput, { container }) => {
    const stockroom = resolveStockroom(container)
    const before = (await stockroom.listGrants({ user_id }))[0]?.grants ?? []
    return new StepResponse(await stockroom.setGrants(user_id, grants), { user_id, before })
  },
  async (had, { container }) => {
    if (had) {
      await resolveStockroom(container).setGrants(had.user_id, had.before)
    }
  }
)
