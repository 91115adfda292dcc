const ID = 'aaaaaaaa-0000-4000-8000-000000000001'

/** The least that the program starts with outside the demo: a bot that is registered. No token is fetched before Teams has called. */
export const SETTINGS = {
  PUBLIC_URL: 'https://bot.valmorane.fr',
  BOT_TYPE: 'SingleTenant',
  BOT_ID: ID,
  BOT_TENANT_ID: ID,
  BOT_PASSWORD: 'not-a-secret',
  LINK_SECRET: 'signs nothing that anybody will read',
}
