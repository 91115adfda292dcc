import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { openUsual, type Scene, VIEWERS, type Viewer } from './screens/scene.ts'
import { launch, openTab, type Tab } from './window.ts'

type Link = readonly [wanted: string, heading: string]

// What links into the tabs asked for before the organisers' bar had « Réglages », as they stand in cards, mails and on
// paper, and the heading that each shows. `{workshop}` is the id of one. Only add lines.
const ORGANISER: readonly Link[] = [
  ['', 'Aujourd’hui'],
  ['today', 'Aujourd’hui'],
  ['today:new', 'Nouveau'],
  ['today:steps', 'Les suites du Lab’'],
  ['today:channels', 'Canaux et Directions'],
  ['workshops', 'Ateliers'],
  ['{workshop}', 'Soigner les arrivées'],
  ['workshops:{workshop}', 'Soigner les arrivées'],
  ['workshops:{workshop}:prepare', 'Soigner les arrivées'],
  ['workshops:{workshop}:run', 'Soigner les arrivées'],
  ['workshops:{workshop}:close', 'Soigner les arrivées'],
  ['workshops:{workshop}:change', 'Modifier l’atelier'],
  ['workshops:{workshop}:rules', 'Places et quotas'],
  ['workshops:{workshop}:quotas', 'Quotas par Direction'],
  ['workshops:{workshop}:call-off', 'Annuler ou reporter'],
  ['workshops:{workshop}:summary', 'Bilan de l’atelier'],
  ['workshops:{workshop}:remote', 'Télécommande'],
  ['workshops:{workshop}:running-order', 'Soigner les arrivées'],
  ['workshops:new', 'Annoncer un atelier'],
  ['workshops:new-series', 'Nouvelle série'],
  ['workshops:series:{series}', 'Le lycée de demain, trois journées'],
  ['workshops:series:{series}:edit', 'Modifier la série'],
  ['workshops:series:{series}:rules', 'Places et quotas'],
  ['workshops:series:{series}:quotas', 'Quotas par Direction'],
  ['workshops:series:{series}:day', 'Ajouter une journée'],
  ['workshops:series:{series}:call-off', 'Annuler toute la série'],
  ['workshops:series:{series}:summary', 'Bilan de la série'],
  ['remote:{workshop}', 'Télécommande'],
  ['ballots', 'Scrutins'],
  ['ballots:{ballot}', 'Quel nom pour le carnet ?'],
  ['ballots:new', 'Nouveau scrutin'],
  ['ballots:tables:{workshop}', 'Votes de table'],
  ['ideas', 'Idées'],
  ['ideas:{idea}', 'Un carnet de passation d’une page quand on change de poste.'],
  ['ideas:box', 'Boîte à micro-idées'],
  ['ideas:boxes', 'Boîtes à micro-idées'],
  ['ideas:themes', 'Thèmes'],
  ['ideas:synthesis', 'Synthèse'],
  ['ideas:comments', 'Commentaires signalés'],
  ['broadcasts', 'Diffusions'],
  ['broadcasts:{broadcast}', 'Les inscriptions aux journées de juin ouvrent ce matin.'],
  ['broadcasts:new', 'Nouvelle diffusion'],
  ['broadcasts:announced', 'Annonces à vérifier'],
  ['people', 'Personnes'],
  ['people:reach', 'Personnes'],
  ['people:roles', 'Personnes'],
  ['people:roles:manager', 'Personnes'],
  ['people:pilots', 'Personnes'],
  ['people:pilots:lycees', 'Direction des lycées'],
  ['people:file', 'Personnes'],
  ['programme', 'Faire Administration'],
  ['programme:file', 'Changer de fichier'],
  ['figures', 'Bilan du programme'],
  ['figures:export', 'Exporter'],
  ['figures:publication', 'Publier le bilan'],
  ['journal', 'Journal'],
]
const OBSERVER: readonly Link[] = [
  ['', 'Ateliers'],
  ['workshops', 'Ateliers'],
  ['people', 'Personnes'],
  ['programme', 'Faire Administration'],
  ['figures', 'Bilan du programme'],
  ['figures:export', 'Exporter'],
  ['journal', 'Journal'],
]
const LEADER: readonly Link[] = [['remote:{workshop}', 'Télécommande']]
const PILOT: readonly Link[] = [
  ['cockpit', 'Pilote, Direction des mobilités'],
  ['cockpit:answers', 'Pilote, Direction des mobilités'],
]
const AGENT: readonly Link[] = [
  ['', 'Mon espace'],
  ['data', 'Mes données'],
  ['past', 'Ce qui est passé'],
  ['synthesis:equipe', 'Faire équipe'],
  ['room:{workshop}', 'Dans la salle'],
]
const MANAGER: readonly Link[] = [
  ['', 'Direction des mobilités'],
  ['mobilites', 'Direction des mobilités'],
]
const GALLERY: readonly Link[] = [
  ['', 'Les initiatives'],
  ['{carried}', 'Bureau ouvert au marché'],
]
/** Addresses within the organisers' tab that no deep link names so. */
const HASHES: readonly Link[] = [
  ['#/{workshop}', 'Soigner les arrivées'],
  ['#/ideas?part=reported', 'Idées'],
  ['#/today/channels', 'Canaux et Directions'],
  ['#/programme/file', 'Changer de fichier'],
  ['#/journal?role=pilot&refused=1', 'Journal'],
  ['#/', 'Aujourd’hui'],
]
/** « Copier le lien », and what opens above the tab it leads to. */
const COPIED: readonly Link[] = [
  ['/l/i/{idea}', 'Commentaires'],
  ['/L/B/{ballot}', 'Quel nom pour le carnet ?'],
  ['/l/w/{workshop}', 'Préparer ma venue'],
  ['/l/g/{carried}', 'Bureau ouvert au marché'],
]

