import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { ChangePreview } from "../../lib/change-preview"
import { useNumberText } from "./number-context"

/** What saving would do to the level, figure by figure; read out while typing. */
export function EffectTable({ preview }: { preview: ChangePreview | null }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useNumberText()
  return (
    <div
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-2 rounded-lg border p-3"
      aria-live="polite"
    >
      <Text size="small" weight="plus">
        {t("grid.effect.title")}
      </Text>
      {(!preview || preview.changesNothing) && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(preview ? "grid.effect.same" : "grid.effect.none")}
        </Text>
      )}
      {preview && !preview.changesNothing && (
        <dl className="flex flex-col gap-y-1">
          {preview.effects.map(({ figure, before, after, short }) => (
            <div key={figure} className="flex flex-wrap justify-between gap-x-4">
              <dt className="txt-small">{t(`states.${figure}`)}</dt>
              <dd
                className={clx(
                  "txt-small tabular-nums",
                  before === after ? "text-ui-fg-subtle" : "txt-small-plus",
                  short && "text-ui-fg-error"
                )}
              >
                {before === after
                  ? t("grid.effect.stays", { quantity: quantity(after) })
                  : t("grid.effect.change", { before: quantity(before), after: quantity(after) })}
                {short && ` (${t("grid.effect.short")})`}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
