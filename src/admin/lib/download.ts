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
