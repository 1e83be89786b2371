import { z } from "@medusajs/framework/zod"

import { withoutNul } from "../../utils/text"

/** An id, or whatever a shopper gives for one. */
export const storeId = withoutNul(z.string().min(1).max(200))
