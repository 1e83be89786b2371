import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useItemAsOf } from "../../hooks/api/use-item-past"
import { DayField } from "../fields/day-field"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { SectionHeading } from "../section-heading"
import { AsOfTable } from "./as-of-table"

/** What each location had at the end of a day. */
export function AsOfSection({ itemId }: { itemId: string }) {
  const { t } = useTranslation("stockroom")
  const [day, setDay] = useState<Date | null>(null)
  const { data, isError, error, refetch } = useItemAsOf(itemId, day && endOf(day))
  return (
    <div className="flex flex-col gap-y-3 pb-4">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 pt-4">
        <div>
          <SectionHeading>{t("history.asOf.title")}</SectionHeading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("history.asOf.hint")}
          </Text>
        </div>
        <div className="w-44">
          <DayField label={t("history.asOf.day")} value={day} max={new Date()} onChange={setDay} />
        </div>
      </div>
      <div aria-live="polite">
        {!day && (
          <Text size="small" className="text-ui-fg-subtle px-6">
            {t("history.asOf.choose")}
          </Text>
        )}
        {day && !data && !isError && <LoadingRows rows={3} />}
        {day && isError && !data && (
          <LoadFailure title={t("history.asOf.error")} error={error} retry={refetch} />
        )}
        {day && data && (data.stock.length ? <AsOfTable answer={data} /> : <Nothing />)}
      </div>
    </div>
  )
}

function Nothing() {
  const { t } = useTranslation("stockroom")
  return (
    <div className="px-6">
      <Text size="small" weight="plus">
        {t("history.asOf.empty")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("history.asOf.emptyHint")}
      </Text>
    </div>
  )
}

/** The last moment of a day, where the person is. */
function endOf(day: Date): string {
  const next = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1)
  return new Date(next.getTime() - 1).toISOString()
}
