import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { precompress } from '../../src/tabs/build/precompress.ts'
import { ROOT } from '../process.ts'

const HERE = fileURLToPath(new URL('./', import.meta.url))
const PAGES = join(ROOT, 'dist-tabs')

/** Puts the bare page among the built ones, made the same way; what is returned takes it away again. */
export async function addBarePage(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'))
  await build({
    root: HERE,
    base: '/tabs/',
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), precompress()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(HERE, 'bare.html') },
    },
  })
  const known = new Set(readdirSync(join(PAGES, 'assets')))
  cpSync(folder, PAGES, { recursive: true })
  rmSync(folder, { recursive: true })
  return () => {
    rmSync(join(PAGES, 'bare.html'))
    for (const name of readdirSync(join(PAGES, 'assets')))
      if (!known.has(name)) rmSync(join(PAGES, 'assets', name))
  }
}
