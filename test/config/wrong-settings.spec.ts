import assert from 'node:assert/strict'
import { backupFault, ConfigFault, checkDatabasePlace, readConfig } from '../../src/config/index.ts'
import { nearMisses } from '../../src/config/near-misses.ts'
import { variables } from '../../src/config/variables.ts'
import { APP, BOT, type Env, GOOD, MANAGED, SECRETS, TENANT, WRONG } from './wrong-settings.ts'

/** What a start says of its settings before it touches anything: a line each. */
function toldOf(env: Env): string[] {
  try {
    const config = readConfig(env, [])
    checkDatabasePlace(config.databaseUrl)
    const unkept = backupFault(config)
    return unkept ? [`${unkept.variable}: ${unkept.advice}`] : []
  } catch (fault) {
    assert.ok(fault instanceof ConfigFault, String(fault))
    return fault.message.split('\n')
  }
}

describe('forty wrong settings', () => {
  it('are forty, and start with none of these wrong', () => {
    assert.equal(WRONG.length, 40)
    for (const good of [GOOD, MANAGED]) assert.deepEqual(toldOf(good), [])
  })

  for (const [what, env, variable] of WRONG) {
    it(`name ${variable} for ${what}, in a sentence without its value`, () => {
      const lines = toldOf(env)
      assert.deepEqual([...new Set(lines.map(line => line.split(':')[0]))], [variable])
      for (const line of lines) {
        assert.match(line, /^\w+: \p{Ll}.{10,120}$/u)
        for (const secret of [...Object.values(SECRETS), 'never-said', 'aaaa'])
          assert.ok(!line.includes(secret), line)
      }
    })
  }

  it('are not all taken for one: a former secret, own tenant among others and hexadecimal ones start', () => {
    const good: Env[] = [
      { ...GOOD, BALLOT_SECRET: `${SECRETS.BALLOT_SECRET},${SECRETS.LINK_SECRET},${'f'.repeat(32)}` },
      { ...GOOD, ALLOWED_TENANTS: `${APP}, ${TENANT.toUpperCase()}` },
      { ...GOOD, LINK_SECRET: '0123456701234567012345670123456a' },
      { ...GOOD, AAD_APP_CLIENT_ID: BOT },
    ]
    for (const env of good) assert.deepEqual(toldOf(env), [])
  })
})

/** What is set around a process on App Service, in containers, under systemd, in CI, by npm and by a shell. */
const FOREIGN = `
  WEBSITES_PORT WEBSITE_PORT WEBSITE_HOSTNAME WEBSITE_SITE_NAME WEBSITE_INSTANCE_ID WEBSITE_SKU WEBSITE_OWNER_NAME
  WEBSITE_RUN_FROM_PACKAGE WEBSITE_AUTH_ENABLED WEBSITE_STACK WEBSITE_USE_DIAGNOSTIC_SERVER WEBSITE_HTTPLOGGING_RETENTION_DAYS
  WEBSITES_CONTAINER_STOP_TIME_LIMIT WEBSITES_ENABLE_APP_SERVICE_STORAGE APPSETTING_PORT APPSETTING_BACKUP_FOLDER
  APPSETTING_TRUSTED_PROXIES APPSETTING_ALLOWED_TENANTS APPSVC_RUN_ZIP APPSVC_TUNNEL_PORT SCM_DO_BUILD_DURING_DEPLOYMENT
  HTTP_PLATFORM_PORT FUNCTIONS_HTTPWORKER_PORT SSH_PORT HTTP_PORT HTTPS_PORT SERVER_PORT LISTEN_PORT HOSTNAME HOST_NAME
  HOST_IP HOST_TYPE HOSTTYPE HOSTS PORTS POST IDENTITY_ENDPOINT IDENTITY_HEADER MSI_ENDPOINT MSI_SECRET DIAGNOSTIC_LOGS_MOUNT_PATH
  PLATFORM_VERSION ORYX_AI_CONNECTION_STRING CONTAINER_APP_PORT CONTAINER_APP_HOSTNAME CONTAINER_APP_ENV_DNS_SUFFIX
  KUBERNETES_PORT KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT FAIRE_PORT FAIRE_SERVICE_HOST METRICS_HOST METRICS_SERVICE_PORT
  DATABASE_PORT DATABASE_HOST DATABASE_NAME DATABASE_USER DATABASE_ENV PUBLIC_IP PUBLIC_DIR PUBLIC_HOST PUBLIC_KEY
  POSTGRES_URL POSTGRES_USER PGPASSWORD PGHOST STATE_DIRECTORY LOGS_DIRECTORY INVOCATION_ID JOURNAL_STREAM SYSTEMD_EXEC_PID
  NOTIFY_SOCKET LISTEN_PID LOGNAME LOG_DIR LOG_FORMAT LOG_FILE HOME USER SHELL TERM LANG LC_ALL PATH PWD TMPDIR SHLVL
  NODE_ENV NODE_OPTIONS NODE_VERSION NODE_EXTRA_CA_CERTS NODE_USE_ENV_PROXY HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy no_proxy
  YARN_VERSION INIT_CWD npm_config_loglevel npm_config_cache npm_package_version npm_lifecycle_event OTEL_LOG_LEVEL
  BOT_DOMAIN BOT_OBJECT_ID BOT_NAME BOT_AZURE_APP_SERVICE_RESOURCE_ID AAD_APP_OBJECT_ID AAD_APP_TENANT_ID AAD_APP_OAUTH_AUTHORITY
  AAD_APP_CLIENT_SECRET TEAMSFX_ENV TEAMS_APP_TENANT_ID TEAMS_APP_PUBLISHED_APP_ID APP_NAME APP_NAME_SUFFIX AZURE_NAME
  SECRET_BOT_PASSWORD SECRET_LINK_SECRET SECRET_BALLOT_SECRET ProgramFiles ProgramData ProgramW6432 COMPUTERNAME FAIRE_VERSION
  CI BUILD_ID JOB_ID RUNNER_TEMP GITHUB_REPOSITORY ALLOWED_HOSTS TRUSTED_HOSTS RATE_LIMIT RELEASE_NAME DEMO`
  .trim()
  .split(/\s+/)

