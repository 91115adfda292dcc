/** Marks one drawing of a form: sent twice, it makes one thing. */
export function mintNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
