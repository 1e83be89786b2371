import { useTranslation } from "react-i18next"

import type { ActionRun } from "../lib/low-stock"
import { useActionLabels } from "./api/use-low-stock-actions"

/** Says what a run does: an action, or taking back what it did. */
export function useRunName(): (run: Pick<ActionRun, "identifier" | "phase">) => string {
  const { t } = useTranslation("stockroom")
  const { labelOf } = useActionLabels()
  return ({ identifier, phase }) =>
    phase === "undo"
      ? t("lowStock.runs.undo", {
          action: labelOf(identifier),
          interpolation: { escapeValue: false },
        })
      : labelOf(identifier)
}
