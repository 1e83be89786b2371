import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { LoadFailure } from "../../../components/load-failure"
import { LoadingRows } from "../../../components/loading-rows"
import { EmptyList } from "../../../components/empty-list"
import { DefaultRules } from "../../../components/low-stock-panel/default-rules"
import { RuleDrawer } from "../../../components/low-stock-rules/rule-drawer"
import { useLowStockRules } from "../../../hooks/api/use-low-stock-rules"
import { useMay } from "../../../hooks/use-may"
import type { RuleTarget } from "../../../lib/low-stock-of-item"

/** The rules for every item that has none of its own. */
const LowStockSettingsPage = () => {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const [target, setTarget] = useState<RuleTarget | null>(null)
  const { data, isPending, isError, error, refetch } = useLowStockRules({
    ...{ tab: "defaults", q: "", filters: {}, page: 0 },
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div>
            <Heading>{t("lowStockPanel.settings.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("lowStockPanel.settings.subtitle")}
            </Text>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button variant="transparent" size="small" asChild>
              <Link to="/inventory/low-stock/rules">{t("lowStockPanel.settings.toRules")}</Link>
            </Button>
            {data && may("levels") && (
              <Button
                variant="secondary"
                size="small"
                onClick={() => setTarget({ preset: { inventory_item_id: null } })}
              >
                {t("lowStockPanel.settings.add")}
              </Button>
            )}
          </div>
        </div>
        {data?.rules.some(({ source }) => source === "options") && (
          <InlineTip label={t("lowStockPanel.settings.ofOptions.title")}>
            {t("lowStockPanel.settings.ofOptions.text")}
          </InlineTip>
        )}
      </div>
      {isPending && <LoadingRows rows={3} />}
      {isError && !data && (
        <LoadFailure title={t("lowStockPanel.settings.error")} error={error} retry={refetch} />
      )}
      {data && data.rules.length === 0 && (
        <EmptyList
          title={t("lowStockPanel.settings.empty")}
          hint={t("lowStockPanel.settings.emptyHint")}
        />
      )}
      {data && data.rules.length > 0 && <DefaultRules answer={data} edit={setTarget} />}
      {target && <RuleDrawer {...target} onClose={() => setTarget(null)} />}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "lowStockPanel.settings.menu",
  translationNs: "stockroom",
})

export default LowStockSettingsPage
