import { type Database, open, type Tables } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'

/** Somebody of the crowd; `family` is a name that nobody else has. */
export type Member = { readonly id: string; readonly objectId: string; readonly family: string }

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const ROWS = 500

/** What leads to somebody, each word of it theirs alone. */
export const wordsOf = ({ id, objectId, family }: Member): readonly string[] => [id, objectId, family]

/** An administration in the middle of its programme: `count` people, and what so many leave behind. */
export async function fillCrowd(db: Database, count: number, now: number, random: () => number) {
  const next = () => randomIds.next()
  const people: Member[] = Array.from({ length: count }, () => ({
    id: next(),
    objectId: next(),
    family: `Nom${next()}`,
  }))
  const some = (share: number) => people.filter(() => random() < share)
  const any = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const put = async <T extends keyof Tables>(table: T, rows: readonly object[]) => {
    for (let from = 0; from < rows.length; from += ROWS)
      await db.transact(async tx => {
        await open(tx)
          .insertInto(table)
          .values(rows.slice(from, from + ROWS) as never)
          .execute()
      })
  }
  const past = () => now - Math.floor(random() * 200 * DAY)
  const saidBy = ({ id, family }: Member) => ({ author: id, text: `D’accord, ${family}` })
  const directions = ['lycees', 'numerique', 'mobilites', 'finances', 'culture', 'europe']

  await put(
    'person',
    people.map(({ id, objectId, family }) => ({
      ...{
        id,
        tenant: TENANT,
        object_id: objectId,
        name: `Camille ${family}`,
        role: 'agent',
        role_from: null,
        deputy: 0,
      },
      ...{
        direction: any(directions),
        language: 'fr',
        language_chosen: 0,
        chat: `chat-${objectId}`,
        welcomed_at: past(),
      },
      ...{ leads: '[]', took_part_at: past(), created_at: past(), listed: null, mail_state: 'known' },
      ...{ reach: 'installed', reach_since: past(), reach_how: 'install', reach_last: '{}' },
    })),
  )
  await put(
    'known_mail',
    people.map(({ id }) => ({ hash: next(), key: 'key', person_id: id })),
  )
  await put(
    'audit_person',
    some(0.05).map(({ id }) => ({ person_id: id, who: next() })),
  )

  const workshops = Array.from({ length: 40 }, (_, at) => ({
    id: next(),
    starts: now + (at - 34) * 5 * DAY - HOUR,
  }))
  const coming = new Map(workshops.map(({ id }) => [id, some(0.03)]))
  await put(
    'workshop',
    workshops.map(({ id, starts }) => ({
      ...{
        id,
        title: 'Un atelier',
        description: '',
        axis: 'equipe',
        starts_at: starts,
        ends_at: starts + 3 * HOUR,
        place: 'Albi',
        link: '',
      },
      ...{
        capacity: 400,
        organiser: any(people).id,
        seats_taken: coming.get(id)?.length ?? 0,
        directions: 6,
        created_at: past(),
        revision: 0,
      },
      ...{
        moved: 'nothing',
        changed_at: 0,
        series: '',
        state: 'announced',
        reason: '',
        opens_at: null,
        closes_at: null,
        release_at: null,
      },
      ...{ quotas: 0, reserved: 0, confirm_hours: 24, waiting: 0, queued: 0 },
    })),
  )
  for (const { id, starts } of workshops) {
    const seated = coming.get(id) ?? []
    const seat = {
      workshop_id: id,
      answer: 'yes',
      queue_no: null,
      offered_until: null,
      pool: 'open',
      day_key: null,
    }
    await put(
      'registration',
      seated.map(({ id: person }) => ({
        ...seat,
        person_id: person,
        direction: any(directions),
        answered_at: past(),
      })),
    )
    await put(
      'practical_need',
      seated.slice(0, 8).map(({ id: person, family }) => ({
        workshop_id: id,
        person_id: person,
        text: `Repas de ${family}`,
        said_at: now,
      })),
    )
    if (starts > now) continue
    const came = seated.filter(() => random() < 0.8)
    await put(
      'attendance',
      came.map(({ id: person }) => ({
        workshop_id: id,
        person_id: person,
        at: starts,
        how: 'screen',
        by: person,
        beyond: 0,
      })),
    )
    await put(
      'table_place',
      came.map(({ id: person }, at) => ({ workshop_id: id, person_id: person, table_no: 1 + (at % 20) })),
    )
  }

  const ideas = some(0.25).map(({ id }) => ({
    id: next(),
    author: id,
    text: 'Une idée parmi d’autres',
    state: any(['received', 'studied', 'answered', 'retained']),
  }))
  const supports = ideas.flatMap(idea =>
    [
      ...new Set([
        idea.author,
        ...Array.from({ length: Math.floor(8 * random() ** 2) }, () => any(people).id),
      ]),
    ].map(person => ({ idea: idea.id, person })),
  )
  const counted = Map.groupBy(supports, ({ idea }) => idea)
  await put(
    'idea',
    ideas.map(({ state, ...idea }) => ({
      ...idea,
      state,
      direction: any(directions),
      axis: 'usager',
      unnamed: 0,
      supports: counted.get(idea.id)?.length ?? 0,
      directions: 1,
      comments: 0,
      created_at: past(),
      decisions: 0,
      reports: 0,
      answered_by: state === 'answered' ? any(people).id : null,
      answered_as: state === 'answered' ? 'manager' : null,
      answered_at: state === 'answered' ? past() : null,
      answer: state === 'answered' ? 'Oui' : null,
    })),
  )
  await put(
    'idea_support',
    supports.map(({ idea, person }) => ({
      idea_id: idea,
      person_id: person,
      direction: null,
      at: past(),
      counts_for: idea,
    })),
  )
  await put(
    'idea_comment',
    Array.from({ length: count / 2 }, () => ({
      id: next(),
      idea_id: any(ideas).id,
      ...saidBy(any(people)),
      created_at: past(),
    })),
  )
  await put(
    'event',
    ideas.map(({ id, author }) => ({
      thing: 'idea',
      thing_id: id,
      number: 1,
      kind: 'received',
      at: past(),
      person_id: author,
      detail: null,
    })),
  )

  for (let at = 0; at < 6; at++) {
    const [id, options] = [next(), [next(), next(), next()]]
    const voters = some(0.4)
    const ends = at < 4 ? now - at * DAY - DAY : now + at * DAY
    await put('ballot', [
      {
        id,
        question: 'Laquelle ?',
        organiser: any(people).id,
        closes_at: ends,
        votes: voters.length,
        created_at: now - 60 * DAY,
        concluded_at: at < 4 ? ends : null,
        kind: 'single',
        most: 1,
        per_option: 1,
        opens_at: now - 60 * DAY,
        quorum: 0,
        results: 'live',
        secret: 0,
        audience: '{"kind":"everybody"}',
      },
    ])
    const chosen = voters.map(({ id: person }) => ({
      ballot_id: id,
      person_id: person,
      option_id: any(options),
      points: 1,
    }))
    await put(
      'ballot_option',
      options.map((option, position) => {
        const votes = chosen.filter(({ option_id }) => option_id === option).length
        return {
          id: option,
          ballot_id: id,
          position,
          title: 'Une proposition',
          idea_id: null,
          axis: null,
          votes,
          voters: votes,
        }
      }),
    )
    await put(
      'vote',
      voters.map(({ id: person }) => ({
        ballot_id: id,
        person_id: person,
        direction: any(directions),
        voted_at: past(),
      })),
    )
    await put('vote_choice', chosen)
  }

  const commitments = some(0.4).map(({ id, family }) => ({
    id: next(),
    person_id: id,
    text: `Ce que ${family} fera`,
  }))
  await put(
    'commitment',
    commitments.map(each => ({
      ...each,
      direction: any(directions),
      axis: 'equipe',
      horizon: '2027-06-30',
      visibility: 'everyone',
      state: 'taken',
      idea_id: null,
      created_at: past(),
      ended_at: null,
      notes: 1,
      last_note_id: null,
      inspired_by: null,
      shown_to: 'everyone',
    })),
  )
  await put(
    'commitment_note',
    commitments.map(({ id }) => ({ id: next(), commitment_id: id, text: 'Commencé', created_at: past() })),
  )
  await put(
    'message',
    people.flatMap(({ id }) =>
      Array.from({ length: 10 }, (_, at) => ({
        id: next(),
        person_id: id,
        topic: 'workshop-soon',
        reason: `workshop-soon:${at}`,
        subject: at === 0 ? JSON.stringify({ colleague: any(people).id }) : '{}',
        teller: 'nudges',
        state: at === 9 ? 'waiting' : 'sent',
        round: 1,
        turn: 1,
        not_before: 0,
        not_after: null,
        why: null,
        created_at: past(),
        batch: null,
        sent_at: past(),
        answered_at: null,
        acted_at: null,
      })),
    ),
  )
  await put(
    'message_slot',
    people.map(({ id }) => ({ person_id: id, week: '2027-W10', number: 1, message_id: next(), round: 1 })),
  )
  await put(
    'message_preference',
    some(0.2).map(({ id }) => ({ person_id: id, per_week: 1, paused_until: null, days_off: null })),
  )
  await put(
    'seen',
    people
      .flatMap(({ id }) => [`form:${id}:${next()}`, `words:${id}:${next()}`])
      .map(key => ({ key, id: next(), expires_at: now + DAY })),
  )
  await put(
    'fact',
    some(0.1).map(({ id }) => ({
      id: next(),
      kind: 'people.direction-chosen',
      payload: JSON.stringify({ person: id, direction: 'europe' }),
      merge_key: null,
      state: 'done',
      due_at: now,
      attempts: 1,
      created_at: now,
      bulk: 0,
    })),
  )
  await put(
    'post',
    people.map(({ id, objectId }) => ({
      key: `message:${next()}:${id}`,
      address: `chat-${objectId}`,
      message_id: next(),
      posted_at: past(),
      edited_at: 0,
      edits: 0,
      burst_at: 0,
      state: 'sent',
      why: null,
    })),
  )
  return people
}

