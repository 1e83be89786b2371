import { z } from "@medusajs/framework/zod"

import { storeId as id } from "../validators"

export const MAX_VARIANTS = 100

/** Once, repeated or with commas; of many, the parser of queries makes an object. */
function asList(value: unknown): unknown {
  const values = typeof value === "object" && value !== null ? Object.values(value) : [value]
  return values.flatMap((one) => (typeof one === "string" ? one.split(",") : [one]))
}

const degrees = (most: number) =>
  z.string().trim().min(1).transform(Number).pipe(z.number().min(-most).max(most))

export const AvailabilityQuery = z
  .object({
    variant_id: z.preprocess(asList, z.array(id).min(1).max(MAX_VARIANTS)),
    sales_channel_id: id.optional(),
    locations: z
      .enum(["true", "false"])
      .transform((value) => value === "true")
      .optional(),
    lat: degrees(90).optional(),
    lng: degrees(180).optional(),
  })
  .strict()
  .refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), {
    path: ["lng"],
    message: "lat and lng belong together",
  })
export type AvailabilityQuery = z.infer<typeof AvailabilityQuery>
