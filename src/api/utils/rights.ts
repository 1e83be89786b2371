import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { Grant, Rights } from "../../core/grants"
import { resolveStockroom } from "../../modules/inventory"

interface Asking {
  actor_type?: string
  actor_id?: string
}

/** What whoever asks may do. */
export interface Allowed {
  /** Null where everything is allowed. */
  grants: Grant[] | null
  /** Whether others may be granted rights, too. */
  mayGrant: boolean
}

/**
 * What an admin user, or a secret API key, may do: everything, while the store does not enforce grants;
 * owners then may everything, others what they have been granted, keys what the option says.
 */
export async function allowedTo(container: MedusaContainer, asking: Asking): Promise<Allowed> {
  const stockroom = resolveStockroom(container)
  const { enforce, owners, api_keys } = stockroom.options.permissions
  if (!enforce) {
    return { grants: null, mayGrant: true }
  }
  const { actor_type, actor_id } = asking
  if (actor_type === "api-key") {
    const grants = api_keys.map((right) => ({ right, locationIds: null, maxQuantity: null }))
    return { grants, mayGrant: false }
  }
  const userId = actor_id ?? ""
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, grants] = await Promise.all([
    query.graph({ entity: "user", fields: ["id", "email"], filters: { id: userId } }),
    stockroom.grantsOf(userId),
  ])
  const [user] = data as { email: string }[]
  const isOwner = owners.includes(user?.email.toLowerCase() ?? "")
  return isOwner ? { grants: null, mayGrant: true } : { grants, mayGrant: false }
}

/** The rights of the kind that a request needs; null where everything is allowed. */
export function rightsFor(right: Rights["right"], { grants }: Allowed): Rights | null {
  return grants && { right, grants }
}
