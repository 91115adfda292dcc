import { readFileSync } from 'node:fs'
import type { Screen } from './screen.ts'

/** What an observer reads, where the organiser has more. */
const read = (name: string, wanted?: Screen['wanted']): Screen => ({
  name: `observer-${name}`,
  tab: 'organiser',
  who: 'observer',
  ...(wanted && { wanted }),
  thorough: true,
})

const form = (name: string, wanted: Screen['wanted'], open?: Screen['open']): Screen => ({
  name,
  tab: 'organiser',
  who: 'organiser',
  ...(wanted && { wanted }),
  ...(open && { open }),
  thorough: true,
})

/** The board of the axis for which themes were proposed. */
const seeProposed: NonNullable<Screen['open']> = async ({ tab }) => {
  await tab.locator('.theme-board').getByRole('combobox').selectOption('employeur')
  await tab.locator('.theme-proposal').first().waitFor()
}

const CROWD = Array.from({ length: 60 }, (_, at) => `agent${at}@example.org;Agente ${at};lycees;`).join('\n')

/** One slip, made a hundred times: lines with three digits. */
const MISTYPED = Array.from({ length: 120 }, (_, at) => `agent${at}@example.org;Agente ${at};Lycée;`).join(
  '\n',
)

const series =
  (...rest: readonly string[]) =>
  ({ series: id }: { readonly series: string }) =>
    ['workshops:series', id, ...rest].join(':')

