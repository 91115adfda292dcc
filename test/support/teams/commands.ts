import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

export type ExtensionCommand = {
  readonly id: string
  readonly type: 'query' | 'action'
  readonly title: string
  readonly context: readonly string[]
  readonly initialRun?: boolean
  readonly parameters?: readonly [{ readonly name: string }]
}

type Manifest = { readonly composeExtensions: readonly [{ readonly commands: readonly ExtensionCommand[] }] }

const manifest = JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')) as Manifest

/** A command that a client shows, by its French title: only what the package names can be chosen. */
export function commandNamed(title: string, context: 'compose' | 'message'): ExtensionCommand {
  const all = manifest.composeExtensions[0].commands
  const command = all.find(each => each.title === title && each.context.includes(context))
  assert.ok(command, `${context} offers no «${title}»`)
  return command
}
