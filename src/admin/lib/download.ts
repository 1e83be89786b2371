/** Offers a text that the store has answered as a file to keep. */
export function download(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = url
  link.download = fileName
  link.click()
  // The browser has begun by then; a file that is never let go stays in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A file's name with the day, as the person's own clock has it: `stock-2026-11-25.csv`. */
export function datedName(name: string, day: Date): string {
  const two = (n: number) => String(n).padStart(2, "0")
  return `${name}-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.csv`
}
