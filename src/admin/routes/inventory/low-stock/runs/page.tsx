import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { ListPage } from "../../../../components/low-stock/list-page"
import { RunTable } from "../../../../components/low-stock/run-table"
import { RUN_FILTERS, RUN_TABS, runAddress, type RunQuery } from "../../../../lib/run-query"

/** What was done about low stock, and how it went. Tab and filters are in the address. */
const LowStockRunsPage = () => {
  const { t } = useTranslation("stockroom")
  const [params, setParams] = useSearchParams()
  const query = runAddress.read(params)
  const change = (next: RunQuery) => setParams(runAddress.params(next))
  return (
    <ListPage
      title={t("lowStock.sections.runs")}
      subtitle={t("lowStock.runs.subtitle")}
      tabsLabel={t("lowStock.runs.tabsLabel")}
      tabs={RUN_TABS.map((tab) => ({
        value: tab,
        label: t(tab === "all" ? "lowStock.all" : `lowStock.runs.tabs.${tab}`),
      }))}
      tab={query.tab}
      onTab={(tab) => change({ ...query, tab, page: 0 })}
      fields={RUN_FILTERS.filter((filter) => filter !== "alert_id")}
      filters={query.filters}
      onFilter={(filter, values) =>
        change(runAddress.withFilter(query, filter as (typeof RUN_FILTERS)[number], values))
      }
      clear={() => change({ ...query, filters: {}, page: 0 })}
    >
      <RunTable query={query} onPage={(page) => change({ ...query, page })} />
    </ListPage>
  )
}

export default LowStockRunsPage