describe('names that are almost ours', () => {
  const meant = (...names: string[]) =>
    nearMisses(Object.fromEntries(names.map(name => [name, '1']))).map(
      ({ advice }) => /mean (\w+)\?/.exec(advice)?.[1],
    )

  it('are told with the name that was meant', () => {
    const slips = {
      BACKUP_FOLDERS: 'BACKUP_FOLDER',
      BACKUPFOLDER: 'BACKUP_FOLDER',
      BAKCUP_FOLDER: 'BACKUP_FOLDER',
      backup_folder: 'BACKUP_FOLDER',
      FOLDER_BACKUP: 'BACKUP_FOLDER',
      BACKUP_KEPT: 'BACKUPS_KEPT',
      TRUSTED_PROXY: 'TRUSTED_PROXIES',
      TRUSTEDPROXIES: 'TRUSTED_PROXIES',
      ALLOWED_TENANT: 'ALLOWED_TENANTS',
      ALOWED_TENNANTS: 'ALLOWED_TENANTS',
      ORGANIZER: 'ORGANISERS',
      DATABASE_URI: 'DATABASE_URL',
      PROGRAM_FILE: 'PROGRAMME_FILE',
      METRIC_PORT: 'METRICS_PORT',
      LOGLEVEL: 'LOG_LEVEL',
      BALLOTS_SECRET: 'BALLOT_SECRET',
      TEAM_APP_ID: 'TEAMS_APP_ID',
      AAD_CLIENT_APP_ID: 'AAD_APP_CLIENT_ID',
    }
    for (const [slip, own] of Object.entries(slips)) assert.deepEqual(meant(slip), [own], slip)
  })

  it('are none of those that hosts, tools and shells set for themselves', () => {
    assert.ok(FOREIGN.length > 100)
    assert.deepEqual(nearMisses(Object.fromEntries(FOREIGN.map(name => [name, '1']))), [])
  })

  it('are left alone where the one that was meant is set, and our own are never taken for slips', () => {
    assert.deepEqual(meant('BACKUP_FOLDER', 'BACKUP_FOLDERS'), [])
    assert.deepEqual(meant(...Object.keys(variables.shape)), [])
    for (const name of Object.keys(variables.shape)) assert.deepEqual(meant(name), [], name)
  })

  it('hold nobody’s own machine up, where the demo runs', () => {
    assert.equal(readConfig({ BACKUP_FOLDERS: 'x' }, ['--demo']).mode, 'demo')
  })
})
