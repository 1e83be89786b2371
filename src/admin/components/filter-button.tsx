import { Funnel } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface FilterButtonProps {
  /** Whether the filters are shown. */
  open: boolean
  /** The id of what holds them. */
  controls: string
  onToggle: () => void
}

/** Shows the filters of a list, or hides them. */
export function FilterButton({ open, controls, onToggle }: FilterButtonProps) {
  const { t } = useTranslation("stockroom")
  return (
    <Button
      variant="secondary"
      size="small"
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
    >
      <Funnel />
      {t("history.filters.show")}
    </Button>
  )
}
