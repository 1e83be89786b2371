import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

/** Stands where no level is to be shown, and says what can be done. */
export function NoLevels({ isNarrowed, clear }: { isNarrowed: boolean; clear: () => void }) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-16 text-center" role="status">
      <Heading level="h3">{t(isNarrowed ? "levels.noMatch" : "levels.empty")}</Heading>
      <Text className="text-ui-fg-subtle mb-3">
        {t(isNarrowed ? "levels.noMatchHint" : "levels.emptyHint")}
      </Text>
      {isNarrowed ? (
        <Button variant="secondary" size="small" onClick={clear}>
          {t("levels.clearFilters")}
        </Button>
      ) : (
        <Button variant="secondary" size="small" asChild>
          <Link to="/inventory">{t("levels.toItems")}</Link>
        </Button>
      )}
    </div>
  )
}
