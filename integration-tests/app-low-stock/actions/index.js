const { appendFileSync, existsSync } = require("node:fs")
const { setTimeout: sleep } = require("node:timers/promises")
const { ModuleProvider, Modules } = require("@medusajs/framework/utils")

/** Writes down what it does in the file that the rule names, a line for each word. */
class WriteDown {
  static identifier = "write_down"

  async execute(alert, { options, run }) {
    appendFileSync(options.file, `begun ${run.id}\n`)
    // As long as there is a file of this name it does not come to an end.
    while (options.while_exists && existsSync(options.while_exists)) await sleep(50)
    appendFileSync(options.file, `done ${run.id}\n`)
    return { attempt: run.attempt }
  }

  async undo(alert, { options, result }) {
    appendFileSync(options.file, `undone ${JSON.stringify(result)}\n`)
  }
}

/** The same, since a rule names an action only once. */
class WriteDownToo extends WriteDown {
  static identifier = "write_down_too"
}

/** Fails as long as there is a file of the name that the rule says. */
class Fragile {
  static identifier = "fragile"

  async execute(alert, { options, run }) {
    if (existsSync(options.while_exists)) throw new Error("The other system is down")
    return { attempt: run.attempt }
  }
}

module.exports = ModuleProvider(Modules.INVENTORY, { services: [WriteDown, WriteDownToo, Fragile] })
