import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type BuildEnvironmentOptions, defineConfig } from 'vite'
import { LICENCES, licences } from './build/licences.ts'
import { noRehydration } from './build/no-rehydration.ts'
import { preact } from './build/preact.ts'
import { precompress } from './build/precompress.ts'
import { preload } from './build/preload.ts'
import { teamsJsEnums } from './build/teams-js-enums.ts'
import { unlogged } from './build/teams-js-log.ts'
import { themes } from './build/themes.ts'
import { tokens } from './build/tokens.ts'
import { words } from './build/words.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const PAGES = ['personal', 'direction', 'organiser', 'gallery', 'config']
/** Needs neither Teams nor Fluent: built apart, it carries nothing of theirs, and the others no file more. */
const ROOM = ['room']
/** The same in a meeting, with Teams’ library beside it: apart, so that a projector need not load that. */
const STAGE = ['stage']
const pagesAt = (names: readonly string[]) => names.map(page => at(`client/${page}.html`))
/** What runs before the rest: the less there is of it, the sooner Teams is asked. */
const FIRST =
  /(client\/(host\/(preload|connection|cached-page)|data\/(api\/(early-answers|api-client|failure|page-owner|problem|batching)|sources\/[\w-]+))|kernel\/(requests\/batch|time\/clock|storage\/change-topic))\.ts$/

/** What a Direction's page begins with, a field for text among it, and others open later. */
const DIRECTION =
  /client\/(direction\/(?!choice\/channel-)|data\/(actions|sources)\/(last-)?direction|parts\/(charts\/|forms\/(text-field|answer-form)|lists\/data-table|ideas\/unpublished-decision|commitments\/(colleague-stage|same-wording)))[\w/-]*\.tsx?$|@fluentui\/react-(field\/lib\/(?!contexts)|textarea\/)/

/** The rest of the gallery's filters, and what others open later. */
const CHOICES =
  /@fluentui\/react-input\/|client\/parts\/(forms\/search-field|lists\/near-note|words\/phase-name|ideas\/support-button|panels\/folded-filters)|react-icons\/lib\/atoms\/svg\/(thumb-like|search|options)\.js$/

const TABS: BuildEnvironmentOptions = {
  emptyOutDir: true,
  license: { fileName: LICENCES },
  rolldownOptions: {
    input: [...pagesAt(PAGES), at('client/host/preload.ts')],
    output: {
      codeSplitting: {
        groups: [
          { name: 'host', test: FIRST, priority: 2 },
          {
            name: 'direction-parts',
            test: DIRECTION,
            tags: ['$initial'],
            priority: 1,
            minShareCount: 2,
            includeDependenciesRecursively: false,
          },
          // What is made of them stands beside: two files of which each needs the other do not start.
          {
            name: 'choices',
            test: CHOICES,
            tags: ['$initial'],
            priority: 1,
            minShareCount: 2,
            includeDependenciesRecursively: false,
          },
          // All that two pages begin with: each file more takes a slow phone some milliseconds, and one packs better.
          { name: 'shared', tags: ['$initial'], minShareCount: 2 },
        ],
      },
    },
  },
}

const screenOf = (pages: readonly string[]): BuildEnvironmentOptions => ({
  emptyOutDir: false,
  rolldownOptions: { input: pagesAt(pages) },
})

/** One HTML entry per tab, served under /tabs; everything it names is hashed under /tabs/assets. */
export default defineConfig({
  root: at('client'),
  base: '/tabs/',
  plugins: [
    react(),
    themes(),
    tokens(),
    noRehydration(),
    words(at('client'), { client: PAGES, room: ROOM, stage: STAGE }),
    unlogged(),
    teamsJsEnums(),
    preload('host/preload.ts', PAGES),
    licences('/tabs/licences.txt'),
    precompress(),
  ],
  resolve: {
    alias: [
      { find: /^.*\/debug\/src\/browser\.js$/, replacement: at('client/host/debug-stub.ts') },
      ...preact,
    ],
  },
  build: {
    outDir: at('../../dist-tabs'),
    target: 'es2022',
    // An icon as a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
  },
  environments: {
    client: { build: TABS },
    room: { consumer: 'client', build: screenOf(ROOM) },
    stage: { consumer: 'client', build: screenOf(STAGE) },
  },
  builder: {
    // In turn: the first empties the folder.
    async buildApp({ build, environments }) {
      for (const each of [environments.client, environments.room, environments.stage])
        if (each) await build(each)
    },
  },
})
