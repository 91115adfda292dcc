// The part of Teams that a tab talks to, for demonstrations and tests: it answers teams-js 2 by window messages.
// tab to host { id, uuidAsString, func, args } · answer { id, uuidAsString, args } · event { func, args }
// Never served in production: a tab trusts any host of its own origin.
;(() => {
  const query = new URLSearchParams(location.search)
  const asked = (name, fallback) => query.get(name) ?? fallback
  const persona = asked('persona', 'agent')
  const frame = document.getElementById('tab')
  // Of a meeting: a tab follows the workshop in its side panel, and what it shares is on its stage, for all.
  const meeting = asked('meeting', '')
  const stage = document.createElement('iframe')
  // Tests serve this page as https://teams.microsoft.com and write the tab's own origin here.
  const tabs = document.documentElement.dataset.tabs || location.origin
  const page = asked('tab', 'personal')
  const usual = page === 'config' ? 'settings' : 'content'
  const frameContext = asked('frame', meeting ? 'sidePanel' : usual)
  const context = {
    entityId: page,
    subEntityId: asked('sub', ''),
    locale: asked('locale', 'fr-fr'),
    theme: asked('theme', 'default'),
    hostName: 'Teams',
    hostClientType: asked('client', 'web'),
    userObjectId: asked('user', persona),
    tid: '',
    appSessionId: 'simulated',
    sessionId: 'simulated',
    teamId: '',
    channelId: '',
    ...((meeting || asked('chat', '')) && { chatId: '19:meeting@thread.v2' }),
    ...(meeting && { meetingId: 'simulated' }),
    userLicenseType: 'Unknown',
    frameContext,
  }
  const onStage = { ...context, entityId: 'stage', subEntityId: '', frameContext: 'meetingStage' }
  // What the host says it can do. Written by hand (apiVersion 4), not captured from a real client.
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    supports: {
      app: { lifecycle: {} },
      pages: { backStack: {}, config: {}, currentApp: {}, tabs: {} },
      teamsCore: {},
    },
  }

  // Without a network Teams hands over the token that it keeps.
  let kept
  async function token() {
    const headers = { 'content-type': 'application/json' }
    const asking = { method: 'POST', headers, body: JSON.stringify({ persona }) }
    const answer = await fetch('/demo/token', asking).catch(() => undefined)
    if (!answer && kept) return kept
    if (!answer?.ok) return [false, 'resourceRequiresConsent']
    kept = [true, (await answer.json()).token]
    return kept
  }

  // Teams knows who is there before it shows a tab.
  let signedIn = token()
  function handToken() {
    const answer = signedIn ?? token()
    signedIn = undefined
    return answer
  }

  // What the person chose themselves wins over the locale of Teams, so the list of languages makes that choice for them,
  // as the tab's own menu does. Only where the API is this page's neighbour: in demo mode.
  async function me(change) {
    if (tabs !== location.origin) return undefined
    const [known, bearer] = await token()
    if (!known) return undefined
    const headers = {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'x-teams-locale': context.locale,
    }
    const request = change ? { method: 'PUT', headers, body: JSON.stringify(change) } : { headers }
    const answer = await fetch('/api/v1/me', request)
    return answer.ok ? answer.json() : undefined
  }

  // Teams' own dialog around a tab that is being added to a channel: its « Save » and what the tab then hands over.
  const save = document.getElementById('save')
  let settings = { entityId: asked('kept', '') }
  const signals = []
  // What the tab wants to hear of: Teams keeps one that hears of both when the person leaves it.
  const registered = new Set()
  let away = false
  const answers = {
    initialize: (_, shown) => [shown.frameContext, shown.hostClientType, JSON.stringify(runtime), '2.58.0'],
    getContext: (_, shown) => [shown],
    // As Teams answers who presents, where the administrator consented to MeetingStage.Write.Chat.
    'meeting.getAppContentStageSharingCapabilities': () => [
      null,
      { doesAppHaveSharePermission: asked('consent', 'yes') !== 'no' },
    ],
    'meeting.shareAppContentToStage': ([url]) => {
      // As where it is taken back while the panel is open.
      if (asked('consent', 'yes') === 'lost') return [{ errorCode: 500 }, false]
      stage.src = url
      return [null, true]
    },
    'authentication.getAuthToken': handToken,
    executeDeepLink: () => [true],
    'settings.getSettings': () => [settings],
    'settings.setValidityState': ([valid]) => {
      save.disabled = !valid
    },
    'settings.setSettings': ([given]) => {
      settings = given
      return [true]
    },
    'pages.currentApp.navigateTo': ([{ pageId, subPageId = '' }]) => {
      query.set('sub', subPageId)
      reopen('tab', pageId)
      return []
    },
    'settings.save.success': () => show(settings.contentUrl),
    registerHandler: ([name]) => void registered.add(name),
    readyToUnload: () => {
      frame.hidden = true
    },
  }

  const send = (message, to = frame) => to.contentWindow.postMessage(message, tabs)

  addEventListener('message', async event => {
    const message = event.data
    const from = [frame, stage].find(({ contentWindow }) => contentWindow === event.source)
    if (!from || typeof message?.func !== 'string') return
    signals.push(message.func)
    const args = await answers[message.func]?.(message.args, from === stage ? onStage : context)
    if (args) send({ id: message.id, uuidAsString: message.uuidAsString, args }, from)
  })

  function setTheme(theme) {
    context.theme = theme
    onStage.theme = theme
    document.documentElement.dataset.theme = theme
    for (const to of meeting ? [frame, stage] : [frame]) send({ func: 'themeChange', args: [theme] }, to)
  }

  // The person goes elsewhere in Teams, and comes back by the app's icon or by a link.
  const leave = document.getElementById('leave')
  const address = () => `${tabs}/tabs/${encodeURIComponent(page)}${hint}`
  function putAway() {
    away = true
    leave.textContent = 'Revenir à l’onglet'
    if (registered.has('load') && registered.has('beforeUnload'))
      return send({ func: 'beforeUnload', args: [] })
    registered.clear()
    frame.src = 'about:blank'
    frame.hidden = true
  }
  function showAgain(sub = '') {
    away = false
    leave.textContent = 'Quitter l’onglet'
    context.subEntityId = sub
    frame.hidden = false
    if (registered.size > 0) send({ func: 'load', args: [{ entityId: page, contentUrl: address() }] })
    else frame.src = address()
  }
  leave.addEventListener('click', () => (away ? showAgain() : putAway()))

  function reopen(name, value) {
    query.set(name, value)
    location.search = query
  }

  function offer(name, value, choose) {
    const select = document.getElementById(name)
    select.value = value
    select.addEventListener('change', () => choose(select.value))
    return select
  }

  /** A tab's page, once the channel has it. */
  function show(url) {
    window.teamsHost.kept = settings
    save.hidden = true
    frame.src = url
  }

  document.documentElement.dataset.theme = context.theme
  frame.classList.toggle('phone', query.get('width') === '360')
  offer('persona', persona, value => reopen('persona', value))
  const locale = offer('locale', context.locale, async value => {
    await me({ language: value.slice(0, 2) })
    reopen('locale', value)
  })
  async function showLanguage() {
    const person = await me()
    if (person) locale.value = person.language === 'en' ? 'en-gb' : 'fr-fr'
  }
  void showLanguage()
  offer('width', asked('width', ''), value => reopen('width', value))
  offer('theme', context.theme, setTheme)
  offer('page', page, value => reopen('tab', value))
  save.hidden = page !== 'config'
  save.addEventListener('click', () => send({ func: 'settings.save', args: [{}] }))
  const direction = asked('direction', '')
  const shownTo = meeting ? `?open=room:${encodeURIComponent(meeting)}` : ''
  const hint = direction ? `?direction=${encodeURIComponent(direction)}` : shownTo
  if (meeting) {
    Object.assign(stage, { id: 'stage', title: 'Scène de la réunion' })
    frame.before(stage)
    document.body.classList.add('meeting')
  }
  frame.src = address()
  // For tests: what the tab called, what a channel kept of it, and ways to change the theme under it, to press « Back »,
  // to leave the tab and to come back to it.
  const pressBack = () => send({ func: 'backButtonPress', args: [] })
  window.teamsHost = { signals, registered, setTheme, pressBack, putAway, showAgain }
})()