export const ORGANISER: readonly Screen[] = [
  { name: 'organiser', tab: 'organiser', who: 'organiser', page: true },
  { name: 'organiser-day', tab: 'organiser', who: 'organiser', wanted: ({ workshop }) => workshop },
  {
    name: 'organiser-day-run',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ workshop }) => `workshops:${workshop}:run`,
  },
  {
    name: 'organiser-day-close',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ workshop }) => `workshops:${workshop}:close`,
  },
  { name: 'workshops', tab: 'organiser', who: 'organiser', wanted: () => 'workshops', page: true },
  {
    name: 'workshop-coming',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ coming }) => `workshops:${coming}`,
    thorough: true,
  },
  { name: 'workshop-new', tab: 'organiser', who: 'organiser', wanted: () => 'workshops:new' },
  { name: 'series-new', tab: 'organiser', who: 'organiser', wanted: () => 'workshops:new-series' },
  {
    name: 'workshop-change',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ workshop }) => `workshops:${workshop}:change`,
  },
  {
    name: 'workshop-remote',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ workshop }) => `remote:${workshop}`,
    ready: '.remote',
    open: async ({ tab }) => {
      // A question is written in place.
      await tab.locator('.remote-scenes [aria-expanded]').click()
      await tab.locator('.remote-form textarea').waitFor()
    },
  },
  { name: 'organiser-new', tab: 'organiser', who: 'organiser', wanted: () => 'today:new' },
  { name: 'organiser-settings', tab: 'organiser', who: 'organiser', wanted: () => 'settings', page: true },
  {
    name: 'organiser-channels',
    tab: 'organiser',
    who: 'organiser',
    wanted: () => 'settings:channels',
    page: true,
  },
  { name: 'organiser-steps', tab: 'organiser', who: 'organiser', wanted: () => 'today:steps', page: true },
  {
    name: 'organiser-steps-ask',
    tab: 'organiser',
    who: 'organiser',
    wanted: () => 'today:steps',
    ready: '.step',
    open: async ({ press, tab }) => {
      await press('step.assign')
      await tab.locator('.step-fields input').waitFor()
      await tab.locator('.step-fields input').fill('Na')
      await tab.locator('[role=option]:not([aria-disabled=true])').first().waitFor()
    },
  },
  {
    name: 'organiser-idea-steps',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ carried }) => `ideas:${carried}`,
    ready: '.step-ways',
    open: async ({ press, tab }) => {
      await press('step.fold')
      await tab.locator('.step-rows').waitFor()
    },
  },
  { name: 'organiser-figures', tab: 'organiser', who: 'observer', wanted: () => 'figures', page: true },
  {
    name: 'organiser-export',
    tab: 'organiser',
    who: 'organiser',
    wanted: () => 'figures:export',
    page: true,
  },
  {
    name: 'organiser-publication',
    tab: 'organiser',
    who: 'organiser',
    wanted: () => 'figures:publication',
    page: true,
  },
  { name: 'organiser-journal', tab: 'organiser', who: 'observer', wanted: () => 'journal', page: true },
  { name: 'broadcasts', tab: 'organiser', who: 'organiser', wanted: () => 'broadcasts', page: true },
  {
    name: 'broadcast',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ broadcast }) => `broadcasts:${broadcast}`,
  },
  {
    name: 'broadcast-read',
    tab: 'organiser',
    who: 'observer',
    wanted: ({ broadcast }) => `broadcasts:${broadcast}`,
  },
  { name: 'broadcast-write', tab: 'organiser', who: 'organiser', wanted: () => 'broadcasts:new' },
  { name: 'announced', tab: 'organiser', who: 'organiser', wanted: () => 'broadcasts:announced' },
  { name: 'organiser-closed', tab: 'organiser', who: 'agent' },
  { name: 'organiser-ideas', tab: 'organiser', who: 'organiser', wanted: () => 'ideas', page: true },
  { name: 'themes', tab: 'organiser', who: 'organiser', wanted: () => 'ideas:themes', page: true },
  {
    name: 'themes-proposed',
    tab: 'organiser',
    who: 'organiser',
    wanted: () => 'ideas:themes',
    open: seeProposed,
  },
  { name: 'synthesis', tab: 'organiser', who: 'organiser', wanted: () => 'ideas:synthesis', page: true },
  { name: 'organiser-idea', tab: 'organiser', who: 'organiser', wanted: ({ idea }) => `ideas:${idea}` },
  { name: 'organiser-box', tab: 'organiser', who: 'organiser', wanted: () => 'ideas:box' },
  { name: 'people', tab: 'organiser', who: 'organiser', wanted: () => 'people', page: true },
  { name: 'people-roles', tab: 'organiser', who: 'organiser', wanted: () => 'people:roles:manager' },
  { name: 'people-pilots', tab: 'organiser', who: 'organiser', wanted: () => 'people:pilots' },
  { name: 'people-pilot', tab: 'organiser', who: 'organiser', wanted: () => 'people:pilots:lycees' },
  { name: 'people-file', tab: 'organiser', who: 'organiser', wanted: () => 'people:file' },
  { name: 'organiser-ballots', tab: 'organiser', who: 'organiser', wanted: () => 'ballots', page: true },
  { name: 'organiser-ballot-new', tab: 'organiser', who: 'organiser', wanted: () => 'ballots:new' },
  { name: 'programme', tab: 'organiser', who: 'organiser', wanted: () => 'programme' },
  { name: 'programme-file', tab: 'organiser', who: 'organiser', wanted: () => 'programme:file' },
  form(
    'programme-closing',
    () => 'programme',
    async ({ tab, press, say }) => {
      await tab.getByRole('heading', { name: say('closeout.title') }).click()
      await tab.getByText(say('lesson.write')).click()
      await press('closeout.close')
      await tab.getByRole('checkbox', { name: say('closeout.tick') }).check()
    },
  ),
  form(
    'programme-form',
    () => 'programme',
    async ({ tab, say }) => {
      await tab.getByRole('heading', { name: say('method.form'), exact: true }).click()
      const parts = tab.locator('.part-form > summary')
      await parts.first().waitFor()
      for (const part of await parts.all()) await part.click()
      const phases = tab.locator('.part-form').first()
      await phases.getByLabel(say('method.form.until')).first().fill('2027-02-14')
      await phases.getByRole('button', { name: say('method.form.look') }).click()
      await phases.locator('.form-preview').waitFor()
      const axes = tab.locator('.part-form').nth(1)
      await axes.getByLabel(say('method.form.title.fr')).first().fill('')
      await axes.getByRole('button', { name: say('method.form.look') }).click()
      await axes.locator('[aria-invalid=true]').first().waitFor()
    },
  ),
  form(
    'programme-rest',
    () => 'programme',
    ({ tab, say }) => tab.getByText(say('method.rest')).click(),
  ),
  form(
    'review-details',
    () => 'figures',
    async ({ tab, say }) => {
      await tab.getByText(say('review.tables')).click()
      await tab.getByText(say('review.details')).click()
      await tab.getByRole('heading', { name: say('figures.ballots') }).waitFor()
    },
  ),
  form('series', series()),
  form('series-edit', series('edit')),
  form('series-rules', series('rules')),
  form('series-quotas', series('quotas')),
  form('series-day', series('day')),
  form('series-preview', series(), async ({ tab }) => {
    await tab.locator('.where').getByRole('checkbox').first().check()
    const look = tab.locator('.look')
    await look.waitFor({ state: 'attached' })
    if (!(await look.isVisible())) await tab.locator('.preview > summary').click()
  }),
  form('series-off', series('call-off')),
  form('workshop-rules', ({ workshop }) => `workshops:${workshop}:rules`),
  form('workshop-quotas', ({ workshop }) => `workshops:${workshop}:quotas`),
  form('workshop-off', ({ workshop }) => `workshops:${workshop}:call-off`),
  form(
    'workshop-cancel',
    ({ workshop }) => `workshops:${workshop}:call-off`,
    async ({ tab, press, say }) => {
      await tab.getByLabel(say('off.reason')).fill('La salle est inondée.')
      await press('off.cancel')
    },
  ),
  form(
    'workshop-move',
    ({ workshop }) => `workshops:${workshop}:change`,
    async ({ tab, press, say }) => {
      await tab.getByRole('textbox', { name: say('workshop.field.place') }).fill('Auditorium, Toulouse')
      await press('workshop.change.save')
    },
  ),
  form(
    'workshop-preview',
    () => 'workshops:new',
    async ({ tab, say }) => {
      await tab.getByLabel(say('workshop.field.title')).fill('Accueillir en langue des signes')
      await tab.locator('input[type=date]').first().fill('2027-06-24')
      await tab.getByRole('textbox', { name: say('workshop.field.place') }).fill('Auditorium, Toulouse')
      await tab.getByRole('combobox', { name: say('workshop.field.axis') }).selectOption({ index: 1 })
      await tab.locator('.where').getByRole('checkbox').first().check()
      const look = tab.locator('.look')
      await look.waitFor({ state: 'attached' })
      if (!(await look.isVisible())) await tab.locator('.preview > summary').click()
    },
  ),
  form('ballot-sheet', ({ ballot }) => `ballots:${ballot}`),
  form(
    'ballot-close',
    ({ ballot }) => `ballots:${ballot}`,
    ({ press }) => press('ballot.close'),
  ),
  form(
    'ballot-preview',
    () => 'ballots:new',
    async ({ tab, say }) => {
      await tab.getByLabel(say('ballot.field.question')).fill('Quel nom pour la journée ?')
      await tab.getByLabel(say('ballot.field.options')).fill('Le carnet\nLe relais')
      await tab.locator('input[type=date]').first().fill('2027-05-28')
      await tab.locator('.where').getByRole('checkbox').first().check()
      const look = tab.locator('.look')
      await look.waitFor({ state: 'attached' })
      if (!(await look.isVisible())) await tab.locator('.preview > summary').click()
    },
  ),
  form(
    'idea-answer',
    ({ idea }) => `ideas:${idea}`,
    ({ tab }) => tab.locator('[data-act=answer]').click(),
  ),
  form(
    'idea-aside',
    ({ idea }) => `ideas:${idea}`,
    ({ tab }) => tab.locator('[data-act=aside]').click(),
  ),
  form(
    'idea-decided',
    ({ idea }) => `ideas:${idea}`,
    async ({ tab, window, press }) => {
      // Decided in the place of the server: no other screen sees it.
      const at = Date.UTC(2027, 4, 20, 7)
      await window.page.route(/\/state$/, route =>
        route.fulfill({ json: { untold: { decision: { at, until: at + 600_000 } } } }),
      )
      await press('idea.decide.retained')
      await tab.locator('.queue-done').waitFor()
    },
  ),
  form(
    'idea-hide',
    ({ idea }) => `ideas:${idea}`,
    async ({ tab, press, say }) => {
      await press('tab.commitment.more')
      await tab.getByRole('menuitem', { name: say('idea.hide') }).click()
    },
  ),
  form(
    'theme-make',
    () => 'ideas:themes',
    async ({ tab, press }) => {
      await press('theme.make')
      await tab.getByRole('dialog').waitFor()
    },
  ),
  form(
    'theme-add',
    () => 'ideas:themes',
    async window => {
      const { tab } = window
      await seeProposed(window)
      await tab.locator('.theme-proposal').first().getByRole('button').first().click()
      await tab.getByRole('dialog').waitFor()
    },
  ),
  form(
    'theme-move',
    () => 'ideas:themes',
    async ({ tab, press }) => {
      await press('theme.move')
      await tab.getByRole('menu').waitFor()
    },
  ),
  form(
    'sentence-write',
    () => 'ideas:synthesis',
    async ({ tab, press }) => {
      await press('synthesis.page.write')
      await tab.getByRole('dialog').waitFor()
    },
  ),
  // Of an axis on which one is published.
  form(
    'synthesis-published',
    () => 'ideas:synthesis',
    async ({ tab }) => {
      await tab.getByRole('combobox').selectOption('equipe')
      await tab.locator('.synthesis-publication .plain').waitFor()
    },
  ),
  form(
    'idea-merge',
    ({ idea }) => `ideas:${idea}`,
    async ({ tab, press, say }) => {
      await press('tab.commitment.more')
      await tab.getByRole('menuitem', { name: say('queue.merge.other') }).click()
      await tab.getByRole('searchbox').waitFor()
    },
  ),
  form(
    'idea-reported',
    () => 'ideas',
    async ({ tab, say }) => {
      await tab
        .getByRole('link', { name: say('queue.part.reported') })
        .first()
        .click()
      await tab.locator('.queue-rows .row-link').first().click()
      await tab.getByRole('heading', { name: say('queue.reports') }).waitFor()
    },
  ),
  form(
    'comments-reported',
    () => 'ideas:comments',
    ({ press }) => press('idea.hide'),
  ),
  form(
    'broadcast-remove',
    () => 'broadcasts:new',
    async ({ tab, press, say }) => {
      await tab.getByLabel(say('cast.field.text')).fill('Les journées de juin sont complètes.')
      await tab.getByRole('radio', { name: say('cast.to.everybody') }).check()
      await press('cast.rehearse')
      await press('cast.remove')
      await tab.getByRole('alertdialog').waitFor()
    },
  ),
  form(
    'broadcast-hour',
    () => 'broadcasts:new',
    async ({ tab, press, say }) => {
      await tab.getByLabel(say('cast.field.text')).fill('Les journées de juin ouvrent ce matin.')
      await tab.getByRole('radio', { name: say('cast.to.everybody') }).check()
      await press('cast.rehearse')
      await press('cast.plan')
      await tab.getByRole('dialog').waitFor()
    },
  ),
  form(
    'broadcast-planned',
    () => 'broadcasts:new',
    async ({ tab, press, say }) => {
      await tab.getByLabel(say('cast.field.text')).fill('Les journées de juillet ouvrent ce matin.')
      await tab.getByRole('radio', { name: say('cast.to.everybody') }).check()
      await press('cast.rehearse')
      await press('cast.plan')
      await press('cast.plan.set')
      await tab.getByRole('button', { name: say('cast.unplan') }).waitFor()
    },
  ),
  form(
    'people-place',
    () => 'people:roles:observer',
    async ({ tab, say }) => {
      await tab.getByLabel(say('staff.name')).fill('cam')
      await tab.getByLabel(say('staff.name')).press('Enter')
      await tab
        .getByRole('button', { name: new RegExp(`^${say('staff.place')}`) })
        .first()
        .click()
      await tab.locator('form select').waitFor()
    },
  ),
  form(
    'people-file-faults',
    () => 'people:file',
    async ({ tab }) => {
      const csv = `email;name;direction;roles\nx;;nulle-part;chef\n${MISTYPED}`
      await tab
        .locator('input[type=file]')
        .setInputFiles({ name: 'gens.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await tab.locator('.data-table, .data-cards').first().waitFor()
    },
  ),
  form(
    'people-file-read',
    () => 'people:file',
    async ({ tab, say }) => {
      const csv = `email;name;direction;roles\nx;;nulle-part;chef\n${MISTYPED}`
      await tab
        .locator('input[type=file]')
        .setInputFiles({ name: 'gens.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await tab.locator('.file-near button').click()
      await tab.getByRole('button', { name: say('staff.file.read.not') }).waitFor()
    },
  ),
  form(
    'people-file-checked',
    () => 'people:file',
    async ({ tab }) => {
      const csv = `email;name;direction;roles\n${CROWD}`
      await tab
        .locator('input[type=file]')
        .setInputFiles({ name: 'gens.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await tab.locator('.tally').first().waitFor()
    },
  ),
  form(
    'programme-file-checked',
    () => 'programme:file',
    async ({ tab }) => {
      const file = readFileSync('programmes/occitanie.yaml')
      await tab
        .locator('input[type=file]')
        .setInputFiles({ name: 'programme.yaml', mimeType: 'text/yaml', buffer: file })
      await tab
        .locator('.panel .data-table, .panel .data-cards, .card .data-table, .card .data-cards, .notice')
        .first()
        .waitFor()
    },
  ),
  read('start'),
  read('workshops', () => 'workshops'),
  read('workshop', ({ workshop }) => `workshops:${workshop}`),
  read('ballots', () => 'ballots'),
  read('ballot', ({ ballot }) => `ballots:${ballot}`),
  read('ideas', () => 'ideas'),
  read('idea', ({ idea }) => `ideas:${idea}`),
  read('broadcasts', () => 'broadcasts'),
  read('people', () => 'people'),
  read('programme', () => 'programme'),
  read('settings', () => 'settings'),
  // The last one: it gives the series quotas.
  form('series-quotas-on', series('rules'), async ({ tab, press, say }) => {
    await tab.getByRole('checkbox', { name: say('series.field.quotas.on') }).check()
    await press('workshop.change.save')
    await tab
      .getByRole('link', { name: say('series.quotas') })
      .first()
      .click()
    await tab.locator('.quota-list').waitFor()
  }),
]
