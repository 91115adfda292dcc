import assert from 'node:assert/strict'
import { fr } from '../../../src/i18n/fr/index.ts'
import { PEOPLE_COUNTS } from '../../../src/i18n/people-counts.ts'
import { filesIn, importsOf, type SourceFile } from '../../architecture/source.ts'

/** A moment in milliseconds, by the name that all of them have. */
const MOMENT = / (at|\w+(At|Until))$/
/** Other numbers of the contract that say nothing of how many people did something, and why. */
const PLAIN: Readonly<Record<string, string>> = {
  'pairing.ts until': 'a moment',
  'commitment-stories.ts turn': 'how often its author changed the words',
  'people.ts percent': 'how much of a language is there',
  'remote.ts since': 'a moment',
  'remote.ts version': 'how often the screen was changed',
  'room.ts version': 'how often the screen was changed',
  'room.ts total': 'how long a timer lasts',
  'room.ts left': 'what is left of a timer',
  'room.ts y winners: readonly number': 'places of options',
  'room.ts until': 'a moment',
  'room.ts number': 'names a table',
  'room.ts table': 'names a table',
  'checklist.ts capacity': 'chairs',
  'summaries.ts channels': 'channels where a card stands',
  'summaries.ts kept': 'steps that all can read',
  'summaries.ts late': 'steps that all can read',
  'summaries.ts promised': 'steps that all can read',
  'rights.ts count': 'things of whoever reads it, none of anybody else',
  'rights.ts withdrawn': 'those of theirs that they took back',
  'rights.ts rest': 'rows of theirs beside those',
  'attendance.ts capacity': 'chairs',
  'channels.ts headcount': 'public: it is in the method file',
  'channels.ts free': 'channels, not who reads them',
  'programme.ts contacts': 'lines of the method file',
  'batch.ts status': 'what HTTP says of a reading',
  'attendance.ts table': 'names a table',
  'sheets.ts directions': 'how many Directions there are',
  'comments.ts since': 'a moment',
  'ballots.ts most': 'a rule of the ballot',
  'ballots.ts perOption': 'a rule of the ballot',
  'ballots.ts quorum': 'a rule of the ballot',
  'room-votes.ts secretFrom': 'a rule, the same for every room',
  'sheets.ts count': 'votes that were held, not people',
  'sheets.ts open': 'the same, of those that run',
  'table-votes.ts asked': 'ideas on a ballot, of all that a table has',
  'table-votes.ts all': 'the same',
  'ballots.ts points': 'one’s own choice',
  'results.ts voters': 'public: headcounts are in the method file',
  'broadcasts.ts again': 'how often an organiser decided something',
  'broadcasts.ts perSecond': 'what Teams allows',
  'broadcasts.ts version': 'how often a draft was changed',
  'closeout.ts count': 'things that those in charge deal with, never people',
  'closeout.ts left': 'the same',
  'commitments.ts notes': 'one’s own, on one’s own commitment',
  'primitives.ts status': 'an HTTP status',
  'feedback.ts average': 'of five answers at least, whoever gave them',
  'figures.ts headcount': 'public: it is in the method file',
  'harvest.ts line': 'where a line stands in a file',
  'register.ts since': 'a moment',
  'ideas.ts since': 'a moment',
  'ideas.ts until': 'a moment',
  'ideas.ts waitingDays': 'days since one idea was written',
  'exports.ts rows': 'lines of a file that holds them all',
  'method.ts months': 'a rule of the programme',
  'messages.ts most': 'a limit of the programme',
  'messages.ts takenThisWeek': 'messages to oneself',
  'messages.ts perWeek': 'one’s own preference',
  'form.ts version': 'how often the method was changed',
  'form.ts things': 'ballots, workshops or ideas, not people',
  'form.ts days': 'a rule of the programme',
  'form.ts patience': 'the same',
  'form.ts every': 'the same',
  'form.ts supports': 'the same',
  'form.ts directions': 'the same',
  'method.ts line': 'where it stands in a file',
  'method.ts column': 'the same',
  'method.ts headcount': 'public: it is in the method file',
  'method.ts supports': 'a rule of the programme',
  'method.ts directions': 'the same',
  'method.ts days': 'the same',
  'method.ts perWeek': 'a limit of the programme',
  'method.ts figureWeeks': 'a period of the programme',
  'file.ts line': 'where a line stands in a file',
  'file.ts lines': 'the same, of several',
  'file.ts ly (readonly [from: number': 'the same, from one to another',
  'file.ts count': 'said to whoever has the file of people in hand',
  'file.ts same': 'the same',
  'planning.ts capacity': 'chairs',
  'planning.ts quota': 'chairs',
  'planning.ts seats': 'chairs',
  'planning.ts reserved': 'chairs',
  'planning.ts proportional': 'chairs',
  'planning.ts headcount': 'public: it is in the method file',
  'planning.ts releaseDays': 'a rule of the series',
  'planning.ts closeDays': 'a rule of the series',
  'planning.ts confirmHours': 'a rule of the series',
  'publication.ts turn': 'how often a text was changed',
  'reach.ts headcount': 'public: it is in the method file',
  'initiatives.ts others': 'Directions, not people',
  'review.ts ideas': 'each can be read by all: counted exactly',
  'review.ts withNext': 'the same as ideas',
  'review.ts medianDays': 'days of ideas that all can read, of no Direction beside another',
  'review.ts proposed': 'the same as ideas',
  'review.ts answered': 'the same as ideas',
  'review.ts begun': 'the same as ideas',
  'review.ts workshops': 'the same as ideas',
  'review.ts boxes': 'the same as ideas',
  'review.ts ballots': 'the same as ideas',
  'review.ts retained': 'the same as ideas',
  'review.ts waiting': 'the same as ideas',
  'review.ts initiatives': 'the same as ideas',
  'review.ts promised': 'the same as ideas',
  'review.ts commitments': 'shared with everyone, by whoever chose to',
  'review.ts summaries': 'the same as ideas',
  'review.ts stepsKept': 'the same as ideas',
  'review.ts trials': 'trials that all may read one by one',
  'review.ts generalised': 'the same',
  'review.ts adjusted': 'the same',
  'review.ts stopped': 'the same',
  'trial-records.ts number': 'which of the trials of an initiative it is',
  'trial-records.ts turn': 'how often a text was re-read',
  'review.ts commitmentsKept': 'the same',
  'review.ts headcount': 'public: it is in the method file',
  'roles.ts count': 'roles that were given, never cut by Direction or period',
  'roles.ts directions': 'Directions of the programme',
  'roles.ts lacking': 'Directions without a pilot',
  'sequels.ts count': 'ballots, not who voted',
  'summaries.ts turn': 'how often a text was corrected',
  'synthesis.ts low': 'a bound on how well words have placed ideas that all can read',
  'synthesis.ts added': 'sentences that a model proposed',
  'tables.ts number': 'names a table',
  'tables.ts table': 'names a table',
  'tables.ts tables': 'how many tables there are',
  'trials.ts value': 'what a trial counts, as it was typed by who carries it',
  'trials.ts said': 'the mean of five answers at least, whoever gave them',
  'trials.ts number': 'which of the trials of an initiative it is',
  'visit.ts table': 'names a table',
  'workshops.ts quota': 'chairs',
  'workshops.ts table': 'names a table',
  'workshops.ts capacity': 'chairs',
  'workshops.ts turn': 'how often one’s own address was renewed',
  'workshops.ts rank': 'one’s own place on a list',
}
/** What the contract takes from kernel: none of these holds a plain number. */
const KERNEL =
  /^src\/kernel\/(access\/audit|access\/entry-point|access\/permission|access\/role|errors\/method-faults|personal-data\/counts|personal-data\/data-part|personal-data\/expiry|storage\/change-topic|storage\/open-kind|text\/id-format|text\/language|time\/week)\.ts$/
