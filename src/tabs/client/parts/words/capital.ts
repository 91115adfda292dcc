/** First letter raised: « Lundi 17 mai 2027 » at the head of a line. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
