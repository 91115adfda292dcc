import type { IdeaSeen } from '../../../../src/features/ideas/idea/domain.ts'
import type { DecisionStep } from '../../../../src/features/ideas/idea/state.ts'
import { MINUTE } from '../../../../src/kernel/time/clock.ts'
import type { Said } from '../../sample.ts'

export const WHY = 'Une personne y est nommée. Sans son nom, l’idée peut revenir.'
export const OTHER = 'Une fiche d’une page à chaque changement de poste'
const SAID_AT = Date.UTC(2027, 3, 22)
export const HANDOVER =
  'Un carnet de passation d’une page quand on change de poste : qui appeler, où sont les dossiers, ce qui est en cours.'

export const QUESTION = 'Qu’est-ce qui rendrait votre travail plus simple dès ce mois-ci ?'
const REPLY = 'Oui : la Direction l’essaie en juin dans deux services, et vous dira ici ce qu’il en est.'
export const REASON = 'Le marché actuel court jusqu’en 2029 : la Direction la reprendra alors.'
export const LONG =
  'Réparer avant de racheter : un atelier par lycée, ouvert aux agents et aux élèves. '.repeat(4)

export function ideas(said: Said) {
  const idea: IdeaSeen = {
    id: 'i1',
    author: 'p1',
    authorName: said('Sophie Lannes'),
    axis: 'equipe',
    text: said(HANDOVER),
    state: 'received',
    supports: 12,
    directions: 4,
    comments: 0,
    answererName: '',
    deciderName: '',
    correctable: false,
    namedStill: false,
    mayAnswer: false,
    mayDecide: false,
    at: SAID_AT,
    mine: false,
    supported: false,
  }
  const { axis: _, ...without } = idea
  const decided = (step: DecisionStep, more = {}): IdeaSeen => ({
    ...idea,
    state: step,
    decision: { step, by: 'p3', as: 'manager', at: idea.at, turn: 1, ...more },
    deciderName: said('Pascal Vidal'),
  })
  return {
    idea,
    mine: { ...idea, mine: true },
    fresh: {
      ...without,
      mine: true,
      supports: 1,
      directions: 0,
      undoUntil: idea.at + 10 * MINUTE,
      correctable: true,
      namedStill: true,
    },
    answered: {
      ...idea,
      state: 'answered',
      comments: 3,
      answer: { text: said(REPLY), by: 'p3', as: 'manager', at: idea.at },
      answererName: said('Pascal Vidal'),
    } satisfies IdeaSeen,
    studied: decided('studied'),
    retained: decided('retained'),
    aside: decided('aside', { reason: said(REASON) }),
  }
}

/** Of a colleague, to the idea. */
export function commentOf(said: Said) {
  return {
    id: 'c1',
    idea: 'i1',
    author: 'p4',
    authorName: said('Karim Benali'),
    mine: false,
    text: said('Le nôtre tient sur une demi-page, je peux le partager.'),
    at: SAID_AT,
  }
}
