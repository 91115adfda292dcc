// adaptivecards-templating's types import `adaptivecards/src/schema`, TypeScript source that our strict flags refuse.
// tsconfig's `paths` sends that import here.
export type CardElement = object
