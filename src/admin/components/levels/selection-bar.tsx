import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface SelectionBarProps {
  /** How many are chosen. */
  chosen: number
  /** How many match, as far as they can be changed together. */
  matching: number
  isLowerBound: boolean
  isReading: boolean
  chooseAll: () => void
  change: () => void
  clear: () => void
}

/** What can be done with the levels that are chosen. */
export function SelectionBar(props: SelectionBarProps) {
  const { chosen, matching, isLowerBound, isReading, chooseAll, change, clear } = props
  const { t } = useTranslation("stockroom")
  return (
    <div className="bg-ui-bg-subtle flex min-h-14 flex-wrap items-center gap-2 px-6 py-3">
      <Text size="small" weight="plus" className="mr-2 tabular-nums" role="status">
        {t(chosen === 1 ? "levels.chosenOne" : "levels.chosen", { number: chosen })}
      </Text>
      <Button size="small" onClick={change}>
        {t("levels.change.action")}
      </Button>
      {chosen < matching && (
        <Button variant="secondary" size="small" isLoading={isReading} onClick={chooseAll}>
          {t(isLowerBound ? "levels.chooseFirst" : "levels.chooseAll", { number: matching })}
        </Button>
      )}
      <Button variant="transparent" size="small" onClick={clear}>
        {t("levels.clearSelection")}
      </Button>
    </div>
  )
}
