import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useEstimates, useStoreAvailability } from "../../hooks/api/use-availability"
import { useDisplayText } from "../../hooks/use-display-text"
import { useMayEverywhere } from "../../hooks/use-may"
import { Fact } from "../fact"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { LookOnly } from "../rights/look-only"
import { StoreDrawer } from "./store-drawer"

/** What shoppers are told of products without settings of their own. */
export function StoreSettings() {
  const { t } = useTranslation("stockroom")
  const mayChange = useMayEverywhere()("levels")
  const displayText = useDisplayText()
  const [isOpen, setOpen] = useState(false)
  const { data: settings, isPending, isError, error, refetch } = useStoreAvailability()
  const byDefault = useEstimates().data?.find((estimate) => estimate.is_default)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading>{t("availability.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("availability.subtitle")}
          </Text>
        </div>
        {settings && mayChange && (
          <Button variant="secondary" size="small" onClick={() => setOpen(true)}>
            {t("availability.edit")}
          </Button>
        )}
      </div>
      {isPending && <LoadingRows rows={3} />}
      {isError && !settings && (
        <LoadFailure title={t("availability.error")} error={error} retry={refetch} />
      )}
      {settings && (
        <dl className="divide-y">
          <Fact name={t("availability.quantity")}>{displayText(settings)}</Fact>
          <Fact name={t("availability.locations")}>
            {t(`availability.shownLocations.${settings.locations}`)}
          </Fact>
          <Fact name={t("availability.defaultEstimate")}>
            {byDefault?.title ?? t("availability.noDefault")}
          </Fact>
        </dl>
      )}
      <LookOnly right="levels" everywhere />
      {settings && isOpen && <StoreDrawer settings={settings} onClose={() => setOpen(false)} />}
    </Container>
  )
}
