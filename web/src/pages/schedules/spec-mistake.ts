// A text of the form that is no schedule, with what to write instead.
export class SpecMistake extends Error {}
