import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useLocationNames } from "../../hooks/api/use-location-names"
import { useItemText } from "../../hooks/use-unit-text"
import { LINK } from "../../lib/link-style"
import type { ActionRun } from "../../lib/low-stock"
import { readRunResult, type RunFinding } from "../../lib/run-result"
import type { ItemUnits } from "../../lib/units"

interface RunResultProps {
  run: ActionRun
  /** Of the item that it is about. */
  units: ItemUnits
}

/** What an action has given, in words. */
export function RunResult({ run, units }: RunResultProps) {
  const { quantity } = useItemText(run.inventory_item_id, units)
  const findings = readRunResult(run.result)
  return (
    <ul className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-0.5 break-words">
      {findings.map((finding, index) => (
        <li key={index}>
          <Finding finding={finding} write={quantity} />
        </li>
      ))}
    </ul>
  )
}

interface FindingProps {
  finding: RunFinding
  write: (quantity: string) => string
}

function Finding({ finding, write }: FindingProps) {
  const { t } = useTranslation("stockroom")
  const locations = useLocationNames().data
  const plain = { interpolation: { escapeValue: false } }
  switch (finding.says) {
    case "transfer":
      return (
        <Link className={LINK} to={`/inventory/transfers/${finding.id}`}>
          {t("lowStock.results.transfer", {
            quantity: write(finding.quantity),
            from: locations?.find(({ id }) => id === finding.originId)?.name ?? finding.originId,
            ...plain,
          })}
        </Link>
      )
    case "notified":
      return (
        <>
          {t("lowStock.results.notified", {
            whom: finding.whom
              .map((whom) => (whom === "feed" ? t("lowStock.results.feed") : whom))
              .join(", "),
            ...plain,
          })}
        </>
      )
    case "products":
      return (
        <>
          {t(`lowStock.results.${finding.what}${finding.ids.length === 1 ? "One" : ""}`, {
            number: finding.ids.length,
          })}{" "}
          {finding.ids.map((id, index) => (
            <Link key={id} className={`${LINK} ml-1`} to={`/products/${id}`}>
              {t("lowStock.results.product", { number: index + 1 })}
            </Link>
          ))}
        </>
      )
    case "event":
      return <>{t("lowStock.results.event", { event: finding.event, ...plain })}</>
    case "reason":
      return <>{t(`lowStock.results.${finding.why}`)}</>
    default:
      return (
        <>
          {finding.name}: {finding.value}
        </>
      )
  }
}
