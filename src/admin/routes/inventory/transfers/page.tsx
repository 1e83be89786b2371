import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useSearchParams } from "react-router-dom"

import { FilterButton } from "../../../components/filter-button"
import { SearchField } from "../../../components/levels/search-field"
import { TransferChips } from "../../../components/transfers/transfer-chips"
import { TransferFilters } from "../../../components/transfers/transfer-filters"
import { TransferTable } from "../../../components/transfers/transfer-table"
import { useMay } from "../../../hooks/use-may"
import {
  readTransferQuery,
  TRANSFER_TABS,
  transferParams,
  type TransferQuery,
  type TransferTab,
} from "../../../lib/transfer-query"

/** All transfers. Tab, search and filters are in the address, so that links can set them. */
const TransfersPage = () => {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [open, setOpen] = useState(false)
  const query = readTransferQuery(params)
  const change = (next: TransferQuery) => setParams(transferParams(next))
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading>{t("transfers.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {t("transfers.subtitle")}
          </Text>
        </div>
        {may("transfers") && (
          <Button size="small" variant="secondary" asChild>
            <Link to="/inventory/transfers/create">{t("transfers.create")}</Link>
          </Button>
        )}
      </div>
      <Tabs
        className="divide-y"
        value={query.tab}
        onValueChange={(tab) => change({ ...query, tab: tab as TransferTab, page: 0 })}
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-3">
          <Tabs.List className="flex-wrap" aria-label={t("transfers.tabs")}>
            {TRANSFER_TABS.map((tab) => (
              <Tabs.Trigger key={tab} value={tab}>
                {tab === "all" || tab === "open"
                  ? t(`transfers.${tab}`)
                  : t(`transfers.status.${tab}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <div className="flex items-center gap-x-2" role="search">
            <SearchField
              label={t("transfers.search")}
              value={query.q}
              onChange={(q) => change({ ...query, q, page: 0 })}
            />
            <FilterButton open={open} controls={id} onToggle={() => setOpen(!open)} />
          </div>
        </div>
        {open && <TransferFilters id={id} query={query} onChange={change} />}
        <TransferChips query={query} onChange={change} />
        <Tabs.Content value={query.tab} tabIndex={-1}>
          <TransferTable query={query} onPage={(page) => change({ ...query, page })} />
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "transfers.menu",
  translationNs: "stockroom",
  nested: "/inventory",
})

export default TransfersPage
