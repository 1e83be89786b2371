import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { SearchField } from "../../../components/levels/search-field"
import { LoadFailure } from "../../../components/load-failure"
import { LoadingRows } from "../../../components/loading-rows"
import { AlertDrawer } from "../../../components/low-stock/alert-drawer"
import { AlertSelection } from "../../../components/low-stock/alert-selection"
import { AlertTable } from "../../../components/low-stock/alert-table"
import { ListPage } from "../../../components/low-stock/list-page"
import { NoAlerts } from "../../../components/low-stock/no-alerts"
import { type AskedStep, StepDrawer } from "../../../components/low-stock/step-drawer"
import { Pages } from "../../../components/pages"
import { LookOnly } from "../../../components/rights/look-only"
import { ALERTS_PAGE, useAlertCounts, useAlerts } from "../../../hooks/api/use-low-stock-alerts"
import { useMay } from "../../../hooks/use-may"
import { useMayAtPool } from "../../../hooks/use-may-at-pool"
import { useSelection } from "../../../hooks/use-selection"
import { ALERT_FILTERS, ALERT_TABS, alertAddress, type AlertQuery } from "../../../lib/alert-query"
import type { Alert } from "../../../lib/low-stock"

const ALERT = "alert"

/** What has run low. Tab, search, filters and the alert that is open are in the address. */
const LowStockPage = () => {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const mayAtPool = useMayAtPool()
  const [params, setParams] = useSearchParams()
  const query = alertAddress.read(params)
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useAlerts(query)
  const counts = useAlertCounts().data
  const selection = useSelection(data?.alerts ?? [], ({ id }) => id, mayAtPool)
  const [asked, setAsked] = useState<AskedStep | null>(null)

  /** Others match then; what was chosen of these would be changed unseen. */
  function change(next: AlertQuery): void {
    selection.clear()
    setParams(alertAddress.params(next))
  }

  function ask(step: AskedStep["step"], alerts: Alert[]): void {
    if (data) setAsked({ step, alerts, names: data.names })
  }

  function show(id: string | null): void {
    const next = alertAddress.params(query)
    if (id) next.set(ALERT, id)
    setParams(next)
  }

  return (
    <>
      <ListPage
        title={t("lowStock.title")}
        subtitle={t("lowStock.subtitle")}
        tabsLabel={t("lowStock.tabsLabel")}
        tabs={ALERT_TABS.map((tab) => ({
          value: tab,
          label: t(tab === "all" ? "lowStock.all" : `lowStock.tabs.${tab}`),
          count: tab === "open" || tab === "acknowledged" ? counts?.[tab] : undefined,
        }))}
        tab={query.tab}
        onTab={(tab) => change({ ...query, tab, page: 0 })}
        search={
          <SearchField
            label={t("lowStock.search")}
            value={query.q}
            onChange={(q) => change({ ...query, q, page: 0 })}
          />
        }
        fields={[...ALERT_FILTERS]}
        filters={query.filters}
        onFilter={(filter, values) =>
          change(alertAddress.withFilter(query, filter as (typeof ALERT_FILTERS)[number], values))
        }
        clear={() => change({ ...query, filters: {}, page: 0 })}
      >
        <LookOnly right="levels" />
        {selection.rows.length > 0 && (
          <AlertSelection
            alerts={selection.rows}
            open={(step) => ask(step, selection.rows)}
            clear={selection.clear}
          />
        )}
        {isPending && <LoadingRows rows={8} />}
        {isError && <LoadFailure title={t("lowStock.error")} error={error} retry={refetch} />}
        {data?.alerts.length === 0 && <NoAlerts query={query} />}
        {data && data.alerts.length > 0 && (
          <>
            <AlertTable
              alerts={data.alerts}
              names={data.names}
              units={data.units}
              isStale={isPlaceholderData}
              selection={may("levels") ? selection : null}
              open={(step, alert) => ask(step, [alert])}
              show={({ id }) => show(id)}
            />
            <Pages
              page={query.page}
              size={ALERTS_PAGE}
              count={data.count}
              onChange={(page) => change({ ...query, page })}
            />
          </>
        )}
      </ListPage>
      <StepDrawer asked={asked} close={() => setAsked(null)} done={selection.clear} />
      <AlertDrawer id={params.get(ALERT)} close={() => show(null)} />
    </>
  )
}

export const config = defineRouteConfig({
  label: "lowStock.menu",
  translationNs: "stockroom",
  nested: "/inventory",
})

export default LowStockPage
