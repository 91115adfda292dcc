import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOMS } from '../../architecture/rooms.ts'
import { callOf, USAGE } from './call.ts'
import { planFeature } from './feature.ts'
import { namesOf, roomNamesOf } from './names.ts'
import { planRoom } from './room.ts'
import { roomEntries } from './room-entries.ts'

const ROOT = process.cwd()

/** One sentence, that says what is wrong. */
function isSentence(error: unknown, sentence: RegExp): true {
  assert.ok(error instanceof Error)
  assert.match(error.message, sentence)
  assert.doesNotMatch(error.message, /\n/)
  return true
}

describe('what npm run new is told', () => {
  it('is a feature with its choices, a room, or a question', () => {
    assert.deepEqual(callOf(['feature', 'thanks']), { kind: 'feature', name: 'thanks', choices: {} })
    assert.deepEqual(callOf(['feature', 'merci', '--word', 'thank', '--fr', 'remercier', '--months', '12']), {
      kind: 'feature',
      name: 'merci',
      choices: { word: 'thank', fr: 'remercier', months: 12 },
    })
    assert.deepEqual(callOf(['room', 'ideas/thanks']), { kind: 'room', path: 'ideas/thanks' })
    for (const asked of [['--help'], ['-h'], ['feature', '--help']])
      assert.deepEqual(callOf(asked), { kind: 'help' })
    assert.match(
      USAGE,
      /^npm run new -- feature NAME .* writes a feature, and npm run new -- room FEATURE\/NAME .*\.$/,
    )
  })

  for (const bad of [
    '',
    'thanks',
    'feature',
    'feature a b',
    'widget thanks',
    'feature thanks --colour blue',
    'feature thanks --word',
  ])
    it(`is refused, and said how it should read: « ${bad} »`, () =>
      assert.throws(() => callOf(bad.split(' ').filter(Boolean)), { message: USAGE }))

  for (const months of ['0', '-3', 'six', '1.5', '121'])
    it(`is refused with « ${months} » months`, () =>
      assert.throws(
        () => callOf(['feature', 'thanks', `--months=${months}`]),
        error => isSentence(error, /is no number of months: from 1 to 120/),
      ))

  for (const option of ['--word=thank', '--fr=remercier', '--months=6'])
    it(`is refused for a room with ${option}`, () =>
      assert.throws(
        () => callOf(['room', 'ideas/thanks', option]),
        error => isSentence(error, /are for a feature/),
      ))
})

describe('what is called new', () => {
  it('names one of the things and all of them', () => {
    assert.deepEqual(namesOf('stories'), {
      name: 'stories',
      Name: 'Stories',
      one: 'story',
      One: 'Story',
      ONE: 'STORY',
      fr: 'stories',
      en: 'stories',
    })
  })

  it('names what a room exports by its feature as well', () => {
    assert.deepEqual(roomNamesOf('workshops', 'late-seats'), {
      feature: 'workshops',
      name: 'late-seats',
      Name: 'LateSeats',
      part: 'workshopLateSeats',
      Part: 'WorkshopLateSeats',
      PART: 'WORKSHOP_LATE_SEATS',
      key: 'workshop-late-seats',
    })
  })

  it('finds in the wire of each feature with rooms where one is made, answers and is called', () => {
    const features = Object.keys(ROOMS).flatMap(folder => /^src\/features\/(\w+)$/.exec(folder)?.[1] ?? [])
    for (const feature of features) {
      const names = roomNamesOf(feature, 'zebras')
      const wire = `src/features/${feature}/wire.ts`
      const text = roomEntries(names)
        .filter(({ path }) => path === wire)
        .reduce((said, { change }) => change(said), readFileSync(join(ROOT, wire), 'utf8'))
      const parts = [
        `const ${names.part} = wire${names.Part}(wiring)\n`,
        `${names.part}.handlers`,
        `...${names.part}.routes`,
      ]
      for (const part of parts) assert.equal(text.split(part).length, 2, `${wire}: ${part}`)
    }
  })

  for (const bad of ['', 'Thanks', '1st', 'a b', '../x', 'kind-words', 'services', 'core'])
    it(`refuses to call something « ${bad} »`, () => assert.throws(() => namesOf(bad), /is no name/))

  for (const bad of ['', 'Late', 'late-', 'a/b', '..', 'seat-helpers', 'shared'])
    it(`refuses to call a room « ${bad} »`, () =>
      assert.throws(() => roomNamesOf('ideas', bad), /is no name of a room/))

  const rooms = {
    'thread/thanks': /thread is flat, .* or divide it first, /,
    'nowhere/thanks': /no feature « nowhere »: npm run new -- feature nowhere/,
    'ideas/boxes': /src\/features\/ideas\/boxes stands already/,
    'workshops/needs': /contract\/workshops\/needs.ts stands already/,
    'ideas/reported': /« get \/ideas\/reported » is another room’s already/,
  }
  for (const [room, sentence] of Object.entries(rooms))
    it(`refuses to write the room ${room}`, () => assert.throws(() => planRoom(ROOT, room), sentence))

  it('draws a room on the map, at the end of its feature’s line', () => {
    const map = (line: string) =>
      `## Rooms\n\n\`\`\`\npeople  person ◀ roles\n${line}\nthread\n\`\`\`\n\n    ideas ◀ x\n`
    const entry = roomEntries(roomNamesOf('ideas', 'thanks')).find(({ path }) => path === 'ARCHITECTURE.md')
    for (const line of ['ideas   idea ◀ boxes', 'ideas   idea ◀ boxes ◀\n        erasure'])
      assert.equal(entry?.change(map(line)), map(`${line} ◀ thanks`))
    for (const without of ['ideas ◀ boxes', map('boxes ◀ idea'), '## Rooms\n\nideas ◀ boxes'])
      assert.equal(entry?.change(without), without)
  })

  const features = {
    ideas: /src\/features\/ideas stands already: nothing is written/,
    tabs: /i18n\/en\/tabs\.json stands already/,
    presence: /the command « presence » is there already/,
    posts: /the table « post » is there already/,
    meetings: /the texts « meeting\. » is there already/,
    reminders: /the type « ReminderStore » is exported by src\/features\/workshops\/attendees\/.* already/,
    merci:
      /^« merci » is typed for the command « aide » already: choose another with --word WORD and --fr WORD$/,
  }
  for (const [name, sentence] of Object.entries(features))
    it(`refuses to write the feature ${name}`, () =>
      assert.rejects(planFeature(ROOT, name, {}), error => isSentence(error, sentence)))

  it('refuses typed words that are taken, and says which to choose anew', async () => {
    const plan = (choices: Parameters<typeof planFeature>[2]) => planFeature(ROOT, 'merci', choices)
    await assert.rejects(plan({ fr: 'remercier' }), /« aide » already: choose another with --word WORD$/)
    await assert.rejects(
      plan({ fr: 'scrutin', word: 'thanks' }),
      /« thanks » is typed for the command « aide » already, and « scrutin » is .* « voter » .* --word WORD and --fr WORD$/,
    )
    const { files } = await plan({ fr: 'remercier', word: 'thank' })
    assert.match(
      files.find(({ path }) => path.endsWith('handlers.ts'))?.text ?? '',
      /fr: \['remercier'\], en: \['thank'\]/,
    )
  })

  for (const bad of ['', 'Merci', 'grand merci', 'a-b-c', "d'abord", '1st'])
    it(`refuses to have « ${bad} » typed`, () =>
      assert.throws(
        () => namesOf('thanks', { fr: bad }),
        error => isSentence(error, /is no word to type/),
      ))
})
