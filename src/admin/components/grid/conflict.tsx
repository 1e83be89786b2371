import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Figure } from "../../lib/figures"
import { useNumberText } from "./number-context"

interface ConflictProps {
  figure: Figure
  seen: string
  current: string
  takeOver: () => void
}

/** Somebody else has changed the number since the form was opened. */
export function Conflict({ figure, seen, current, takeOver }: ConflictProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useNumberText()
  return (
    <div
      className="bg-ui-tag-orange-bg border-ui-tag-orange-border flex flex-col items-start gap-y-2 rounded-lg border p-3"
      role="alert"
    >
      <Text size="small" className="text-ui-tag-orange-text">
        {t("grid.conflict.text", {
          state: t(`states.${figure}`),
          seen: quantity(seen),
          current: quantity(current),
        })}
      </Text>
      <Button variant="secondary" size="small" type="button" onClick={takeOver}>
        {t("grid.conflict.takeOver", { current: quantity(current) })}
      </Button>
    </div>
  )
}
