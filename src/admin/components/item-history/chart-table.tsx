import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import { changingRows, type ChartRow } from "../../lib/chart-rows"

interface ChartTableProps {
  rows: ChartRow[]
  label: string
  /** How the item's quantities are written. */
  write: (quantity: string) => string
}

/** What the chart shows, in figures: the days on which something changed, the latest first. */
export function ChartTable({ rows, label, write }: ChartTableProps) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  return (
    <div>
      <Text size="xsmall" className="text-ui-fg-subtle px-6 pb-2">
        {t("history.chart.tableHint")}
      </Text>
      <div
        className="focus-visible:shadow-borders-focus max-h-72 overflow-auto outline-none"
        role="region"
        aria-label={label}
        tabIndex={0}
      >
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("history.chart.day")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("history.chart.onHand")}
              </Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("history.chart.available")}
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {changingRows(rows)
              .reverse()
              .map((row) => (
                <Table.Row key={row.day}>
                  <Table.Cell>{day(row.day)}</Table.Cell>
                  <Table.Cell className="text-right tabular-nums">
                    {write(row.exact.onHand)}
                  </Table.Cell>
                  <Table.Cell className="text-right tabular-nums">
                    {write(row.exact.available)}
                  </Table.Cell>
                </Table.Row>
              ))}
          </Table.Body>
        </Table>
      </div>
    </div>
  )
}
