import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"

import { STOCKROOM_QUERIES } from "../lib/medusa-queries"

/**
 * Reads a thing's stock again, and what is watched of it, when its page has: Medusa's own forms (a
 * level, a variant's items) change stock, too, and know nothing of what a widget keeps.
 *
 * @param data - as Medusa hands it to the widget: another object whenever it has changed
 */
export function useRefreshWith(kind: "variant" | "item" | "product", data: { id: string }): void {
  const client = useQueryClient()
  const shown = useRef(data)
  useEffect(() => {
    if (shown.current !== data) {
      shown.current = data
      void client.invalidateQueries({ queryKey: [STOCKROOM_QUERIES, kind, data.id] })
      void client.invalidateQueries({ queryKey: [STOCKROOM_QUERIES, "low-stock"] })
    }
  }, [client, kind, data])
}
