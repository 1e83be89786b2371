import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useDaysText } from "../../hooks/use-days-text"
import { useFormats } from "../../hooks/use-formats"
import { useItemText } from "../../hooks/use-unit-text"
import type { ReportRow } from "../../lib/low-stock"
import { arithmeticOf, type ArithmeticStep } from "../../lib/report-arithmetic"
import type { ItemUnits } from "../../lib/units"

interface ArithmeticProps {
  row: ReportRow
  units: ItemUnits
  /** For how many days what is ordered shall last. */
  coverDays: number
}

/** How a quantity to order comes about, in words and numbers. */
export function Arithmetic({ row, units, coverDays }: ArithmeticProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const daysText = useDaysText()
  const text = useItemText(row.inventory_item_id, units)
  const texts = ({ figures: { per_day, ...figures }, spans }: ArithmeticStep) => ({
    ...mapped(figures, text.quantity),
    // A rate is rounded already: split up, it would look exact.
    ...(per_day !== undefined && { per_day: quantity(per_day) }),
    ...mapped(spans, daysText),
  })
  return (
    <div className="flex flex-col gap-y-2 py-2">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {arithmeticOf(row, coverDays).map((step) => (
          <div key={step.says} className="contents">
            <dt className="txt-compact-small text-ui-fg-subtle">
              {t(`lowStock.arithmetic.${step.says}.name`)}
            </dt>
            <dd className="txt-compact-small whitespace-normal tabular-nums">
              {t(`lowStock.arithmetic.${step.says}.says`, texts(step))}
            </dd>
          </div>
        ))}
      </dl>
      <Text size="xsmall" className="text-ui-fg-subtle whitespace-normal">
        {t("lowStock.arithmetic.rounded")}
      </Text>
    </div>
  )
}

function mapped(record: Record<string, string>, write: (text: string) => string) {
  return Object.fromEntries(Object.entries(record).map(([name, text]) => [name, write(text)]))
}
