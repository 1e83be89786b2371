import { Text } from "@medusajs/ui"

/** What there is to know about a field. The field names it by `aria-describedby`. */
export function FieldHint({ id, text }: { id: string; text: string | undefined }) {
  return (
    <Text id={id} size="xsmall" className="text-ui-fg-subtle empty:hidden">
      {text}
    </Text>
  )
}
