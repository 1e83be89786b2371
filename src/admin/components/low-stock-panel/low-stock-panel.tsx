import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useLowStockOfItem } from "../../hooks/api/use-low-stock-of-item"
import { useCover } from "../../hooks/api/use-low-stock-report"
import { useMay } from "../../hooks/use-may"
import { poolKey } from "../../lib/low-stock"
import { ruledPools, type RuleTarget, unwatchedLocations } from "../../lib/low-stock-of-item"
import { itemName } from "../../lib/names"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { RuleDrawer } from "../low-stock-rules/rule-drawer"
import { SectionHeading } from "../section-heading"
import { PoolLine } from "./pool-line"
import { UnwatchedLine } from "./unwatched-line"

/** What is watched of an item: where it is low, by which rule, and how long the stock lasts. */
export function LowStockPanel({ itemId }: { itemId: string }) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const { data, isPending, isError, error, refetch } = useLowStockOfItem(itemId)
  const cover = useCover([{ inventory_item_id: itemId }])
  const [target, setTarget] = useState<RuleTarget | null>(null)
  const ruled = ruledPools(data?.pools ?? [])
  const unwatched = unwatchedLocations(data?.pools ?? [])
  const watched = ruled.filter(({ rule }) => rule.enabled)
  return (
    <section aria-label={t("lowStockPanel.title")} className="py-4">
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
        <Text size="small" className="text-ui-fg-subtle px-6">
          {t(
            data.rules.some(({ enabled }) => enabled) && !data.pools.length
              ? "lowStockPanel.noStock"
              : "lowStockPanel.nothing"
          )}
        </Text>
      )}
      {data && ruled.length > 0 && (
        <>
          <ul
            className="divide-y"
            aria-label={t("lowStockPanel.list", {
              item: itemName(data.names, itemId),
              interpolation: { escapeValue: false },
            })}
          >
            {ruled.map((pool) => (
              <PoolLine
                key={poolKey(pool)}
                pool={pool}
                names={data.names}
                cover={cover.data?.get(poolKey(pool))}
                edit={setTarget}
              />
            ))}
          </ul>
          {watched.length > 0 && cover.isError && !cover.data && (
            <LoadFailure
              title={t("lowStockPanel.coverError")}
              error={cover.error}
              retry={cover.refetch}
            />
          )}
          <UnwatchedLine locationIds={unwatched} names={data.names} />
        </>
      )}
      {target && <RuleDrawer {...target} onClose={() => setTarget(null)} />}
    </section>
  )
}