describe('a link from before', function () {
  this.timeout(240_000)
  let browser: Browser
  let scene: Scene

  before(async () => {
    browser = await launch()
    scene = await openUsual()
  })
  after(async () => {
    await browser.close()
    await scene?.site.close()
  })

  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(scene[name as keyof Scene]))
  const shows = ({ tab }: Tab, name: string) =>
    tab.getByRole('heading', { level: 1, name, exact: true }).filter({ visible: true }).waitFor()

  /** Opens each in turn, as Teams does: the page anew, in one window. */
  async function arrive(
    who: Viewer,
    tab: 'personal' | 'direction' | 'organiser' | 'gallery',
    links: readonly Link[],
  ) {
    assert.ok(links.length > 0)
    const window = await openTab(browser, scene.site, VIEWERS[who], { tab, from: scene.site.clock.now() })
    await window.ready()
    for (const [wanted, heading] of links) {
      const host = new URL(window.page.url())
      host.searchParams.set('sub', filled(wanted))
      await window.page.goto(host.href)
      await shows(window, heading).catch(() => assert.fail(`${wanted} does not show « ${heading} »`))
    }
    assert.deepEqual(window.complaints, [])
    await window.close()
  }

  it('opens the same page of the organisers’ tab', () => arrive('organiser', 'organiser', ORGANISER))

  it('opens for an observer what they may read', () => arrive('observer', 'organiser', OBSERVER))

  it('opens the same page of the personal tab', async () => {
    await arrive('agent', 'personal', AGENT)
    await arrive('pilot', 'personal', PILOT)
    await arrive('organiser', 'personal', LEADER)
  })

  it('opens the same Direction, and the same sheet of the gallery', async () => {
    await arrive('manager', 'direction', MANAGER)
    await arrive('agent', 'gallery', GALLERY)
  })

  it('is an address within the organisers’ tab', async () => {
    const window = await openTab(browser, scene.site, VIEWERS.organiser, {
      tab: 'organiser',
      from: scene.site.clock.now(),
    })
    await window.ready()
    for (const [hash, heading] of HASHES) {
      await window.tab.locator('html').evaluate((_, to) => {
        location.hash = to
      }, filled(hash))
      await shows(window, heading)
    }
    await window.close()
  })

  it('leads from an address of ours into Teams, and there to the thing', async () => {
    for (const [path, name] of COPIED) {
      const { headers } = await fetch(scene.site.url + filled(path), { redirect: 'manual' })
      const { pathname, searchParams } = new URL(headers.get('location') ?? '')
      const entity = pathname.split('/').at(-1) === 'gallery' ? 'gallery' : 'personal'
      const { subEntityId } = JSON.parse(searchParams.get('context') ?? '{}') as { subEntityId: string }
      const window = await openTab(browser, scene.site, VIEWERS.agent, {
        tab: entity,
        wanted: subEntityId,
        from: scene.site.clock.now(),
      })
      await (entity === 'gallery'
        ? window.tab.getByRole('heading', { level: 1, name })
        : window.tab.getByRole('dialog', { name })
      ).waitFor()
      assert.deepEqual(window.complaints, [])
      await window.close()
    }
  })
})
