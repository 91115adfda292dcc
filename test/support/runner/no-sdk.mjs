// Loaded with --import: as if the bot SDK were not installed.
import { registerHooks } from 'node:module'

const SDK = /^(botbuilder|botframework|@microsoft\/teams-ai)/

registerHooks({
  resolve(specifier, context, next) {
    if (!SDK.test(specifier)) return next(specifier, context)
    throw Object.assign(new Error(`${specifier} is not there`), { code: 'ERR_MODULE_NOT_FOUND' })
  },
})
