/**
 * Imported first by every entry point, so that an older Node stops with a clear message. Newer built-in modules are
 * loaded by `process.getBuiltinModule`: an `import` of them would fail at link time, before this check runs.
 */
const NEEDED = [24, 15] as const

/** The error message for a Node that is too old; undefined for a sufficient one. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const will = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
  return will ? undefined : `Node ${NEEDED.join('.')} or later is needed; this is ${version}.`
}

const fault = nodeFault(process.versions.node)
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
