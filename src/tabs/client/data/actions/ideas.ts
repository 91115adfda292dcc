import type { CommentView, IdeaView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../contract/initiatives.ts'
import { changed, pathTo, placed, without } from '../store/lists.ts'
import type { Board } from '../store/store.ts'

type Text = { readonly nonce: string; readonly text: string }
type IdeaInput = Text & { readonly axis: string; readonly unnamed: boolean }

/** What a person can do about ideas. */
export function ideaActs(board: Board) {
  const mine = (view: IdeaView) => board.put('myIdeas', list => placed(list, view))
  const others = (view: IdeaView) => board.put('ideas', list => placed(list, view))
  const gone = (idea: { readonly id: string }) => board.put('myIdeas', list => without(list, idea))
  const path = (id: string, act: string) => pathTo('/ideas', id, act)
  return {
    /** Ideas of others that say nearly the same as `text`; nothing changes by it. */
    similar: async (text: string) =>
      (await board.ask<{ readonly items: readonly IdeaView[] }>('/ideas/similar', { text })).items,
    propose: (input: IdeaInput) => board.send('POST', '/ideas', input, mine),
    setAxis: (id: string, axis: string) => board.send('PUT', path(id, 'axis'), { axis }, mine),
    undo: (id: string) => board.send('POST', path(id, 'undo'), {}, gone),
    unname: (id: string) => board.send('POST', path(id, 'unname'), {}, mine),
    correct: (id: string, text: string) => board.send('PUT', path(id, 'text'), { text }, mine),
    // Counts are the server's to say.
    support: (id: string, support: boolean) =>
      board.send('PUT', path(id, 'support'), { support }, others, {
        ideas: list => changed(list, id, { supported: support }),
      }),
    answerMerge: (merge: string, accept: boolean) =>
      board.send<IdeaView>('POST', pathTo('/merges', merge, 'answer'), { accept }, () => undefined),
    // It becomes an initiative: the reading that follows says so.
    carry: (idea: string, nonce: string) =>
      board.send<InitiativeSheet>('POST', '/initiatives', { nonce, idea }, () => undefined),
    // The dialog that lists comments places the new one itself.
    comment: (id: string, input: Text) =>
      board.send<CommentView>('POST', path(id, 'comments'), input, () => undefined),
    report: (id: string, reason: string) =>
      board.send('POST', path(id, 'report'), { reason }, () => undefined),
    reportComment: (id: string, reason: string) =>
      board.send('POST', pathTo('/comments', id, 'report'), { reason }, () => undefined),
    withdrawComment: (id: string, withdrawn: boolean) =>
      board.send(
        'POST',
        pathTo('/comments', id, withdrawn ? 'withdraw' : 'withdraw/undo'),
        {},
        () => undefined,
      ),
    decideComment: (id: string, act: 'hide' | 'restore', reason: string) =>
      board.send('POST', pathTo('/comments', id, act), { reason }, () => undefined),
  }
}
