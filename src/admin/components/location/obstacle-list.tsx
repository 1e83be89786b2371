import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { DeactivationResponse } from "../../../api/types/location"
import { useFormats } from "../../hooks/use-formats"
import { itemName } from "../../lib/names"
import { obstacleGroups } from "../../lib/obstacles"
import { LINK } from "../../lib/link-style"

/** What stands against taking a location out of use: each reason, its items, and what can be done. */
export function ObstacleList({ answer }: { answer: DeactivationResponse }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const { deactivation, names } = answer
  return (
    <div className="flex flex-col gap-y-6">
      <Text size="small">{t("locations.deactivate.obstacles")}</Text>
      {obstacleGroups(deactivation.location_id, deactivation.obstacles).map(
        ({ kind, items, to }) => (
          <section key={kind} className="flex flex-col gap-y-2">
            <div>
              <Text size="small" weight="plus">
                {t(`locations.obstacles.${kind}`)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`locations.remedies.${kind}`)}{" "}
                <Link className={`${LINK} underline`} to={to}>
                  {t(`locations.links.${kind}`)}
                </Link>
              </Text>
            </div>
            <ul className="border-ui-border-base divide-ui-border-base divide-y rounded-lg border">
              {items.map((item) => (
                <li
                  key={item.itemId}
                  className="txt-small flex items-center justify-between gap-x-4 px-3 py-2"
                >
                  <span className="break-words">{itemName(names, item.itemId)}</span>
                  <span className="tabular-nums">{quantity(item.quantity)}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      )}
      {deactivation.more_obstacles > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("locations.deactivate.more", { number: deactivation.more_obstacles })}
        </Text>
      )}
    </div>
  )
}
