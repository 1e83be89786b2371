import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useStoreLocales } from "../../hooks/api/use-availability"
import { useFocusBack } from "../../hooks/use-focus-back"
import type { Estimate } from "../../lib/estimate-draft"
import { DrawerHeading } from "../drawer-heading"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { EstimateForm } from "./estimate-form"

interface EstimateDrawerProps {
  /** The one to be changed; a new one is made where it is left out. */
  estimate?: Estimate
  all: Estimate[]
  onClose: () => void
}

/** Makes or changes an estimate. Shown while it is there. */
export function EstimateDrawer({ estimate, all, onClose }: EstimateDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(true)
  const { data: locales, isPending, error, refetch } = useStoreLocales()
  return (
    <Drawer open onOpenChange={(open) => open || onClose()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t(`availability.estimates.form.${estimate ? "edit" : "new"}`)}
          description={t("availability.estimates.form.hint")}
        />
        {locales ? (
          <EstimateForm estimate={estimate} all={all} locales={locales} close={onClose} />
        ) : (
          <Drawer.Body>
            {isPending ? (
              <LoadingRows rows={5} />
            ) : (
              <LoadFailure
                title={t("availability.product.formError")}
                error={error}
                retry={refetch}
              />
            )}
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}
