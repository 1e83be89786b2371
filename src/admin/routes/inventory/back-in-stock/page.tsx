import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { DemandTable } from "../../../components/back-in-stock/demand-table"
import { WaitingTable } from "../../../components/back-in-stock/waiting-table"
import {
  BACK_IN_STOCK_TABS,
  backInStockAddress,
  type BackInStockPageQuery,
} from "../../../lib/back-in-stock-query"

/** What shoppers wait for, and who they are. Tab, search and page are in the address. */
const BackInStockPage = () => {
  const { t } = useTranslation("stockroom")
  const [params, setParams] = useSearchParams()
  const query = backInStockAddress.read(params)
  const change = (next: BackInStockPageQuery) => setParams(backInStockAddress.params(next))
  const inTab = (tab: BackInStockPageQuery["tab"]) => change({ tab, q: "", filters: {}, page: 0 })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("backInStock.title")}</Heading>
        <Text className="text-ui-fg-subtle" size="small">
          {t("backInStock.subtitle")}
        </Text>
      </div>
      <Tabs
        className="divide-y"
        value={query.tab}
        onValueChange={(tab) => inTab(tab as BackInStockPageQuery["tab"])}
      >
        <Tabs.List className="px-6 py-3" aria-label={t("backInStock.tabsLabel")}>
          {BACK_IN_STOCK_TABS.map((tab) => (
            <Tabs.Trigger key={tab} value={tab}>
              {t(`backInStock.tabs.${tab}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={query.tab} tabIndex={-1}>
          {query.tab === "demand" ? (
            <DemandTable page={query.page} onPage={(page) => change({ ...query, page })} />
          ) : (
            <WaitingTable query={query} onChange={change} />
          )}
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "backInStock.menu",
  translationNs: "stockroom",
  nested: "/inventory",
})

export default BackInStockPage
