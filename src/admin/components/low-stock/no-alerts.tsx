import { useTranslation } from "react-i18next"

import { useRuleCount } from "../../hooks/api/use-low-stock-alerts"
import { type AlertQuery } from "../../lib/alert-query"
import { isFiltered } from "../../lib/list-query"
import { LoadingRows } from "../loading-rows"
import { EmptyList } from "../empty-list"

/** Tells why there is no alert to see: nothing is low, nothing is watched, or nothing matches. */
export function NoAlerts({ query }: { query: AlertQuery }) {
  const { t } = useTranslation("stockroom")
  const narrowed = isFiltered(query)
  const rules = useRuleCount(!narrowed)
  if (narrowed) {
    return <EmptyList title={t("lowStock.noMatch")} hint={t("lowStock.noMatchHint")} />
  }
  if (rules.isPending) {
    return <LoadingRows rows={3} />
  }
  if (rules.data === 0) {
    return (
      <EmptyList
        title={t("lowStock.noRules")}
        hint={t("lowStock.noRulesHint")}
        link={{ to: "/inventory/low-stock/rules", label: t("lowStock.toRules") }}
      />
    )
  }
  return (
    <EmptyList
      title={t(`lowStock.empty.${query.tab}`)}
      hint={t("lowStock.emptyHint")}
      link={{ to: "/inventory/low-stock/report", label: t("lowStock.toReport") }}
    />
  )
}
