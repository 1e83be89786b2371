import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { LoadFailure } from "../components/load-failure"
import { LoadingRows } from "../components/loading-rows"
import { CommittedSection } from "../components/order-stock/committed-section"
import { EmptyOrder } from "../components/order-stock/empty-order"
import { HeldSection } from "../components/order-stock/held-section"
import { StorySection } from "../components/order-stock/story-section"
import { TransfersSection } from "../components/order-stock/transfers-section"
import { useOrderStock } from "../hooks/api/use-order-stock"
import { useReadAgain } from "../hooks/use-read-again"
import { committedLines, type OrderPageLine } from "../lib/committed-lines"
import { LINK } from "../lib/link-style"

interface OrderPageOrder {
  id: string
  items?: OrderPageLine[]
}

/** An order's stock: where it is committed and why, what is held for it, and what has happened. */
const OrderStock = ({ data: order }: { data: OrderPageOrder }) => {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch } = useOrderStock(order.id)
  useReadAgain(order, "stock")
  const stock = data?.order_stock
  const about = data && { names: data.names, units: data.units }
  const happened = stock !== undefined && stock.events.length > 0
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
        {happened && (
          <Link
            className={`${LINK} txt-compact-small`}
            to={`/inventory/history?order_id=${order.id}`}
          >
            {t("order.all")}
          </Link>
        )}
      </div>
      {isPending && <LoadingRows rows={3} />}
      {isError && !data && <LoadFailure title={t("order.error")} error={error} retry={refetch} />}
      {data && !happened && <EmptyOrder orderId={order.id} />}
      {data && about && happened && (
        <>
          <CommittedSection
            lines={committedLines(data.order_stock, order.items ?? [])}
            {...about}
          />
          {data.order_stock.proposals.length > 0 && (
            <HeldSection
              proposals={data.order_stock.proposals}
              transfers={data.order_stock.transfers}
              {...about}
            />
          )}
          {data.order_stock.transfers.length > 0 && (
            <TransfersSection transfers={data.order_stock.transfers} {...about} />
          )}
          <StorySection events={data.order_stock.events} {...about} />
        </>
      )}
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-order-stock",
  zone: "order.details.side",
})

export default OrderStock
