import type { ReadyStoriesView, ReadyStoryView } from '../../../contract/commitment-stories.ts'
import type { Store } from '../store/store.ts'

const pathOf = (id: string, act: string) => `/stories/${encodeURIComponent(id)}/${act}`

/** Among those that wait, among those that are out, or in neither. */
function placedIn(all: ReadyStoriesView, story: ReadyStoryView): ReadyStoriesView {
  const others = (list: readonly ReadyStoryView[]) => list.filter(({ id }) => id !== story.id)
  const [items, out] = [others(all.items), others(all.out)]
  return {
    ...all,
    items: story.state === 'told' ? [...items, story].toSorted((a, b) => a.at - b.at) : items,
    out: story.state === 'published' ? [story, ...out] : out,
  }
}

/** What a pilot can do with what people of the Direction told. Each resolves with what the server then holds. @throws Failure */
export function storyActs(store: Store<{ readonly stories: ReadyStoriesView }>) {
  const keep = (story: ReadyStoryView) => store.put('stories', all => placedIn(all, story))
  return {
    publish: ({ id, turn }: ReadyStoryView) =>
      store.send<ReadyStoryView>('POST', pathOf(id, 'publish'), { turn }, keep),
    setAside: ({ id }: ReadyStoryView, aside: boolean) =>
      store.send<ReadyStoryView>('PUT', pathOf(id, 'aside'), { aside }, keep),
  }
}
export type StoryActs = ReturnType<typeof storyActs>
