import type { ToldOfProductResponse } from "../../api/types/availability"

/** What shoppers are told of a variant, as the API answers it. */
export type ToldOfVariant = ToldOfProductResponse["told"]["variants"][number]

type Arrival = NonNullable<ToldOfVariant["promise"]>["arrivals"][number]

/** The transfers that make a date, each once: one may bring several items of a variant. */
export function transfersOf(arrivals: Arrival[]): Arrival[] {
  return [...new Map(arrivals.map((one) => [one.transfer_id, one])).values()]
}
