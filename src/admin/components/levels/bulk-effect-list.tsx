import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useLevelText } from "../../hooks/use-unit-text"
import type { BulkEffect, Shortage } from "../../lib/bulk-change"
import { locationName } from "../../lib/names"
import { levelItemName, levelKey } from "../../lib/stock-level"
import { EffectLines } from "./effect-lines"

interface BulkEffectListProps {
  /** Null while there is nothing to show yet. */
  effect: BulkEffect | null
  levels: number
  names: Names
}

/** What saving would do: how many levels change, and which would be short. */
export function BulkEffectList({ effect, levels, names }: BulkEffectListProps) {
  const { t } = useTranslation("stockroom")
  const text = useLevelText()
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
                before: text(effect.onHand.of, effect.onHand.before),
                after: text(effect.onHand.of, effect.onHand.after),
              })}
            </Text>
          )}
          <Shortages title="levels.effect.refused" shortages={effect.refused} names={names} />
          <Shortages title="levels.effect.negative" shortages={effect.negative} names={names} />
          <EffectLines
            title={t("levels.effect.beyond", { number: effect.beyond.length })}
            lines={effect.beyond.map(({ level, most, ...change }) => ({
              key: levelKey(level),
              text: t("levels.effect.most", {
                item: levelItemName(level),
                location: locationName(names, level.location_id),
                quantity: text(level, change.quantity),
                most: text(level, most),
              }),
            }))}
          />
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
  const text = useLevelText()
  return (
    <EffectLines
      title={t(title, { number: shortages.length })}
      lines={shortages.map(({ level, state, before, after, kept }) => ({
        key: `${levelKey(level)} ${state}`,
        text: t(kept === "0" ? "levels.effect.short" : "levels.effect.kept", {
          item: levelItemName(level),
          location: locationName(names, level.location_id),
          state: t(`statesInText.${state}`),
          before: text(level, before),
          after: text(level, after),
          kept: text(level, kept),
        }),
      }))}
    />
  )
}
