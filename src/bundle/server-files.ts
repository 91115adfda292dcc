import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { lateModules } from './late-modules.ts'
import { licences } from './licences.ts'
import { moduleUrls } from './module-urls.ts'
import { ownUrl } from './own-url.ts'

/** In no build: where somebody has copied it there, it is loaded from there. */
const demo: Plugin = {
  name: 'demo',
  resolveId: name =>
    name.endsWith('/demo/index.ts') ? { id: './demo/index.js', external: true } : undefined,
}

/**
 * Writes what starts at `entries` (path from `folder` without its ending: source) and all packages that it loads as a
 * few files. No name in them but the entries' is promised to anybody.
 *
 * @param sources the folder from which our modules find their place in `folder`
 * @param maps with a source map beside each, which no running server reads
 * @throws Error for whatever the bundler warns of
 */
export async function writeServer(
  entries: Readonly<Record<string, string>>,
  sources: string,
  folder: string,
  maps = false,
): Promise<void> {
  for (const former of globSync(['server-*.js', '*.js.map'], { cwd: folder })) rmSync(join(folder, former))
  const bundle = await rolldown({
    input: { ...entries },
    platform: 'node',
    plugins: [demo, ownUrl, moduleUrls(sources), lateModules(), licences()],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  await bundle.write({
    dir: folder,
    format: 'esm',
    // At the root of the build, as module-urls.ts says.
    chunkFileNames: 'server-[name].js',
    // Two bytes a letter in memory otherwise, of all of it, for one letter that is not Latin.
    charset: 'ascii',
    comments: false,
    // Of errors among others, by which they are told apart.
    keepNames: true,
    sourcemap: maps && 'hidden',
  })
  await bundle.close()
}
