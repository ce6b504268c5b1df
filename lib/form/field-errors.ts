/** What is wrong with a form, in words, by the name of the input; `form` for what belongs to no single one. */
export type FieldErrors = Record<string, string>
