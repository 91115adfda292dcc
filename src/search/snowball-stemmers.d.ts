// The package brings no types.
declare module 'snowball-stemmers' {
  const snowball: {
    readonly newStemmer: (algorithm: 'english' | 'french') => { readonly stem: (word: string) => string }
  }
  export default snowball
}
