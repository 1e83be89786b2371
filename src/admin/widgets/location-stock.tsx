import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, StatusBadge, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { LoadFailure } from "../components/load-failure"
import { LoadingRows } from "../components/loading-rows"
import { DeactivateDrawer } from "../components/location/deactivate-drawer"
import { LocationFacts } from "../components/location/location-facts"
import { SettingsDrawer } from "../components/location/settings-drawer"
import { LookOnly } from "../components/rights/look-only"
import { useActivateLocation, useLocation } from "../hooks/api/use-location"
import { useFailureText } from "../hooks/use-failure-text"
import { useMay } from "../hooks/use-may"

/** A stock location's settings and stock, and the way to take it out of use. */
const LocationStock = ({ data: { id } }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const [open, setOpen] = useState<"settings" | "deactivate" | null>(null)
  const { data, isPending, isError, error, refetch } = useLocation(id)
  const activate = useActivateLocation(id)
  const mayChange = useMay()("locations", id)
  const location = data?.location
  const close = () => setOpen(null)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("locations.title")}</Heading>
        {location && (
          <StatusBadge color={location.active ? "green" : "grey"}>
            {t(location.active ? "locations.active" : "locations.inactive")}
          </StatusBadge>
        )}
      </div>
      {isPending && <LoadingRows rows={5} />}
      {isError && !data && (
        <LoadFailure title={t("locations.error")} error={error} retry={refetch} />
      )}
      {location && (
        <>
          {!location.active && <Remark text={t("locations.inactiveHint")} />}
          {!location.sales_channel_ids.length && <Remark text={t("locations.detachedHint")} />}
          <LocationFacts location={location} />
          <LookOnly right="locations" locationId={id} />
          {mayChange && (
            <div className="flex flex-wrap justify-end gap-2 px-6 py-4">
              <Button variant="secondary" size="small" onClick={() => setOpen("settings")}>
                {t("locations.settings.action")}
              </Button>
              {location.active ? (
                <Button variant="secondary" size="small" onClick={() => setOpen("deactivate")}>
                  {t("locations.deactivate.open")}
                </Button>
              ) : (
                <Button
                  size="small"
                  isLoading={activate.isPending}
                  onClick={() =>
                    activate.mutate(undefined, {
                      onSuccess: () => toast.success(t("locations.activated")),
                      onError: (reason) =>
                        toast.error(t("locations.notActivated"), {
                          description: failureText(reason),
                        }),
                    })
                  }
                >
                  {t("locations.activate")}
                </Button>
              )}
            </div>
          )}
          <SettingsDrawer
            location={location}
            open={open === "settings"}
            onOpenChange={(isOpen) => setOpen(isOpen ? "settings" : null)}
          />
          {location.active && (
            <DeactivateDrawer
              location={location}
              open={open === "deactivate"}
              onOpenChange={(isOpen) => (isOpen ? setOpen("deactivate") : close())}
            />
          )}
        </>
      )}
    </Container>
  )
}

function Remark({ text }: { text: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-3">
      {text}
    </Text>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-location-stock",
  zone: "location.details.side",
})

export default LocationStock
