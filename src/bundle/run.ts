/**
 * `node src/bundle/run.ts`, after the compiler: makes few files of the server and of all packages that it loads, in place
 * of what was emitted of its entries. To read 4,400 files one by one is most of a start. `--maps` writes source maps too.
 */
import { fileURLToPath } from 'node:url'
import { writeServer } from './server-files.ts'

const SOURCES = fileURLToPath(new URL('../', import.meta.url))
const BUILD = fileURLToPath(new URL('../../dist/', import.meta.url))
/** What is started, and what is started with another sign-in (test/support/sending/sender-main.ts). */
const ENTRIES = ['index', 'compose', 'serve', 'config/index']

await writeServer(
  Object.fromEntries(ENTRIES.map(entry => [entry, `${SOURCES}${entry}.ts`])),
  SOURCES,
  BUILD,
  process.argv.includes('--maps'),
)
