import { useTranslation } from "react-i18next"

import type { UndoObstacle } from "../lib/undo"

/** Says in words why a movement cannot be undone. */
export function useObstacleText(): (obstacle: UndoObstacle) => string {
  const { t } = useTranslation("stockroom")
  return (obstacle) =>
    obstacle.says === "kind"
      ? t(`history.undo.kinds.${obstacle.kind}`, { defaultValue: t("history.undo.kinds.other") })
      : t(`history.undo.obstacles.${obstacle.says}`)
}
