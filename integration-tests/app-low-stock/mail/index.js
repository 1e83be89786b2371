const { appendFileSync, existsSync, renameSync } = require("node:fs")
const { join } = require("node:path")
const { setTimeout: pause } = require("node:timers/promises")
const {
  AbstractNotificationProviderService,
  ModuleProvider,
  Modules,
} = require("@medusajs/framework/utils")

/**
 * Writes down to whom it sends an e-mail, in the folder that a rule names as the template. Whoever has a file
 * there is away, and gets none. With a file "slow" there, the next e-mail hangs while a file "hanging" is there.
 */
class Mail extends AbstractNotificationProviderService {
  static identifier = "mail"

  async send({ to, template }) {
    if (existsSync(join(template, "slow"))) {
      renameSync(join(template, "slow"), join(template, "hanging"))
      while (existsSync(join(template, "hanging"))) await pause(20)
    }
    if (existsSync(join(template, to))) throw new Error(`${to} is away`)
    appendFileSync(join(template, "mails.log"), `${to}\n`)
    return {}
  }
}

module.exports = ModuleProvider(Modules.NOTIFICATION, { services: [Mail] })
