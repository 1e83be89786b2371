import { Hint } from "@medusajs/ui"

/** What is wrong with a field, read out when it appears. The field names it by `aria-describedby`. */
export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  return (
    <div id={id} role="alert" className="empty:hidden">
      {text && <Hint variant="error">{text}</Hint>}
    </div>
  )
}
