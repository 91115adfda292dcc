import type { CommentView, IdeaView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { changed, pathTo, placed, without } from '../store/lists.ts'
import type { Store } from '../store/store.ts'

type Text = { readonly nonce: string; readonly text: string }
type IdeaInput = Text & { readonly axis: string; readonly unnamed: boolean }

/** What a person can do about ideas. */
export function ideaActs(store: Store) {
  const mine = (view: IdeaView) => store.put('myIdeas', list => placed(list, view))
  const others = (view: IdeaView) => store.put('ideas', list => placed(list, view))
  const gone = (idea: { readonly id: string }) => store.put('myIdeas', list => without(list, idea))
  const path = (id: string, act: string) => pathTo('/ideas', id, act)
  return {
    /** Ideas of others that say nearly the same as `text`; nothing changes by it. */
    similar: async (text: string) =>
      (await store.ask<{ readonly items: readonly IdeaView[] }>('/ideas/similar', { text })).items,
    propose: (input: IdeaInput) => store.send('POST', '/ideas', input, mine),
    setAxis: (id: string, axis: string) => store.send('PUT', path(id, 'axis'), { axis }, mine),
    undo: (id: string) => store.send('POST', path(id, 'undo'), {}, gone),
    unname: (id: string) => store.send('POST', path(id, 'unname'), {}, mine),
    correct: (id: string, text: string) => store.send('PUT', path(id, 'text'), { text }, mine),
    // Counts are the server's to say.
    support: (id: string, support: boolean) =>
      store.send('PUT', path(id, 'support'), { support }, others, {
        ideas: list => changed(list, id, { supported: support }),
      }),
    answerMerge: (merge: string, accept: boolean) =>
      store.send<IdeaView>('POST', pathTo('/merges', merge, 'answer'), { accept }, () => undefined),
    // The idea becomes an initiative, which the next reading shows.
    carry: (idea: string, nonce: string) =>
      store.send<InitiativeSheet>('POST', '/initiatives', { nonce, idea }, () => undefined),
    // The dialog that lists comments places the new one itself.
    comment: (id: string, input: Text) =>
      store.send<CommentView>('POST', path(id, 'comments'), input, () => undefined),
    report: (id: string, reason: string) =>
      store.send('POST', path(id, 'report'), { reason }, () => undefined),
    reportComment: (id: string, reason: string) =>
      store.send('POST', pathTo('/comments', id, 'report'), { reason }, () => undefined),
    withdrawComment: (id: string, withdrawn: boolean) =>
      store.send(
        'POST',
        pathTo('/comments', id, withdrawn ? 'withdraw' : 'withdraw/undo'),
        {},
        () => undefined,
      ),
    decideComment: (id: string, act: 'hide' | 'restore', reason: string) =>
      store.send('POST', pathTo('/comments', id, act), { reason }, () => undefined),
  }
}
