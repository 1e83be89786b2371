import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { HistoryTable } from "../components/history-table"
import { AsOfSection } from "../components/item-history/as-of-section"
import { ChartSection } from "../components/item-history/chart-section"
import { LINK } from "../lib/link-style"

const LATEST = 10

/** An item's stock over time: its latest history, a chart, and what there was on a day. */
const ItemHistory = ({ data: item }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("history.widget.title")}</Heading>
        <Link
          className={`${LINK} txt-compact-small`}
          to={`/inventory/history?inventory_item_id=${item.id}`}
        >
          {t("history.widget.all")}
        </Link>
      </div>
      <HistoryTable query={{ inventory_item_id: [item.id] }} latest={LATEST} ofOneItem />
      <ChartSection itemId={item.id} />
      <AsOfSection itemId={item.id} />
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-item-history",
  zone: "inventory_item.details",
})

export default ItemHistory
