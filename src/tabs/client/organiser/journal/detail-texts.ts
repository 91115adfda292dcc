import type { Key } from '../../../../i18n/words.ts'
import type { AmountName } from '../../../../kernel/access/amounts.ts'

/** What of it was done, where one act says several things: by the word of detail that ends an entry's thing. */
export const DETAILS: Readonly<Record<string, Readonly<Record<string, Key>>>> = {
  'ballots.no-sequel': { undone: 'journal.ballots.no-sequel.undone' },
  'ballots.open': {
    now: 'journal.ballots.open.now',
    later: 'journal.ballots.open.later',
  },
  'broadcasts.start': { planned: 'journal.broadcasts.start.planned' },
  'broadcasts.unplan': { 'not-started': 'journal.broadcasts.unplan.not-started' },
  'channels.bind': {
    on: 'journal.channels.bind.on',
    off: 'journal.channels.bind.off',
  },
  'checklist.mark': {
    agreement: 'journal.checklist.mark.agreement',
    reminded: 'journal.checklist.mark.reminded',
    tables: 'journal.checklist.mark.tables',
    undone: 'journal.checklist.mark.undone',
    vote: 'journal.checklist.mark.vote',
    welcome: 'journal.checklist.mark.welcome',
  },
  'ideas.decide': {
    studied: 'journal.ideas.decide.studied',
    retained: 'journal.ideas.decide.retained',
    aside: 'journal.ideas.decide.aside',
  },
  'ideas.summarise': {
    corrected: 'journal.ideas.summarise.corrected',
  },
  'people.give-role': {
    agent: 'journal.people.give-role.agent',
    manager: 'journal.people.give-role.manager',
    observer: 'journal.people.give-role.observer',
    organiser: 'journal.people.give-role.organiser',
  },
  'programme.change': {
    axes: 'journal.programme.change.axes',
    closures: 'journal.programme.change.closures',
    nudges: 'journal.programme.change.nudges',
    phases: 'journal.programme.change.phases',
    thresholds: 'journal.programme.change.thresholds',
  },
  'room.lead': {
    'screen-paired': 'journal.room.lead.screen-paired',
    'screen-revoked': 'journal.room.lead.screen-revoked',
  },
  'synthesis.decide': {
    kept: 'journal.synthesis.decide.kept',
    removed: 'journal.synthesis.decide.removed',
    undecided: 'journal.synthesis.decide.undecided',
  },
  'trials.decide': {
    generalise: 'journal.trials.decide.generalise',
    adjust: 'journal.trials.decide.adjust',
    stop: 'journal.trials.decide.stop',
  },
  'trials.reread': {
    joined: 'journal.trials.reread.joined',
    left: 'journal.trials.reread.left',
  },
  'workshops.call-off': {
    cancelled: 'journal.workshops.call-off.cancelled',
    postponed: 'journal.workshops.call-off.postponed',
  },
  'workshops.change': {
    rules: 'journal.workshops.change.rules',
    quotas: 'journal.workshops.change.quotas',
  },
  'workshops.name-facilitator': { removed: 'journal.workshops.name-facilitator.removed' },
  'workshops.plan': {
    new: 'journal.workshops.plan.new',
    text: 'journal.workshops.plan.text',
    removed: 'journal.workshops.plan.removed',
    rules: 'journal.workshops.plan.rules',
    quotas: 'journal.workshops.plan.quotas',
    'day-added': 'journal.workshops.plan.day-added',
    'day-changed': 'journal.workshops.plan.day-changed',
    'day-removed': 'journal.workshops.plan.day-removed',
  },
}

/** What is handed out as a file, or taken in, by the word that begins an entry's thing. */
export const TABLES: Readonly<Record<string, Key>> = {
  ideas: 'exports.ideas',
  ballots: 'exports.ballots',
  initiatives: 'exports.initiatives',
  commitments: 'exports.commitments',
  workshops: 'exports.workshops',
  journal: 'section.journal',
  people: 'journal.about.people',
}

/** How much of it there was. */
export const AMOUNT_WORDS = {
  added: 'journal.amount.added',
  changed: 'journal.amount.changed',
  changes: 'journal.amount.changes',
  channels: 'journal.amount.channels',
  days: 'journal.amount.days',
  ideas: 'journal.amount.ideas',
  left: 'journal.amount.left',
  open: 'journal.amount.open',
  people: 'journal.amount.people',
  roles: 'journal.amount.roles',
  rows: 'journal.amount.rows',
  tables: 'journal.amount.tables',
} as const satisfies Record<AmountName, Key>
