import type { Plugin } from 'vite'

const FROM = / from ["']@fluentui\/react-theme/

/**
 * Writes `tokens.x` out as the `var(--x)` that it is, so that no page carries the table of all of Fluent's for the
 * few that its controls name.
 */
export function tokens(): Plugin {
  return {
    name: 'tokens',
    apply: 'build',
    transform: {
      filter: { id: /@fluentui\/.*\.js$/, code: FROM },
      handler: code =>
        code.split('\n').some(line => FROM.test(line) && /\btokens\b/.test(line))
          ? { code: code.replace(/(?<![/.])\btokens\.(\w+)/g, "'var(--$1)'"), map: null }
          : undefined,
    },
  }
}
