// The baseline of `vote` and `memory-worked`: what the SDK's own samples do with an invoke, the token checked as they do,
// nothing behind it; and messages of its own. JavaScript, so that Node has no types to strip.
import { setTimeout } from 'node:timers/promises'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import * as restify from 'restify'

const { PORT, BOT_ID = '', BOT_TENANT_ID = '', OPEN_ID_URL = '', BEARER = '', ALL } = process.env

// What the product loads as well, and cannot do without.
if (ALL) await Promise.all([import('@microsoft/teams-ai'), import('adaptivecards-templating')])

const settings = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: BOT_ID,
  MicrosoftAppTenantId: BOT_TENANT_ID,
  MicrosoftAppPassword: 'never sent anywhere',
}
const cloud = {
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: OPEN_ID_URL,
  ToBotFromEmulatorOpenIdMetadataUrl: OPEN_ID_URL,
  CallerId: 'urn:botframework:azure',
}

// Credentials are made for each turn, which is dear; as in the product's own tests, none are.
class NoCredentials extends ConfigurationServiceClientCredentialFactory {
  createCredentials = async () => ({
    signRequest: async request => {
      if (BEARER) request.headers.set('authorization', `Bearer ${BEARER}`)
      return request
    },
  })
}

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({ ...settings, ...cloud }, new NoCredentials(settings)),
)
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async context => {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } })
  })
})
/** Writes `activity` to each conversation, so many a second. */
async function sendAll({ serviceUrl, conversations, activity, perSecond }) {
  const from = performance.now()
  for (const [at, id] of conversations.entries()) {
    await setTimeout(Math.max(0, from + (at * 1_000) / perSecond - performance.now()))
    const reference = {
      serviceUrl,
      channelId: 'msteams',
      bot: { id: `28:${BOT_ID}` },
      conversation: { id, tenantId: BOT_TENANT_ID },
    }
    const post = () =>
      adapter.continueConversationAsync(BOT_ID, reference, async context => {
        await context.sendActivity(activity)
      })
    // Told that it was too fast, it waits as it should.
    void post().catch(() =>
      setTimeout(5_000)
        .then(post)
        .catch(() => {}),
    )
  }
}

server.post('/send', async (request, response) => {
  response.send(202, {})
  await sendAll(request.body)
})
server.listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