/** Numbers that everybody sees, as they stand beside the things: seats of what is over, and votes. */
export async function talliesOf(db: Database, now: number) {
  return db.read(async tx => ({
    options: await open(tx)
      .selectFrom('ballot_option')
      .select(['id', 'votes', 'voters'])
      .orderBy('id')
      .execute(),
    ballots: await open(tx).selectFrom('ballot').select(['id', 'votes']).orderBy('id').execute(),
    cast: await open(tx)
      .selectFrom('vote')
      .select(({ fn }) => ['ballot_id', fn.countAll<number>().as('votes')])
      .groupBy('ballot_id')
      .orderBy('ballot_id')
      .execute(),
    seats: await open(tx)
      .selectFrom('workshop')
      .select(['id', 'seats_taken'])
      .where('starts_at', '<', now)
      .orderBy('id')
      .execute(),
    came: await open(tx)
      .selectFrom('attendance')
      .select(({ fn }) => ['workshop_id', fn.countAll<number>().as('people')])
      .groupBy('workshop_id')
      .orderBy('workshop_id')
      .execute(),
    registered: await open(tx)
      .selectFrom('registration')
      .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
      .select(({ fn }) => ['workshop_id', fn.countAll<number>().as('people')])
      .where('starts_at', '<', now)
      .groupBy('workshop_id')
      .orderBy('workshop_id')
      .execute(),
    messages: await open(tx)
      .selectFrom('message')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .execute(),
  }))
}
