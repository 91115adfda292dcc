/**
 * Imported before anything else by what is run: an older Node would stop later, in words nobody understands. What such a
 * Node has not is asked for with `process.getBuiltinModule`: an `import` of it fails before this is read.
 */
const NEEDED = [24, 15] as const

/** What is said where Node's version is too old; nothing where it will do. */
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
