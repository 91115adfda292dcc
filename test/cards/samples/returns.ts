import { safe } from '../../../src/cards/text.ts'
import { type MovesCard, movesCard } from '../../../src/features/returns/cards.ts'
import type { Move } from '../../../src/features/returns/domain.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

export function returnSamples(words: Words, said: Said) {
  const { say } = words
  const message = { id: 'm1', round: 1 }
  const see = say('idea.see')
  const move = (thing: string, title: string, what: string, open = see): Move => ({
    id: `w-${thing}`,
    by: 'ideas',
    subject: { idea: thing },
    line: { thing, title, what, open },
  })
  const moves = [
    move('i1', said('Un banc devant le lycée, à l’abri du vent'), say('idea.told.answered.mine')),
    move(
      'i2',
      said('Premier lundi, premier café'),
      say('initiative.told.phase', { phase: say('initiative.phase.test') }),
      say('initiative.see'),
    ),
    move('i3', said('Réparer avant de remplacer'), say('idea.told.kept.other')),
    move(
      'i4',
      said(
        'Un livret d’accueil par métier, écrit par celles et ceux qui l’exercent depuis plus de dix ans dans les lycées',
      ),
      say('idea.told.balloted.followed'),
    ),
    move(
      'i5',
      said('Des vélos partagés entre deux lycées'),
      say('idea.told.summary', {
        told: say('idea.told.next-promised.mine'),
        title: safe(said('Acheter dix vélos et un local')),
      }),
    ),
  ]
  return {
    'returns/moves': [
      movesCard(words, message, moves.slice(0, 2)),
      movesCard(words, message, moves.slice(0, 4)),
      movesCard(words, message, [...moves.slice(4), ...moves.slice(0, 4), { ...move('i6', 'x', 'y') }]),
      movesCard(words, message, moves),
      movesCard(words, message, []),
    ],
  } satisfies Samples<MovesCard>
}
