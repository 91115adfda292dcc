/** What an operator runs beside the server: `dist/commands/NAME.js`. */
export const COMMANDS = ['assistant', 'ballot', 'check', 'db', 'package', 'people', 'programme', 'words']

/** What is started, what is started with another sign-in (test/support/sending/sender-main.ts). */
const SERVER = ['index', 'compose', 'serve', 'config/index']

/** What the server runs for a moment, as a process of its own. */
const PROCESSES = ['holiday-place', 'holiday-years'].map(name => `features/messages/calendar/${name}`)

/** Each file of the build that something starts: its path there without its ending, and its source. */
export function entriesIn(sources: string): Readonly<Record<string, string>> {
  const paths = [...SERVER, ...COMMANDS.map(name => `commands/${name}`), ...PROCESSES]
  return Object.fromEntries(paths.map(path => [path, `${sources}${path}.ts`]))
}
