import { type ExpressionBuilder, expressionBuilder, sql } from 'kysely'
import { heldWords, open, type Tables } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { endOf } from '../../../search/words.ts'
import type { GalleryListing, GalleryStore } from './usecases.ts'

/** `small`: Directions too small to be shown as the origin of an unnamed idea. */
export function galleryStore(tx: Tx, small: ReadonlySet<string> = new Set()): GalleryStore {
  const db = open(tx)
  const holding = (beginning: string) =>
    db
      .selectFrom('initiative_word')
      .select('idea_id')
      .where('word', '>=', beginning)
      .where('word', '<', endOf(beginning))
  const joinedBy = (person: string) =>
    db.selectFrom('initiative_member').select('idea_id').where('person_id', '=', person)

  // In a small Direction, the origin would identify the author of an unnamed idea.
  const bornIn = (eb: ExpressionBuilder<Tables, 'idea'>, direction: string) =>
    eb.and([
      eb('idea.direction', '=', direction),
      ...(small.has(direction) ? [eb('idea.unnamed', '=', 0)] : []),
    ])

  const joinedFrom = (eb: ExpressionBuilder<Tables, 'idea'>, direction: string) =>
    eb.exists(
      eb
        .selectFrom('initiative_member')
        .innerJoin('person', 'person.id', 'initiative_member.person_id')
        .select('initiative_member.idea_id')
        .whereRef('initiative_member.idea_id', '=', 'idea.id')
        .where('person.direction', '=', direction),
    )

  /** Filter on the idea. Its state is a literal in the query, since the partial indexes need one. */
  function isListed({ axis, direction, place, member, beginnings = [] }: GalleryListing) {
    const eb = expressionBuilder<Tables, 'idea'>()
    return eb.and([
      eb('idea.state', '=', sql.lit<'initiative'>('initiative')),
      eb('idea.hidden_at', 'is', null),
      ...(axis === undefined ? [] : [eb('idea.axis', '=', axis)]),
      ...(direction === undefined ? [] : [bornIn(eb, direction)]),
      ...(place === undefined ? [] : [eb.or([bornIn(eb, place), joinedFrom(eb, place)])]),
      ...(member === undefined ? [] : [eb('idea.id', 'in', joinedBy(member))]),
      ...beginnings.map(beginning => eb('idea.id', 'in', holding(beginning))),
    ])
  }

  /** In the order of one of the idea's columns, each with its index. */
  async function byColumn(
    column: 'idea.supports' | 'idea.across',
    listing: GalleryListing,
    limit: number,
    after?: Cursor,
  ): Promise<readonly Cursor[]> {
    return db
      .selectFrom('idea')
      .select(['idea.id', `${column} as at`])
      .where(isListed(listing))
      .$if(listing.trial !== undefined, query => query.where('idea.trial', '=', listing.trial ?? null))
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple(column, 'idea.id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
        ),
      )
      .orderBy(column, 'desc')
      .orderBy('idea.id', 'desc')
      .limit(limit)
      .execute()
  }

  /** SQLite keeps the table order of a cross join: it reads a page in order of age, and stops. */
  async function byAge(listing: GalleryListing, limit: number, after?: Cursor): Promise<readonly Cursor[]> {
    return db
      .selectFrom('initiative')
      .crossJoin('idea')
      .select(['initiative.idea_id as id', 'initiative.created_at as at'])
      .whereRef('idea.id', '=', 'initiative.idea_id')
      .where(isListed(listing))
      .$if(listing.trial !== undefined, query => query.where('initiative.trial', '=', listing.trial ?? null))
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('initiative.created_at', 'initiative.idea_id'),
            '<',
            tuple(after?.at ?? 0, after?.id ?? ''),
          ),
        ),
      )
      .orderBy('initiative.created_at', 'desc')
      .orderBy('initiative.idea_id', 'desc')
      .limit(limit)
      .execute()
  }

  return {
    held: beginnings => heldWords(tx, 'initiative_word', beginnings),
    ranked: (listing, ...page) =>
      listing.sort === 'new'
        ? byAge(listing, ...page)
        : byColumn(listing.sort === 'across' ? 'idea.across' : 'idea.supports', listing, ...page),
  }
}
