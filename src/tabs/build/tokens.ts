import type { Plugin } from 'vite'

/**
 * Writes `tokens.x` out as the `var(--x)` that it is, so that no page carries the table of all of Fluent's for the
 * few that its controls name.
 */
export function tokens(): Plugin {
  return {
    name: 'tokens',
    apply: 'build',
    transform: {
      filter: { id: /@fluentui\/.*\.js$/, code: /\btokens\b.* from ["']@fluentui\/react-theme/ },
      handler: code => ({ code: code.replace(/(?<![/.])\btokens\.(\w+)/g, "'var(--$1)'"), map: null }),
    },
  }
}
