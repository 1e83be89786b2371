import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { usePlaceName } from "../../hooks/use-place-name"
import { LINK } from "../../lib/link-style"
import type { LowStockNames, Pool } from "../../lib/low-stock"
import { itemName } from "../../lib/names"

interface ItemCellProps {
  pool: Pool
  names: LowStockNames
}

/** Which item is watched, and where. */
export function ItemCell({ pool, names }: ItemCellProps) {
  const placeName = usePlaceName()
  const { inventory_item_id } = pool
  const item = itemName(names, inventory_item_id)
  const title = names.items[inventory_item_id]?.title
  return (
    <div className="min-w-40 max-w-64">
      <Link className={`${LINK} break-words`} to={`/inventory/${inventory_item_id}`}>
        {item}
      </Link>
      {title && title !== item && (
        <div className="txt-compact-xsmall text-ui-fg-subtle truncate" title={title}>
          {title}
        </div>
      )}
      <Text size="xsmall" className="break-words">
        {placeName(pool, names)}
      </Text>
    </div>
  )
}
