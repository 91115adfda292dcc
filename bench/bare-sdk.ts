// The baseline of `vote`: what the SDK's own samples do with an invoke, the token checked as they do, nothing behind it.
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import * as restify from 'restify'

const { PORT, BOT_ID = '', BOT_TENANT_ID = '', OPEN_ID_URL = '' } = process.env

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

// Credentials are made for each turn, which is dear; as in the product's own tests, none are: nothing is sent.
class NoCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials = async () => ({ signRequest: async (request: never) => request })
}

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({ ...settings, ...cloud }, new NoCredentials(settings)),
)
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request: unknown, response: unknown) => {
  await adapter.process(request as never, response as never, async context => {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } })
  })
})
server.listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
