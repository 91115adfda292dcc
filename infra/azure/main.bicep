// The whole of it on Azure, in one resource group: App Service with two instances, PostgreSQL, the bot. docs/deploy.md, 4.
// The outputs have the names that Microsoft 365 Agents Toolkit writes to env/.env.NAME: it puts them in capitals and no more.
targetScope = 'resourceGroup'

@description('Begins the name of every resource; small letters and digits, a letter first.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location

@description('What the bot is called in Teams.')
@maxLength(42)
param botDisplayName string = 'Faire Administration'

@description('Client id of the Entra application behind the tab: a managed identity cannot be its audience.')
param aadAppClientId string

@description('Entra object ids of the first organisers, separated by commas.')
param organisers string

@description('The method file of the package that is sent, read while the database is empty.')
param programmeFile string = 'programmes/occitanie.yaml'

@description('Id of the app in the Teams catalogue, once it is there; empty for the one of the package.')
param teamsAppId string = ''

@description('Tenants whose people may act, separated by commas; empty for this one alone.')
param allowedTenants string = ''

@description('Your own host name, once it leads to the site and has its certificate; empty for the one that Azure gives.')
param host string = ''

@description('Two, so that one may go.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('Staging slots, and so an update without an interruption, begin with P0v3.')
param planSku string = 'P0v3'

param databaseSku object = {
  name: 'Standard_D2ds_v5'
  tier: 'GeneralPurpose'
}

@description('Capitals, small letters and digits, 32 or more: openssl rand -base64 36 | tr -d \'+/=\'')
@secure()
@minLength(32)
param databasePassword string

@description('Signs links: openssl rand -base64 36')
@secure()
@minLength(32)
param linkSecret string

@description('Wraps the keys of secret ballots: openssl rand -base64 36; another one than linkSecret. Empty: no ballot can be secret.')
@secure()
param ballotSecret string = ''

@description('A language model: docs/assistant.md. Off unless address, model and tasks are given.')
param assistantUrl string = ''
param assistantModel string = ''
param assistantTasks string = ''
param assistantName string = ''

@secure()
param assistantKey string = ''

var unique = '${name}-${uniqueString(resourceGroup().id)}'
var publicHost = empty(host) ? site.properties.defaultHostName : toLower(host)
var publicUrl = 'https://${publicHost}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

// Network: the database has no public address.

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/24']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.0.64/28'
          delegations: [
            {
              name: 'database'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource database 'subnets' existing = {
    name: 'database'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
}

// Database. Its own backups go back 14 days, as the nightly ones of docs/operate.md do.

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: unique
  location: location
  sku: databaseSku
  properties: {
    version: '17'
    administratorLogin: 'faire'
    administratorLoginPassword: databasePassword
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    network: {
      delegatedSubnetResourceId: network::database.id
      privateDnsZoneArmResourceId: zone.id
    }
  }
  dependsOn: [zone::link]

  resource database 'databases' = {
    name: 'faire'
    properties: {
      charset: 'UTF8'
      collation: 'en_US.utf8'
    }
  }
}

// Secrets, which the site reads by its identity.

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }

  resource link 'secrets' = {
    name: 'link-secret'
    properties: {
      value: linkSecret
    }
  }

  resource ballot 'secrets' = if (!empty(ballotSecret)) {
    name: 'ballot-secret'
    properties: {
      value: ballotSecret
    }
  }

  resource assistant 'secrets' = if (!empty(assistantKey)) {
    name: 'assistant-key'
    properties: {
      value: assistantKey
    }
  }

  resource database 'secrets' = {
    name: 'database-url'
    properties: {
      value: 'postgres://faire:${uriComponent(databasePassword)}@${postgres.properties.fullyQualifiedDomainName}/faire?sslmode=verify-full'
    }
  }
}

// Built in: «Key Vault Secrets User».
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

// Site.

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: unique
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // No person stays with one instance.
    clientAffinityEnabled: false
    virtualNetworkSubnetId: network::app.id
    vnetRouteAllEnabled: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node --max-old-space-size=384 dist/index.js'
      // What is sent, and what is due by the clock, wait for nobody's request.
      alwaysOn: true
      // Not `ready`: instances would be replaced while it is the database that is away.
      healthCheckPath: '/health/live'
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: {
    NODE_ENV: 'production'
    HOST: '0.0.0.0'
    PORT: '8080'
    PUBLIC_URL: publicUrl
    BOT_TYPE: 'UserAssignedMsi'
    BOT_ID: identity.properties.clientId
    BOT_TENANT_ID: tenant().tenantId
    AAD_APP_CLIENT_ID: aadAppClientId
    ORGANISERS: organisers
    // The server takes an empty value for none.
    ALLOWED_TENANTS: allowedTenants
    TEAMS_APP_ID: teamsAppId
    PROGRAMME_FILE: programmeFile
    TRUSTED_PROXIES: '1'
    DATABASE_URL: '@Microsoft.KeyVault(SecretUri=${vault::database.properties.secretUri})'
    LINK_SECRET: '@Microsoft.KeyVault(SecretUri=${vault::link.properties.secretUri})'
    // By its address: where there is none, nothing of it could be read.
    BALLOT_SECRET: empty(ballotSecret) ? '' : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/ballot-secret)'
    ASSISTANT_URL: assistantUrl
    ASSISTANT_MODEL: assistantModel
    ASSISTANT_TASKS: assistantTasks
    ASSISTANT_NAME: assistantName
    ASSISTANT_KEY: empty(assistantKey) ? '' : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/assistant-key)'
    // The package is made before it is sent, and nothing writes beside it.
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    WEBSITE_RUN_FROM_PACKAGE: '1'
    // It ends within 5 s, which is all that App Service gives unless told otherwise.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '15'
  }
  dependsOn: [reads, vault::ballot, vault::assistant]
}

// What it logs: lines of JSON without names and without texts. Never AppServiceHTTPLogs: addresses under /calendar/ and /s/ let
// somebody in, and others hold names that people search for.

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'console'
  scope: site
  properties: {
    workspaceId: logs.id
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

// Bot, which has no secret.

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: unique
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: botDisplayName
    endpoint: '${publicUrl}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
      }
    }
  }
}

output BOT_TYPE string = 'UserAssignedMsi'
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = tenant().tenantId
output AAD_APP_CLIENT_ID string = aadAppClientId
output PUBLIC_URL string = publicUrl
output BOT_DOMAIN string = publicHost
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = site.id
