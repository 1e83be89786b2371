import { useEffect, useState } from "react"

const TYPING_MS = 200

/** A value once it has not changed for a moment: what is typed is not looked up letter by letter. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
