import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { HistoryTable } from "../../../components/history-table"

/** Every change of stock in the store. `?order_id=…` and the like narrow it. */
const HistoryPage = () => {
  const { t } = useTranslation("stockroom")
  const [params, setParams] = useSearchParams()
  const query = Object.fromEntries(params)
  const narrowed = Object.keys(query).length > 0
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("history.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {narrowed ? t("history.narrowed") : t("history.subtitle")}
          </Text>
        </div>
        {narrowed && (
          <Button variant="secondary" size="small" onClick={() => setParams({})}>
            {t("history.showAll")}
          </Button>
        )}
      </div>
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
