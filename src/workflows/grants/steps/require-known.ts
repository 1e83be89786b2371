import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import type { SetGrantsInput } from "./set-grants"

/** Refuses rights for a user, or at a location, that the store does not have. */
export const requireKnownStep = createStep(
  "stockroom-require-known-user-and-locations",
  async ({ user_id, grants }: SetGrantsInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const named = [...new Set(grants.flatMap(({ location_ids }) => location_ids ?? []))]
    const [users, locations] = await Promise.all([
      query.graph({ entity: "user", fields: ["id"], filters: { id: user_id } }),
      named.length
        ? query.graph({ entity: "stock_location", fields: ["id"], filters: { id: named } })
        : { data: [] },
    ])
    if (!users.data.length) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `User ${user_id} was not found`)
    }
    const known = new Set(locations.data.map(({ id }) => id))
    const unknown = named.filter((id) => !known.has(id))
    if (unknown.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `grants: location_ids names stock locations that do not exist: ${unknown.join(", ")}`
      )
    }
  }
)
