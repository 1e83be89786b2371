/** The demo speaks in plain lines, and says how long each of its steps took. */
export function say(line = "") {
  console.log(line)
}

/** Runs one step between two lines of progress. */
export async function step(title, work) {
  say(`${title} …`)
  const started = Date.now()
  const result = await work()
  say(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return result
}
