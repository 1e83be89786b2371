import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { TransferResponse } from "../../../api/types/transfers"
import { useTransferForm } from "../../hooks/use-transfer-form"
import { LINK } from "../../lib/link-style"
import type { TransferDraft } from "../../lib/transfer-draft"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { DetailsSection } from "./details-section"
import { FormFoot } from "./form-foot"
import { ItemsSection } from "./items-section"
import { RouteSection } from "./route-section"

interface TransferFormProps {
  /** Null for a new one. */
  saved: TransferResponse | null
  /** What stood against sending it when that was tried last. */
  refusal?: string | null
  /** What a new one begins with. */
  start?: TransferDraft
}

/** Makes or changes a transfer; of one that has been sent, only what it says besides its route and items. */
export function TransferForm({ saved, refusal = null, start }: TransferFormProps) {
  const { t } = useTranslation("stockroom")
  const form = useTransferForm(saved, refusal, start)
  const transfer = saved?.transfer ?? null
  const { locations, place, draft, isSent } = form
  return (
    // A layer of its own: drawers come over the foot that stays in sight.
    <div ref={form.form} className="isolate flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading>
            {transfer
              ? t("transferForm.edit", { number: transfer.number })
              : t("transferForm.create")}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {isSent
              ? t("transferForm.sentHint", {
                  from: place(draft.originId)?.name ?? "",
                  to: place(draft.destinationId)?.name ?? "",
                })
              : t("transferForm.subtitle")}
          </Text>
        </div>
        <Link
          className={`${LINK} txt-compact-small`}
          to={`/inventory/transfers${transfer ? `/${transfer.id}` : ""}`}
        >
          {transfer
            ? t("transferForm.toTransfer", { number: transfer.number })
            : t("transferForm.toList")}
        </Link>
      </Container>
      {locations.isPending && (
        <Container className="p-0">
          <LoadingRows rows={3} />
        </Container>
      )}
      {locations.isError && !locations.data && (
        <Container className="p-0">
          <LoadFailure
            title={t("transferForm.route.error")}
            error={locations.error}
            retry={locations.refetch}
          />
        </Container>
      )}
      {locations.data && !isSent && (
        <>
          <RouteSection form={form} />
          <ItemsSection form={form} saved={transfer} />
        </>
      )}
      <DetailsSection form={form} />
      <FormFoot form={form} isNew={transfer === null} />
    </div>
  )
}
