/** What concerns one conversation is done one after another, in the order in which it was asked for. */
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
