/**
 * `node src/bundle/run.ts`, after the compiler: makes few files of the server, of its commands and of all packages that
 * they load, in place of what was emitted of them. To read 4,400 files one by one is most of a start. `--maps` writes
 * source maps too.
 */
import { fileURLToPath } from 'node:url'
import { entriesIn } from './entries.ts'
import { writeServer } from './server-files.ts'

const SOURCES = fileURLToPath(new URL('../', import.meta.url))
const BUILD = fileURLToPath(new URL('../../dist/', import.meta.url))

await writeServer(entriesIn(SOURCES), SOURCES, BUILD, process.argv.includes('--maps'))
