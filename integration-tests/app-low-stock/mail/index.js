const { appendFileSync, existsSync } = require("node:fs")
const { join } = require("node:path")
const {
  AbstractNotificationProviderService,
  ModuleProvider,
  Modules,
} = require("@medusajs/framework/utils")

/**
 * Writes down to whom it sends an e-mail, in the folder that a rule names as the template. Whoever has a file
 * there is away, and gets none.
 */
class Mail extends AbstractNotificationProviderService {
  static identifier = "mail"

  async send({ to, template }) {
    if (existsSync(join(template, to))) throw new Error(`${to} is away`)
    appendFileSync(join(template, "mails.log"), `${to}\n`)
    return {}
  }
}

module.exports = ModuleProvider(Modules.NOTIFICATION, { services: [Mail] })
