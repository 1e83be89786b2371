import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"

/** What the fields of a form choose from, as it is read. */
interface Choices {
  data: unknown
  isError: boolean
  error: unknown
  refetch: () => unknown
}

/** Stands where the form of rules will be, until what its fields choose from is there. */
export function FormWaiting({ choices }: { choices: Choices[] }) {
  const { t } = useTranslation("stockroom")
  const failed = choices.find(({ isError, data }) => isError && !data)
  return (
    <Drawer.Body>
      {failed ? (
        <LoadFailure
          title={t("lowStockRules.form.error")}
          error={failed.error}
          retry={failed.refetch}
        />
      ) : (
        <LoadingRows rows={8} />
      )}
    </Drawer.Body>
  )
}