const DOORS = /\/([\w-]+-)?(routes|cards)\.ts$/
/** Where figures come by on their way out. */
const NEAR = /^src\/(features|cards|conversation|i18n|tabs)\//
const MAY_IMPORT = [
  // The rule itself, said to people: a number of nobody.
  'FEWEST_TRYING',
  'STEP',
  'exact',
  'rounded',
  'total',
  'share',
  'Shown',
]

const sources = filesIn('src', /\.tsx?$/)
const contract = sources.filter(({ path }) => path.startsWith('src/tabs/contract/'))

/** Each `number` of a file as `file field`; one that is no field’s own type as the words around it. */
function numbersIn({ path, code }: SourceFile): string[] {
  const file = path.split('/').at(-1)
  const found = code.matchAll(/(?:readonly (\w+)\??: )?(?<!z\.|'|\(typeof \w+\)\[)\bnumber\b(?!\(|\])/g)
  return [...found].map(({ 1: field, index }) => `${file} ${field ?? code.slice(index - 20, index + 6)}`)
}

describe('what leaves for a card or a tab', () => {
  it('holds no number but figures that may be shown, and those whose reason is written down', () => {
    assert.ok(contract.length >= 8)
    assert.deepEqual(
      contract.flatMap(numbersIn).filter(number => !MOMENT.test(number) && !(number in PLAIN)),
      [],
    )
  })

  it('has no reason written down for a number that is gone, nor two files of one name', () => {
    const numbers = new Set(contract.flatMap(numbersIn))
    assert.deepEqual(
      Object.keys(PLAIN).filter(number => !numbers.has(number)),
      [],
    )
    const names = contract.map(({ path }) => path.split('/').at(-1))
    assert.equal(new Set(names).size, names.length)
  })

  it('is found out when it slips in a count as a field, a list, a record or a type', () => {
    const lines = [
      'readonly people: number',
      'readonly people: number[]',
      'Record<string, number>',
      '= number',
    ]
    for (const code of lines) assert.equal(numbersIn({ path: 'x.ts', text: code, code }).length, 1, code)
    const fine = 'z.number() (typeof STAGES)[number] readonly count: Shown'
    assert.deepEqual(numbersIn({ path: 'x.ts', text: fine, code: fine }), [])
  })

  it('takes no number from elsewhere', () => {
    const taken = contract
      .flatMap(importsOf)
      .filter(({ ours, to }) => ours && !to.startsWith('src/tabs/contract/'))
    assert.deepEqual(
      taken.filter(({ to }) => !KERNEL.test(to)).map(({ from, to }) => `${from}: ${to}`),
      [],
    )
  })

  it('is called fit to be shown by kernel/personal-data/counts.ts alone, never by a cast', () => {
    const others = sources.filter(({ path }) => path !== 'src/kernel/personal-data/counts.ts')
    const made = others.filter(({ code }) => /\bas\s+(unknown\s+as\s+)?Shown\b|(?<!\w)<Shown>/.test(code))
    // A cast that fits every type fits this one too.
    const blind = others.filter(({ path, code }) => NEAR.test(path) && /\bas\s+(never|any)\b/.test(code))
    const casts = [...made, ...blind]
    assert.deepEqual(
      casts.map(({ path }) => path),
      [],
    )
  })

  it('is made in cards and routes by exact, rounded, total and share, and by nothing else', () => {
    const doors = sources.filter(({ path }) => DOORS.test(path))
    assert.ok(doors.length >= 12)
    let lines = 0
    for (const { path, code } of doors) {
      const names = [
        ...code.matchAll(/import (?:type )?\{([^}]*)\} from '[^']*\/kernel\/personal-data\/counts\.ts'/g),
      ]
      lines += names.length
      const imported = names.flatMap(([, list = '']) =>
        list.split(',').map(name => name.replace(/\btype\b/, '').trim()),
      )
      assert.deepEqual(
        imported.filter(name => name !== '' && !MAY_IMPORT.includes(name)),
        [],
        path,
      )
      assert.doesNotMatch(code, /\* as \w+ from '[^']*\/kernel\/personal-data\/counts\.ts'/, path)
    }
    assert.ok(lines >= 12, `${lines}`)
  })

  it('is exact only where people know that it is: never in who took part, in figures only of ideas', () => {
    // Whom the bot can write to is about the installation: organisers alone read it.
    const REACH = /^src\/features\/people\/reach\/(cards|routes)\.ts$/
    const about = sources.filter(({ path }) => REACH.test(path))
    assert.equal(about.length, 2)
    for (const { code } of about) assert.doesNotMatch(code, /\bexact\((?!'reach')/)
    const hidden = sources
      .filter(({ path }) => /^src\/features\/people\//.test(path))
      .filter(({ path }) => !REACH.test(path))
    assert.deepEqual(
      hidden.filter(({ code }) => /\bexact\b/.test(code)).map(({ path }) => path),
      [],
    )
    const figures = sources.filter(({ path }) => path.startsWith('src/features/figures/'))
    for (const { code, path } of figures) assert.doesNotMatch(code, /\bexact\((?!'ideas')/, path)
  })

  it('counts people in no sentence that takes a plain number', () => {
    // Said to organisers, of the whole programme: how many the bot cannot write to, whatever they do.
    const OF_THE_BOT = ['announce.reach']
    // Said to whoever has the file of people in hand.
    const OF_THE_FILE = /^roster\./
    // The journal: people of the file, seats at a table, whom a broadcast goes to.
    const OF_ACTS = /^journal\.amount\.(added|changed|left|people)$/
    // Headcounts are in the method file; seats and who waits for one are counted for all.
    const PUBLIC = [
      'direction.headcount',
      'plan.quotas.headcount',
      'plan.quotas.taken',
      'refusal.seat-awaited',
    ]
    const OF_ONESELF = ['data.held.votes', 'data.around.support']
    // Votes of tables, not who gave them.
    const OF_VOTES = ['ballots.tables']
    const RULES = [
      'ballot.rules.quorum',
      'refusal.quorum-unreachable',
      'method.follows.ideas-there',
      ...OF_VOTES,
    ]
    const counting = /# (personne|collègue|agent|voix|vote|soutien|participant|inscri)/
    const keys = Object.entries(fr)
      .filter(([, message]) => counting.test(message))
      .map(([key]) => key)
    assert.ok(keys.length >= 5)
    assert.deepEqual(
      keys.filter(
        key =>
          !(key in PEOPLE_COUNTS) &&
          !OF_THE_FILE.test(key) &&
          !OF_ACTS.test(key) &&
          !OF_ONESELF.includes(key) &&
          ![...OF_THE_BOT, ...PUBLIC, ...RULES].includes(key),
      ),
      [],
    )
  })
})
