// Node reads TypeScript itself. What it does not is a page's JSX, of which some facts read a function: that is compiled by
// what tsx brings.
import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const ofTsx = createRequire(createRequire(import.meta.url).resolve('tsx'))

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const { transformSync } = ofTsx('esbuild')
    const options = { loader: 'tsx', format: 'esm', jsx: 'automatic' }
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), options)
    return { format: 'module', source: code, shortCircuit: true }
  },
})
