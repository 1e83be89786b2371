import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"

interface FormWaitingProps {
  isPending: boolean
  error: unknown
  retry: () => unknown
}

/** Stands where the form will be, until what it begins with is there. */
export function FormWaiting({ isPending, error, retry }: FormWaitingProps) {
  const { t } = useTranslation("stockroom")
  return (
    <Container className="p-0">
      {isPending ? (
        <LoadingRows rows={8} />
      ) : (
        <LoadFailure title={t("transferForm.error")} error={error} retry={retry} />
      )}
    </Container>
  )
}
