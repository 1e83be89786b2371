import type { MedusaStoreRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import type { AvailabilityResponse } from "../../../types/availability"
import { answering } from "../../../utils/answer"
import { channelOf } from "../channel"
import { localeOf } from "../locale"
import { readLocations } from "./locations"
import type { AvailabilityQuery } from "./validators"

/** What can be had of up to 100 variants, in the publishable key's sales channel. */
export const GET = answering(async (req: MedusaStoreRequest, res) => {
  const query = req.validatedQuery as unknown as AvailabilityQuery
  const channelId = channelOf(req, query.sales_channel_id)
  const ids = [...new Set(query.variant_id)]
  const found = await resolveStockroom(req.scope).listAvailability({
    sales_channel_id: channelId,
    variant_ids: ids,
    locale: localeOf(req),
    locations: query.locations ?? false,
  })
  const { lat, lng } = query
  const from = lat === undefined || lng === undefined ? null : { latitude: lat, longitude: lng }
  const tell = query.locations ? await readLocations(req.scope, found, from) : null
  const known = new Set(found.variants.map(({ variant_id }) => variant_id))
  res.json({
    sales_channel_id: channelId,
    availability: found.variants.map(({ locations, ...variant }) => ({
      ...variant,
      locations: tell && tell(locations ?? []),
    })),
    not_found: ids.filter((id) => !known.has(id)),
  } satisfies AvailabilityResponse)
})
