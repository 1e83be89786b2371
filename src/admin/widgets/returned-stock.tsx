import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadFailure } from "../components/load-failure"
import { ReturnSection } from "../components/returns/return-section"
import { useReceivedReturns } from "../hooks/api/use-returns"
import { useReadAgain } from "../hooks/use-read-again"

/** What an order's returns have brought, and where it is now. Not there until something has come back. */
const ReturnedStock = ({ data: order }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  const { data: returns, isError, error, refetch } = useReceivedReturns(order.id)
  useReadAgain(order, "returns")
  if (!returns?.length && !isError) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("returns.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("returns.subtitle")}
        </Text>
      </div>
      {isError && !returns && (
        <LoadFailure title={t("returns.error")} error={error} retry={refetch} />
      )}
      {returns?.map((one) => (
        <ReturnSection key={one.id} orderId={order.id} of={one} />
      ))}
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-returned-stock",
  zone: "order.details.side",
})

export default ReturnedStock
