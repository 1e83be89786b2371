import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useLowStockOfItem } from "../../hooks/api/use-low-stock-of-item"
import { useMay } from "../../hooks/use-may"
import {
  ruledPools,
  type RuleTarget,
  unwatchedLocations,
  whyNothing,
} from "../../lib/low-stock-of-item"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { RuleDrawer } from "../low-stock-rules/rule-drawer"
import { SectionHeading } from "../section-heading"
import { PoolList } from "./pool-list"
import { UnwatchedLine } from "./unwatched-line"

/** What is watched of an item: where it is low, by which rule, and how long the stock lasts. */
export function LowStockPanel({ itemId }: { itemId: string }) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const { data, isPending, isError, error, refetch } = useLowStockOfItem(itemId)
  const [target, setTarget] = useState<RuleTarget | null>(null)
  const ruled = ruledPools(data?.pools ?? [])
  return (
    <section aria-label={t("lowStockPanel.title")} className="pt-4 pb-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-6">
        <SectionHeading>{t("lowStockPanel.title")}</SectionHeading>
        {data && may("levels") && (
          <Button
            variant="transparent"
            size="small"
            className="-mr-2"
            onClick={() => setTarget({ preset: { inventory_item_id: itemId } })}
          >
            {t(ruled.length ? "lowStockPanel.watchMore" : "lowStockPanel.watch")}
          </Button>
        )}
      </div>
      {isPending && <LoadingRows rows={2} />}
      {isError && !data && (
        <LoadFailure title={t("lowStockPanel.error")} error={error} retry={refetch} />
      )}
      {data && ruled.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 pb-2">
          {t(`lowStockPanel.${whyNothing(data)}`)}
        </Text>
      )}
      {data && ruled.length > 0 && (
        <>
          <PoolList
            itemId={itemId}
            pools={ruled}
            names={data.names}
            units={data.units[itemId]}
            edit={setTarget}
          />
          <UnwatchedLine locationIds={unwatchedLocations(data.pools)} names={data.names} />
        </>
      )}
      {target && <RuleDrawer {...target} onClose={() => setTarget(null)} />}
    </section>
  )
}
