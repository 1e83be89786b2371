import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { DaysField } from "../../../../components/low-stock/days-field"
import { ListPage } from "../../../../components/low-stock/list-page"
import { ReportTable } from "../../../../components/low-stock/report-table"
import { useReportExport } from "../../../../hooks/api/use-low-stock-report"
import { useFailureText } from "../../../../hooks/use-failure-text"
import {
  daysOf,
  REPORT_DAYS,
  REPORT_FILTERS,
  REPORT_TABS,
  reportAddress,
  type ReportQuery,
  withDays,
} from "../../../../lib/report-query"

/** What is low or will be, and how much of it to order. Tab, filters and days are in the address. */
const LowStockReportPage = () => {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const exported = useReportExport()
  const [params, setParams] = useSearchParams()
  const query = reportAddress.read(params)
  const change = (next: ReportQuery) => setParams(reportAddress.params(next))
  const { days, cover_days, ...filters } = query.filters
  return (
    <ListPage
      title={t("lowStock.sections.report")}
      subtitle={t("lowStock.report.subtitle")}
      actions={
        <Button
          variant="secondary"
          size="small"
          isLoading={exported.isPending}
          onClick={() =>
            exported.mutate(query, {
              onError: (error) =>
                toast.error(t("lowStock.report.exportFailed"), { description: failureText(error) }),
            })
          }
        >
          {t("lowStock.report.export")}
        </Button>
      }
      tabsLabel={t("lowStock.report.tabsLabel")}
      tabs={REPORT_TABS.map((tab) => ({
        value: tab,
        label:
          tab === "all" || tab === "order"
            ? t(tab === "all" ? "lowStock.report.all" : "lowStock.report.toOrder")
            : t(`lowStock.report.status.${tab}`),
      }))}
      tab={query.tab}
      onTab={(tab) => change({ ...query, tab, page: 0 })}
      search={REPORT_DAYS.map((which) => (
        <DaysField
          key={which}
          label={t(`lowStock.report.${which}`)}
          value={daysOf(query, which)}
          onChange={(chosen) => change(withDays(query, which, chosen))}
        />
      ))}
      fields={[...REPORT_FILTERS]}
      filters={filters}
      onFilter={(filter, values) =>
        change(reportAddress.withFilter(query, filter as (typeof REPORT_FILTERS)[number], values))
      }
      clear={() =>
        change({
          ...query,
          filters: { ...(days && { days }), ...(cover_days && { cover_days }) },
          page: 0,
        })
      }
    >
      <ReportTable query={query} onPage={(page) => change({ ...query, page })} />
    </ListPage>
  )
}

export default LowStockReportPage
