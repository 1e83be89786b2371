import { Button, Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useMay } from "../../hooks/use-may"
import type { TransferForm } from "../../hooks/use-transfer-form"
import { turned, withRoute } from "../../lib/transfer-draft"
import { LocationField } from "./location-field"

/** From where to where it goes. Nothing goes to a location that is not in use; what is there may leave it. */
export function RouteSection({ form }: { form: TransferForm }) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const { draft, change, errorAt, place } = form
  const all = (form.locations.data?.locations ?? []).filter(({ name }) => name !== null)
  const name = (id: string) => place(id)?.name ?? ""
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("transferForm.route.title")}
      </Heading>
      <div className="grid items-start gap-4 px-6 py-4 sm:grid-cols-[1fr_auto_1fr]">
        <LocationField
          label={t("transferForm.route.origin")}
          locations={all.filter(({ id }) => id !== draft.destinationId && may("transfers", id))}
          name={name(draft.originId)}
          error={errorAt("origin_id")}
          autoFocus={!draft.originId}
          onChange={(originId) => change(withRoute(draft, { originId }))}
        />
        <Button
          variant="secondary"
          size="small"
          type="button"
          className="sm:mt-7"
          disabled={!draft.originId && !draft.destinationId}
          onClick={() => change(turned(draft))}
        >
          {t("transferForm.route.swap")}
        </Button>
        <LocationField
          label={t("transferForm.route.destination")}
          locations={all.filter(({ id, active }) => active && id !== draft.originId)}
          name={name(draft.destinationId)}
          error={errorAt("destination_id")}
          onChange={(destinationId) => change(withRoute(draft, { destinationId }))}
        />
      </div>
    </Container>
  )
}
