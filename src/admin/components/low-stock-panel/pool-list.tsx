import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useCover } from "../../hooks/api/use-low-stock-report"
import { useFormats } from "../../hooks/use-formats"
import { type LowStockNames, poolKey } from "../../lib/low-stock"
import { atFirst, type RuledPool, type RuleTarget } from "../../lib/low-stock-of-item"
import { itemName } from "../../lib/names"
import type { ItemUnits } from "../../lib/units"
import { LoadFailure } from "../load-failure"
import { PoolLine } from "./pool-line"

/** So many are shown at first, and all that are low. */
const AT_FIRST = 5

interface PoolListProps {
  itemId: string
  pools: RuledPool[]
  names: LowStockNames
  units: ItemUnits
  /** Opens the drawer of a rule. */
  edit: (target: RuleTarget) => void
}

/** The stocks of an item that are watched, each with how long it lasts. */
export function PoolList({ itemId, pools, names, units, edit }: PoolListProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const [whole, setWhole] = useState(false)
  const shown = whole ? pools : atFirst(pools, AT_FIRST)
  const cover = useCover([{ inventory_item_id: itemId }])
  const label = t("lowStockPanel.list", {
    item: itemName(names, itemId),
    interpolation: { escapeValue: false },
  })
  return (
    <>
      <ul className="divide-y" aria-label={label}>
        {shown.map((pool) => (
          <PoolLine
            key={poolKey(pool)}
            pool={pool}
            names={names}
            units={units}
            cover={cover.data?.get(poolKey(pool))}
            edit={edit}
          />
        ))}
      </ul>
      {shown.length < pools.length && (
        <Button variant="transparent" size="small" className="mx-4" onClick={() => setWhole(true)}>
          {t("lowStockPanel.more", { number: quantity(String(pools.length - shown.length)) })}
        </Button>
      )}
      {cover.isError && !cover.data && (
        <LoadFailure
          title={t("lowStockPanel.coverError")}
          error={cover.error}
          retry={cover.refetch}
        />
      )}
    </>
  )
}
