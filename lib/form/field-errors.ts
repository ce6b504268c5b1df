/** Error messages of a form by input name; `form` for an error of no single input. */
export type FieldErrors = Record<string, string>
