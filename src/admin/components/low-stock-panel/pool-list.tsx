import { useTranslation } from "react-i18next"

import { useCover } from "../../hooks/api/use-low-stock-report"
import { type LowStockNames, poolKey } from "../../lib/low-stock"
import type { RuledPool, RuleTarget } from "../../lib/low-stock-of-item"
import { itemName } from "../../lib/names"
import { LoadFailure } from "../load-failure"
import { PoolLine } from "./pool-line"

interface PoolListProps {
  itemId: string
  pools: RuledPool[]
  names: LowStockNames
  /** Opens the drawer of a rule. */
  edit: (target: RuleTarget) => void
}

/** The stocks of an item that are watched, each with how long it lasts. */
export function PoolList({ itemId, pools, names, edit }: PoolListProps) {
  const { t } = useTranslation("stockroom")
  const cover = useCover([{ inventory_item_id: itemId }])
  const label = t("lowStockPanel.list", {
    item: itemName(names, itemId),
    interpolation: { escapeValue: false },
  })
  return (
    <>
      <ul className="divide-y" aria-label={label}>
        {pools.map((pool) => (
          <PoolLine
            key={poolKey(pool)}
            pool={pool}
            names={names}
            cover={cover.data?.get(poolKey(pool))}
            edit={edit}
          />
        ))}
      </ul>
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
