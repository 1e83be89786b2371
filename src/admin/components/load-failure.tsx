import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFailureText } from "../hooks/use-failure-text"

interface LoadFailureProps {
  /** What could not be loaded, as a sentence. */
  title: string
  error: unknown
  retry: () => unknown
}

/** Stands where something could not be loaded: what, why, and a way to try again. */
export function LoadFailure({ title, error, retry }: LoadFailureProps) {
  const { t } = useTranslation("stockroom")
  const text = useFailureText()
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4" role="alert">
      <div>
        <Text size="small" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {text(error)}
        </Text>
      </div>
      <Button variant="secondary" size="small" onClick={() => retry()}>
        {t("actions.retry")}
      </Button>
    </div>
  )
}
