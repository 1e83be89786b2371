import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useFormats } from "../../hooks/use-formats"
import type { BulkEffect, Shortage } from "../../lib/bulk-change"
import { locationName } from "../../lib/names"
import { levelItemName, levelKey } from "../../lib/stock-level"

/** More are not read by anybody; how many more there are is said. */
const LISTED = 20

interface BulkEffectListProps {
  /** Null while there is nothing to show yet. */
  effect: BulkEffect | null
  levels: number
  names: Names
}

/** What saving would do: how many levels change, and which would be short. */
export function BulkEffectList({ effect, levels, names }: BulkEffectListProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return (
    <div
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-2 rounded-lg border p-3"
      aria-live="polite"
    >
      <Text size="small" weight="plus">
        {t("levels.effect.title")}
      </Text>
      {!effect && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("levels.effect.none")}
        </Text>
      )}
      {effect && (
        <>
          <Text size="small" className="tabular-nums">
            {t("levels.effect.levels", { number: effect.changes.length, all: levels })}
          </Text>
          {effect.onHand && (
            <Text size="small" className="tabular-nums">
              {t("levels.effect.onHand", {
                before: quantity(effect.onHand.before),
                after: quantity(effect.onHand.after),
              })}
            </Text>
          )}
          <Shortages title="levels.effect.refused" shortages={effect.refused} names={names} />
          <Shortages title="levels.effect.negative" shortages={effect.negative} names={names} />
        </>
      )}
    </div>
  )
}

interface ShortagesProps {
  /** The key of the text, which says how many there are. */
  title: string
  shortages: Shortage[]
  names: Names
}

function Shortages({ title, shortages, names }: ShortagesProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  if (!shortages.length) {
    return null
  }
  const more = shortages.length - LISTED
  return (
    <div>
      <Text size="small" weight="plus" className="text-ui-fg-error">
        {t(title, { number: shortages.length })}
      </Text>
      <ul className="text-ui-fg-subtle txt-small flex flex-col">
        {shortages.slice(0, LISTED).map(({ level, state, before, after, kept }) => (
          <li key={`${levelKey(level)} ${state}`} className="break-words tabular-nums">
            {t(kept === "0" ? "levels.effect.short" : "levels.effect.kept", {
              item: levelItemName(level),
              location: locationName(names, level.location_id),
              state: t(`statesInText.${state}`),
              before: quantity(before),
              after: quantity(after),
              kept: quantity(kept),
            })}
          </li>
        ))}
        {more > 0 && <li>{t("levels.effect.more", { number: more })}</li>}
      </ul>
    </div>
  )
}
