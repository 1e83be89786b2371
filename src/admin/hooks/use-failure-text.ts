import { useTranslation } from "react-i18next"

import { failureOf } from "../lib/failure"

/** Says in words why a request failed, and what can be done about it. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation("stockroom")
  return (error) => {
    const { kind, message } = failureOf(error)
    return kind === "refused" && message ? message : t(`failures.${kind}`)
  }
}
