import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { FilterButton } from "../../../components/filter-button"
import { ExportButton } from "../../../components/history/export-button"
import { FilterChips } from "../../../components/history/filter-chips"
import { FilterPanel } from "../../../components/history/filter-panel"
import { HistoryTable } from "../../../components/history-table"
import { historyParams, type HistoryQuery, readHistoryQuery } from "../../../lib/history-query"

/** Every change of stock in the store. The filters are in the address, so that links can set them. */
const HistoryPage = () => {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const [params, setParams] = useSearchParams()
  const [open, setOpen] = useState(false)
  const query = readHistoryQuery(params)
  const change = (next: HistoryQuery) => setParams(historyParams(next))
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading>{t("history.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {t("history.subtitle")}
          </Text>
        </div>
        <div className="flex items-center gap-x-2">
          <FilterButton open={open} controls={id} onToggle={() => setOpen(!open)} />
          <ExportButton query={query} />
        </div>
      </div>
      {open && <FilterPanel id={id} query={query} onChange={change} />}
      <FilterChips query={query} onChange={change} />
      <HistoryTable query={query} />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "history.menu",
  translationNs: "stockroom",
  nested: "/inventory",
})

export default HistoryPage
