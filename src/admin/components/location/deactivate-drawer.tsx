import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DrawerHeading } from "../drawer-heading"
import type { NamedLocationSettings } from "../../../api/types/location"
import { useDeactivation } from "../../hooks/api/use-location"
import { useFocusBack } from "../../hooks/use-focus-back"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { DeactivateForm } from "./deactivate-form"
import { ObstacleList } from "./obstacle-list"

interface DeactivateDrawerProps {
  location: NamedLocationSettings
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Shows what stands against taking a location out of use, or the form that does it. */
export function DeactivateDrawer({ location, open, onOpenChange }: DeactivateDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("locations.deactivate.title", { location: location.name ?? location.id })}
          description={t("locations.deactivate.hint")}
        />
        <DeactivateBody location={location} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

function DeactivateBody({
  location,
  close,
}: {
  location: NamedLocationSettings
  close: () => void
}) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, isFetching, error, refetch } = useDeactivation(location.id)
  if (isPending) {
    return (
      <Drawer.Body>
        <LoadingRows rows={6} />
      </Drawer.Body>
    )
  }
  if (isError && !data) {
    return (
      <Drawer.Body>
        <LoadFailure title={t("locations.error")} error={error} retry={refetch} />
      </Drawer.Body>
    )
  }
  if (!data.deactivation.obstacles.length) {
    return <DeactivateForm location={location} answer={data} close={close} />
  }
  return (
    <>
      <Drawer.Body className="overflow-y-auto">
        <ObstacleList answer={data} />
      </Drawer.Body>
      <Drawer.Footer className="gap-x-2">
        <Button variant="secondary" size="small" onClick={close}>
          {t("locations.deactivate.close")}
        </Button>
        <Button size="small" isLoading={isFetching} onClick={() => refetch()}>
          {t("locations.deactivate.checkAgain")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
