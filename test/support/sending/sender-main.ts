// The product as a process of its own, as in production but for Microsoft's sign-in: see sender.ts.
import type { compose as Compose } from '../../../src/compose.ts'
import type * as Configuration from '../../../src/config/index.ts'
import type * as Serving from '../../../src/serve.ts'

const { LOCAL_SIGN_IN = '', BUILT } = process.env
const { openIdUrl, keysUrl, token } = JSON.parse(LOCAL_SIGN_IN) as Record<string, string>

const load = (name: string): Promise<unknown> =>
  import(BUILT ? `${BUILT}/${name}.js` : `../../../src/${name}.ts`)
const { createLogger, readConfig } = (await load('config/index')) as typeof Configuration
const { compose } = (await load('compose')) as { compose: typeof Compose }
const { endOnSignal, serve } = (await load('serve')) as typeof Serving

const config = readConfig()
const localSignIn = { openIdUrl: openIdUrl ?? '', token: async () => token ?? '' }
const app = await compose(config, createLogger(config.logLevel), { localSignIn })
const { stop } = await serve(app, keysUrl === undefined ? {} : { keysUrl })
endOnSignal(stop)
process.stdout.write('ready\n')
