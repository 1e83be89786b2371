import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useFormats } from "../../hooks/use-formats"
import { useItemText } from "../../hooks/use-unit-text"
import { type AlertHappening, alertStory } from "../../lib/alert-story"
import { LINK } from "../../lib/link-style"
import { type Alert, type LowStockNames, movementPath } from "../../lib/low-stock"
import type { ItemUnits } from "../../lib/units"
import { SectionHeading } from "../section-heading"

interface AlertStoryProps {
  alert: Alert
  names: LowStockNames
  units: ItemUnits
}

/** What has happened to an alert, the first first, and what was noted. */
export function AlertStory({ alert, names, units }: AlertStoryProps) {
  const { t } = useTranslation("stockroom")
  return (
    <section className="flex flex-col gap-y-2">
      <SectionHeading>{t("lowStock.story.title")}</SectionHeading>
      <ol className="flex flex-col gap-y-3">
        {alertStory(alert).map((happening) => (
          <li key={`${happening.what} ${happening.at}`}>
            <Happening happening={happening} alert={alert} names={names} units={units} />
          </li>
        ))}
      </ol>
      {alert.note && (
        <div className="bg-ui-bg-subtle rounded-md px-3 py-2">
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("lowStock.story.note")}
          </Text>
          <Text size="small" className="whitespace-pre-line break-words">
            {alert.note}
          </Text>
        </div>
      )}
    </section>
  )
}

function Happening(props: AlertStoryProps & { happening: AlertHappening }) {
  const { happening, alert, names, units } = props
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const { quantity } = useItemText(alert.inventory_item_id, units)
  const { what, at, by, movementId, available } = happening
  const who = by && (names.users[by] ?? t("actors.user"))
  return (
    <>
      <Text size="small">
        {t(`lowStock.story.${what}`, {
          available: quantity(available ?? "0"),
          threshold: quantity(alert.threshold),
        })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        <time dateTime={at}>{moment(at)}</time>
        {who && ` · ${who}`}
        {movementId && (
          <>
            {" · "}
            <Link className={LINK} to={movementPath(movementId)}>
              {t("lowStock.movement")}
            </Link>
          </>
        )}
      </Text>
    </>
  )
}
