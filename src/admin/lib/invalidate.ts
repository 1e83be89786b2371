import type { QueryClient } from "@tanstack/react-query"

import { STOCK_QUERIES, STOCKROOM_QUERIES } from "./medusa-queries"

/** After stock has moved: every page that shows it, Medusa's own as well, reads it again. */
export async function invalidateStock(client: QueryClient): Promise<void> {
  const keys = [...STOCK_QUERIES, STOCKROOM_QUERIES]
  await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
}
