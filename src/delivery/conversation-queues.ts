/** One queue for each conversation: its calls are made one after another, in order of arrival. */
type ConversationQueues = {
  readonly run: <T>(address: string, work: () => Promise<T>) => Promise<T>
}

export function createConversationQueues(): ConversationQueues {
  const ends = new Map<string, Promise<unknown>>()
  return {
    run(address, work) {
      const mine = (ends.get(address) ?? Promise.resolve()).then(work)
      const end = mine
        .catch(() => {})
        .finally(() => {
          if (ends.get(address) === end) ends.delete(address)
        })
      ends.set(address, end)
      return mine
    },
  }
}
