import type { TFunction } from "i18next"

import type { LowStockActionsResponse } from "../../api/types/low-stock-actions"

/** Something that can be done when stock runs low. */
export type LowStockAction = LowStockActionsResponse["actions"][number]

/** What an action is called: in the dashboard's language where it has a text for it, else as its developer says. */
export function actionLabel(
  t: TFunction<"stockroom">,
  { label, label_key }: Pick<LowStockAction, "label" | "label_key">
): string {
  return label_key ? t(label_key, { defaultValue: label }) : label
}
