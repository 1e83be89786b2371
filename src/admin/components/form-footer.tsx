import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { FieldError } from "./fields/field-error"

interface FormFooterProps {
  /** For the fields that the error is about: `aria-describedby`. */
  errorId: string
  /** What stands against the form as a whole. */
  error: string | undefined
  /** On the button that sends the form; "Save" when left out. */
  label?: string
  danger?: boolean
  disabled?: boolean
  isSaving: boolean
  close: () => void
}

/** The foot of a drawer's form: what is wrong with it, and the buttons that leave and send it. */
export function FormFooter(props: FormFooterProps) {
  const { errorId, error, label, danger = false, disabled, isSaving, close } = props
  const { t } = useTranslation("stockroom")
  return (
    <Drawer.Footer className="gap-x-2">
      <div className="mr-auto max-h-24 min-w-0 overflow-y-auto break-words">
        <FieldError id={errorId} text={error} />
      </div>
      <Button className="shrink-0" variant="secondary" size="small" type="button" onClick={close}>
        {t("actions.cancel")}
      </Button>
      <Button
        className="shrink-0"
        variant={danger ? "danger" : "primary"}
        size="small"
        type="submit"
        disabled={disabled}
        isLoading={isSaving}
      >
        {label ?? t("actions.save")}
      </Button>
    </Drawer.Footer>
  )
}
